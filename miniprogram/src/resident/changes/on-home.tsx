import type { Home } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'

/** The newest of what was changed, and the way to all of it; nothing where there is none. */
export function ChangesOnHome({ home: { communityId } }: { home: Home }) {
  const changes = useRemote(() => call('GET /me/changes', { query: { communityId, limit: 1 } }), [communityId], {
    keptAs: `home.changes.${communityId}`,
  })
  const newest = changes.value?.items[0]
  if (!newest) return null
  return (
    <Tap
      className="card row"
      onTap={() => openPage(`pages/changes/index?communityId=${communityId}`)}
      label={`因为您说了，我们改了：${newest.title}`}
    >
      <Icon name="chat" colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">因为您说了，我们改了</Text>
        <Text className="row__note">{newest.title}</Text>
      </View>
      <Icon name="right" size={18} colour={colours.secondary} />
    </Tap>
  )
}
