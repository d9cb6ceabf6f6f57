import { funds, periodName } from '@yinuo/contracts'
import type { Home } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'

/** The newest accounts that were published, and the way to all of them; nothing where there are none. */
export function DisclosuresOnHome({ home: { communityId } }: { home: Home }) {
  const posted = useRemote(() => call('GET /me/disclosures', { query: { communityId, limit: 1 } }), [communityId], {
    keptAs: `home.disclosures.${communityId}`,
  })
  const newest = posted.value?.items[0]
  if (!newest) return null
  const about = `${funds[newest.fund]} · ${periodName(newest.from, newest.to)}`
  return (
    <Tap
      className="card row"
      onTap={() => openPage(`pages/disclosures/index?communityId=${communityId}`)}
      label={`收支公示：${about}`}
    >
      <Icon name="yen" colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">收支公示</Text>
        <Text className="row__note">{about}，可验证</Text>
      </View>
      <Icon name="right" size={18} colour={colours.secondary} />
    </Tap>
  )
}
