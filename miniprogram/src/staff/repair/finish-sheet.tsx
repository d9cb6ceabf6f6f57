import { useState } from 'react'
import { FilePick, useKeptFiles } from '../../cases/file-pick.tsx'
import { Text } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { StepProps } from './step-props.ts'
import { useStep } from './use-step.ts'

const spans = ['15', '30', '60', '90', '120'] as const

/** One photo, one tap on the time, one on the button. */
export function FinishSheet(props: StepProps) {
  const step = useStep(props)
  const after = useKeptFiles()
  const [minutes, setMinutes] = useState<(typeof spans)[number]>('30')
  const [text, setText] = useState('')
  const finish = () =>
    step.send('finish', { text: text.trim() || '已修好', labourMinutes: Number(minutes) }, '已完工，等住户确认', after.files)
  return (
    <Sheet title="拍照完工" onClose={props.onClose}>
      <FilePick kept={after} words="维修后" />
      {after.files.length === 0 && <Text className="note">请至少拍一张修好后的照片</Text>}
      <Text className="field__label">用了多久</Text>
      <Choices of={spans.map((value) => ({ value, text: `${value} 分钟` }))} chosen={minutes} onChoose={setMinutes} />
      <LongField value={text} onChange={setText} hint="做了什么（可不填）" short most={300} />
      <ActionButton text="完工" icon="check" busy={step.busy} disabled={after.files.length === 0} onTap={() => void finish()} />
    </Sheet>
  )
}
