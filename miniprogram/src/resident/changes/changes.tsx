import { useEffect } from 'react'
import { openPage, useRouter } from '../../platform'
import { readMessagesOf } from '../../session/inbox.ts'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { ChangeCard } from './change-card.tsx'

/** What was changed because residents said so; of one community, or of all the reader's. */
export function ChangesScreen() {
  const { params } = useRouter()
  const communityId = params['communityId']
  /** what was changed because of this one, when a message about it led here */
  const caseId = params['caseId']
  const now = useNow(60)
  useEffect(() => {
    if (caseId) readMessagesOf(caseId).catch(() => undefined)
  }, [caseId])
  const list = usePaged(
    (cursor) => call('GET /me/changes', { query: { communityId, caseId, cursor } }),
    [communityId, caseId],
    `changes.${caseId ?? communityId ?? 'all'}`,
  )
  return (
    <Screen>
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <>
              <Empty
                icon="chat"
                title={caseId ? '这项改进已撤回' : '还没有改进公布'}
                text="您报修、投诉、建议过的问题，改好以后会写在这里。"
              />
              {caseId && <AllChanges communityId={communityId} />}
            </>
          ) : (
            <>
              {list.items.map((change) => (
                <ChangeCard key={change.id} change={change} now={now} withCommunity={!communityId} />
              ))}
              <MoreButton of={list} />
              {caseId && <AllChanges communityId={communityId} />}
            </>
          )
        }
      </Shown>
    </Screen>
  )
}

function AllChanges({ communityId }: { communityId: string | undefined }) {
  const about = communityId ? `?communityId=${communityId}` : ''
  return <ActionButton kind="quiet" text="看全部改进" onTap={() => openPage(`pages/changes/index${about}`)} />
}
