import { useState } from 'react'
import { useSend } from '../../complaints/use-send.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'

interface UnreadableProps {
  path: { communityId: string; id: string }
  onClose: () => void
  onDone: () => void
}

/** A slip nobody can read counts too, and says why nothing came of it. */
export function UnreadableSheet({ path, onClose, onDone }: UnreadableProps) {
  const [reason, setReason] = useState('')
  const { send, busy } = useSend()
  const submit = async () => {
    const body = { reason: reason.trim() }
    const sent = await send(
      (idempotencyKey) =>
        call('POST /communities/{communityId}/box-openings/{id}/unreadable-slips', { path, body, idempotencyKey }),
      '已登记为无法辨认',
    )
    if (sent) onDone()
  }
  return (
    <Sheet title="这一张无法辨认" onClose={onClose}>
      <LongField value={reason} onChange={setReason} hint="如：被雨水浸湿，字迹看不清" most={200} short />
      <ActionButton text="登记" busy={busy} disabled={!reason.trim()} onTap={() => void submit()} />
    </Sheet>
  )
}
