import type { ConversationAction, ConversationView } from '@yinuo/contracts'
import { contentVerdicts } from '@yinuo/contracts'
import { App, Button, Checkbox, Popconfirm, Rate, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../app/call.ts'
import { useMay } from '../../app/community.ts'
import { useSession } from '../../app/session/session-store.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Photos } from '../../elements/photos.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { minuteTime } from '../../words/time.ts'
import { Composer } from './composer.tsx'
import styles from './conversations.module.css'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { useConversation, useRenewal } from './queries.ts'
import { ComplaintDialog } from './complaint-dialog.tsx'
import { OutcomeLink } from './outcome-link.tsx'
import { RepairDialog } from './repair-dialog.tsx'
import { ResidentCard } from './resident-card.tsx'
import { saysTime } from './words.ts'

/** One conversation: what was said, what to say, and who the resident is. */
export function Talk({ communityId, id }: { communityId: string; id: string }) {
  const query = useConversation(communityId, id)
  if (query.isPending) return <Skeleton active className={styles['nothing']!} />
  if (!query.data)
    return (
      <div className={styles['nothing']}>
        <RetryNote query={query} />
      </div>
    )
  return <OpenTalk conversation={query.data} />
}

function OpenTalk({ conversation }: { conversation: ConversationView }) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [dialog, setDialog] = useState<'hand-over' | 'repair' | 'complaint' | null>(null)
  useSeen(conversation)
  const may = useMay()
  const done = () => {
    setDialog(null)
    setChosen(null)
  }
  const turn = (entryId: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(entryId)) next.add(entryId)
      return next
    })
  return (
    <>
      <section className={styles['talk']} aria-label={`${conversation.unitLabel} ${conversation.residentName}的会话`}>
        <Head
          conversation={conversation}
          choosing={chosen !== null}
          onHandOver={() => setDialog('hand-over')}
          onChoose={() => setChosen(chosen ? null : new Set(firstQuestion(conversation)))}
        />
        <Entries conversation={conversation} chosen={chosen} onTurn={turn} />
        {chosen ? (
          <div className={styles['choosing']}>
            <span>勾选要带过去的内容，图片会一起带过去（已选 {chosen.size} 条）。</span>
            <Button onClick={() => setChosen(null)}>取消</Button>
            {may('complaints.assign') && (
              <Button disabled={chosen.size === 0} onClick={() => setDialog('complaint')}>
                转为投诉建议
              </Button>
            )}
            {may('repairs.report') && (
              <Button type="primary" disabled={chosen.size === 0} onClick={() => setDialog('repair')}>
                转为报修
              </Button>
            )}
          </div>
        ) : (
          <Foot conversation={conversation} />
        )}
      </section>
      <ResidentCard conversation={conversation} />
      {dialog === 'hand-over' && <HandOverDialog conversation={conversation} onClose={() => setDialog(null)} />}
      {dialog === 'repair' && chosen && (
        <RepairDialog conversation={conversation} chosen={chosen} onClose={() => setDialog(null)} onDone={done} />
      )}
      {dialog === 'complaint' && chosen && (
        <ComplaintDialog conversation={conversation} chosen={chosen} onClose={() => setDialog(null)} onDone={done} />
      )}
    </>
  )
}

const firstQuestion = ({ entries }: ConversationView) => entries.filter(({ side }) => side === 'resident').map(({ id }) => id)

/** What its own desk looks at is seen; a colleague looking over the shoulder leaves it unread. */
function useSeen({ communityId, id, entries, unread, assignee }: ConversationView): void {
  const me = useSession().me?.staff?.id
  const last = entries.at(-1)?.id
  const isOurs = assignee === null || assignee.id === me
  const renew = useRenewal(communityId)
  useEffect(() => {
    if (!last || unread === 0 || !isOurs) return
    const path = { communityId, id }
    call('PUT /communities/{communityId}/conversations/{id}/seen', { path, body: { entryId: last } }).then(renew, () => undefined)
    // `renew` is new at every drawing.
  }, [communityId, id, last, unread, isOurs])
}

