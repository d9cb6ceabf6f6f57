import { ComplaintCard } from '../../complaints/complaint-card.tsx'
import { openPage } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'

/** What I said to the company, under my name or under nobody's. */
export function ComplaintsScreen() {
  const now = useNow(30)
  const list = usePaged((cursor) => call('GET /me/complaints', { query: { cursor } }), [])
  return (
    <Screen>
      <Shown of={list.first} rows={4}>
        {() => (
          <>
            {list.items.length === 0 && (
              <Empty icon="pencil" title="还没有提过投诉建议" text="对服务不满意、有好主意、想表扬谁，都可以告诉我们。" />
            )}
            {list.items.map((complaint) => (
              <ComplaintCard
                key={complaint.id}
                complaint={complaint}
                now={now}
                onTap={() => openPage(`pages/complaint/index?communityId=${complaint.communityId}&id=${complaint.id}`)}
              />
            ))}
            {list.more ? (
              <ActionButton text="加载更多" kind="quiet" busy={list.loadingMore} onTap={() => void list.loadMore()} />
            ) : (
              <ActionButton text="提投诉建议" icon="plus" kind="quiet" onTap={() => openPage('pages/complain/index')} />
            )}
          </>
        )}
      </Shown>
    </Screen>
  )
}
