import type { Home } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'
import { MeetingCard } from './meeting-card.tsx'

/** What one can still come to, and the way to all the others; nothing where none was ever held. */
export function MeetingsOnHome({ home: { communityId } }: { home: Home }) {
  const now = useNow(60)
  const meetings = useRemote(() => call('GET /me/meetings', { query: { communityId, limit: 5 } }), [communityId], {
    keptAs: `home.meetings.${communityId}`,
  })
  const items = meetings.value?.items ?? []
  if (items.length === 0) return null
  const coming = items.filter(({ state, endsAt }) => state === 'announced' && Date.parse(endsAt) > now)
  return (
    <View>
      <Tap className="row" onTap={() => openPage(`pages/meetings/index?communityId=${communityId}`)} label="全部会议与接待日">
        <Text className="section row__text">会议与接待日</Text>
        <Text className="row__note">全部</Text>
        <Icon name="right" size={18} colour={colours.secondary} />
      </Tap>
      {coming
        .reverse()
        .slice(0, 2)
        .map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} now={now} />
        ))}
    </View>
  )
}