function Head({
  conversation,
  choosing,
  onHandOver,
  onChoose,
}: {
  conversation: ConversationView
  choosing: boolean
  onHandOver: () => void
  onChoose: () => void
}) {
  const { communityId, id, allowedActions, assignee } = conversation
  const { message } = App.useApp()
  const mayHere = useMay()
  const renew = useRenewal(communityId)
  const may = (action: ConversationAction) => allowedActions.includes(action)
  const path = { communityId, id }
  const take = useSubmit(
    (_: object, idempotencyKey) => call('POST /communities/{communityId}/conversations/{id}/take', { path, idempotencyKey }),
    () => renew(),
  )
  const close = useSubmit(
    (_: object, idempotencyKey) => call('POST /communities/{communityId}/conversations/{id}/close', { path, idempotencyKey }),
    () => {
      message.success('已结束会话，住户可以评价')
      renew()
    },
  )
  return (
    <header>
      <div className={styles['name']}>
        <b>{conversation.unitLabel}</b> {conversation.residentName}
        <small>{assignee ? `${assignee.name} 接待` : '还没有人接待'}</small>
      </div>
      {may('take') && (
        <Button type="primary" loading={take.busy} onClick={() => void take.submit({})}>
          接待
        </Button>
      )}
      {may('open-repair') && (mayHere('repairs.report') || mayHere('complaints.assign')) && (
        <Button onClick={onChoose}>{choosing ? '取消转办' : '转为报修或投诉'}</Button>
      )}
      {may('hand-over') && <Button onClick={onHandOver}>转交</Button>}
      {may('close') && (
        <Popconfirm title="结束这个会话？" description="住户 24 小时内再留言会继续这个会话。" onConfirm={() => close.submit({})}>
          <Button loading={close.busy}>结束</Button>
        </Popconfirm>
      )}
      <div className={styles['refused']}>
        <Refusal failure={take.failure ?? close.failure} onReload={renew} />
      </div>
    </header>
  )
}

function Entries({
  conversation: { communityId, entries },
  chosen,
  onTurn,
}: {
  conversation: ConversationView
  chosen: ReadonlySet<string> | null
  onTurn: (entryId: string) => void
}) {
  const end = useRef<HTMLDivElement>(null)
  const last = entries.at(-1)?.id
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [last])
  return (
    <div className={styles['entries']} role="log" aria-live="polite" tabIndex={0}>
      {entries.map((entry, at) => (
        <div key={entry.id}>
          {saysTime(entries, at) && <time className={styles['time']}>{minuteTime(entry.at)}</time>}
          {entry.side === null ? (
            <p className={styles['between']}>
              {entry.text}
              {entry.outcomeId && (
                <>
                  {' '}
                  <OutcomeLink
                    communityId={communityId}
                    id={entry.outcomeId}
                    kind={entry.kind === 'open-complaint' ? 'complaint' : 'repair'}
                  >
                    查看
                  </OutcomeLink>
                </>
              )}
            </p>
          ) : (
            <div className={styles['said']} data-side={entry.side}>
              {chosen && (
                <Checkbox
                  checked={chosen.has(entry.id)}
                  onChange={() => onTurn(entry.id)}
                  aria-label={`带上：${entry.text || '图片'}`}
                />
              )}
              <div>
                <small>{entry.authorName}</small>
                {entry.text && <div className={styles['bubble']}>{entry.text}</div>}
                <Photos files={entry.files} size={120} />
                {entry.contentVerdict && entry.contentVerdict !== 'pass' && entry.contentVerdict !== 'pending' && (
                  <small className={styles['verdict']}>{contentVerdicts[entry.contentVerdict]}</small>
                )}
              </div>
            </div>
          )}
        </div>
      ))}
      <div ref={end} />
    </div>
  )
}

function Foot({ conversation }: { conversation: ConversationView }) {
  if (conversation.allowedActions.includes('reply')) return <Composer key={conversation.id} conversation={conversation} />
  return (
    <div className={styles['choosing']}>
      {conversation.rating === null ? (
        <span>会话已结束，住户还没有评价。</span>
      ) : (
        <span>
          住户评价 <Rate disabled value={conversation.rating} /> {conversation.ratingComment}
        </span>
      )}
    </div>
  )
}
