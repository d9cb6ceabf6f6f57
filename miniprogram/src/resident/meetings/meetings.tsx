import { useRouter } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { Empty } from '../../ui/empty.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { MeetingCard } from './meeting-card.tsx'

/** Meetings and reception days of a community, the latest first. */
export function MeetingsScreen() {
  const { params } = useRouter()
  const communityId = params['communityId']
  const now = useNow(60)
  const list = usePaged(
    (cursor) => call('GET /me/meetings', { query: { communityId, cursor } }),
    [communityId],
    `meetings.${communityId ?? 'all'}`,
  )
  return (
    <Screen>
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              icon="people"
              title="还没有会议"
              text="业主会议和总经理接待日定好以后，会在这里通知您，可以预约并提出想谈的事。"
            />
          ) : (
            <>
              {list.items.map((meeting) => (
                <MeetingCard key={meeting.id} meeting={meeting} now={now} />
              ))}
              <MoreButton of={list} />
            </>
          )
        }
      </Shown>
    </Screen>
  )
}
