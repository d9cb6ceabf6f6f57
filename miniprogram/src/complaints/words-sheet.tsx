import { complaintActions } from '@yinuo/contracts'
import type { ComplaintAction, ComplaintActionBodies, ComplaintView } from '@yinuo/contracts'
import { useState } from 'react'
import { PhotoField } from '../photos/photo-field.tsx'
import { usePhotos } from '../photos/use-photos.ts'
import { call } from '../session/session.ts'
import { ActionButton } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useSend } from './use-send.ts'

/** What each action asks in words; `photos` where photos go with it. */
const asks = {
  talk: { title: '写给对方', hint: '双方都看得到', field: 'text', photos: true },
  investigate: { title: '打算怎么查', hint: '例如：今天下午去现场看', field: 'note', photos: false },
  propose: { title: '处理方案', hint: '怎么做、什么时候做完', field: 'solution', photos: false },
  finish: { title: '落实情况', hint: '做了什么，结果怎样', field: 'result', photos: true },
  'reject-solution': { title: '为什么不接受？', hint: '说说哪里不合适，我们再想办法', field: 'reason', photos: false },
  escalate: { title: '为什么要求上级处理？', hint: '例如：三天没有进展', field: 'reason', photos: false },
  withdraw: { title: '为什么撤回？', hint: '例如：已经解决了', field: 'reason', photos: false },
} as const
export type WordedAction = keyof typeof asks

export const sendComplaintAction = <Action extends ComplaintAction>(
  { communityId, id }: ComplaintView,
  action: Action,
  body: ComplaintActionBodies[Action],
  idempotencyKey: string,
) => {
  const send = call as (route: string, options: unknown) => Promise<unknown>
  return send(`POST /communities/{communityId}/complaints/{id}/${action}`, { path: { communityId, id }, body, idempotencyKey })
}

export function WordsSheet({
  complaint,
  action,
  onClose,
  onDone,
}: {
  complaint: ComplaintView
  action: WordedAction
  onClose: () => void
  onDone: () => void
}) {
  const [words, setWords] = useState('')
  const { send, busy } = useSend()
  const { title, hint, field, photos: takesPhotos } = asks[action]
  const photos = usePhotos(complaint.communityId, [], () => undefined)
  const isSending = photos.list.some(({ state }) => state !== 'sent')
  const submit = async () => {
    const body = {
      ...(action === 'talk' ? {} : { version: complaint.version }),
      [field]: words.trim(),
      ...(takesPhotos ? { fileIds: photos.list.flatMap(({ fileId }) => fileId ?? []) } : {}),
    } as unknown as ComplaintActionBodies[WordedAction]
    if (await send((key) => sendComplaintAction(complaint, action, body, key), '已提交')) {
      onClose()
      onDone()
    }
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <LongField value={words} onChange={setWords} hint={hint} short most={500} />
      {takesPhotos && <PhotoField photos={photos} />}
      <ActionButton
        text={complaintActions[action]}
        kind={action === 'withdraw' ? 'danger' : 'main'}
        busy={busy || isSending}
        disabled={words.trim().length < 1}
        onTap={() => void submit()}
      />
    </Sheet>
  )
}
