import { useEffect } from 'react'
import { platform, useRouter } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { askSubscriptions, fetchOffers } from '../../session/subscriptions.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { NoticeCard } from './notice-card.tsx'

/** The board of a community, what is pinned first; without one, of all where the reader lives or works. */
export function NoticesScreen() {
  const { params } = useRouter()
  const communityId = params['communityId']
  const now = useNow(60)
  const list = usePaged(
    (cursor) => call('GET /me/notices', { query: { communityId, cursor } }),
    [communityId],
    `notices.${communityId ?? 'all'}`,
  )
  useEffect(() => void fetchOffers().catch(() => undefined), [])
  const subscribe = () => void askSubscriptions('notice').then(() => platform.tell('好的，有新公告会在微信里提醒您'))
  return (
    <Screen>
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty icon="horn" title="还没有公告" text="物业发布的公告会在这里。" />
          ) : (
            <>
              {list.items.map((notice) => (
                <NoticeCard key={notice.id} notice={notice} now={now} />
              ))}
              <MoreButton of={list} />
              <ActionButton text="新公告微信提醒我" icon="bell" kind="quiet" onTap={subscribe} />
            </>
          )
        }
      </Shown>
    </Screen>
  )
}
