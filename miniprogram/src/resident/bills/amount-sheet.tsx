import { useState } from 'react'
import { Text } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { fenOf } from '../../words/money.ts'

/** An amount typed in yuan; `fault` says what is wrong with it. */
export function AmountSheet({
  title,
  about,
  before,
  fault,
  onClose,
  onChoose,
}: {
  title: string
  about: string
  /** fen that stand there already; 0 for none */
  before: number
  fault: (fen: number) => string | null
  onClose: () => void
  onChoose: (fen: number) => void
}) {
  const [typed, setTyped] = useState(before > 0 ? (before / 100).toFixed(2) : '')
  const fen = fenOf(typed)
  const wrong = typed === '' ? null : fen === null ? '请填写金额，如 100 或 100.50。' : fault(fen)
  return (
    <Sheet title={title} onClose={onClose}>
      <Text className="note">{about}</Text>
      <TextField label="金额（元）" value={typed} onChange={setTyped} kind="digit" hint="0.00" most={10} fault={wrong} />
      <ActionButton text="确定" disabled={fen === null || wrong !== null} onTap={() => onChoose(fen ?? 0)} />
    </Sheet>
  )
}
