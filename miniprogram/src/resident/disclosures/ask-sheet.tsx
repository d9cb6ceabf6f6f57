import { disclosureLimits } from '@yinuo/contracts'
import { useState } from 'react'
import { useSend } from '../../complaints/use-send.ts'
import { Text } from '../../platform'
import { call, homeOf, session } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'

/** A question about a line, or about the whole; the answer is shown to everybody, who asked to nobody. */
export function AskSheet({
  disclosureId,
  line,
  about,
  onClose,
}: {
  disclosureId: string
  line?: number
  about?: string
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const { send, busy } = useSend()
  const ask = async () => {
    const unitId = homeOf(session.get())?.unitId
    const body = { text: text.trim(), ...(line && { line }), ...(unitId && { unitId }) }
    const sent = await send(
      (idempotencyKey) => call('POST /me/disclosures/{id}/questions', { path: { id: disclosureId }, body, idempotencyKey }),
      '已提交，财务会在时限内答复',
    )
    if (sent) onClose()
  }
  return (
    <Sheet title={about ? `问：${about}` : '对这份公示提问'} onClose={onClose}>
      <LongField value={text} onChange={setText} hint="想问哪一笔、为什么，写清楚就好" most={disclosureLimits.question} />
      <Text className="sums__note">答复会公开在这一行旁边，所有住户都能看到；不会显示您的姓名和房号。</Text>
      <ActionButton text="提交提问" busy={busy} disabled={text.trim() === ''} onTap={() => void ask()} />
    </Sheet>
  )
}
