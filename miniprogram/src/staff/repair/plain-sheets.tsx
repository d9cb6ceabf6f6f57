import { codesOf, waitReasons } from '@yinuo/contracts'
import type { WaitReason } from '@yinuo/contracts'
import { useState } from 'react'
import { FilePick, useKeptFiles } from '../../cases/file-pick.tsx'
import { Text } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { slotsAfter } from '../../resident/report/slots.ts'
import type { StepProps } from './step-props.ts'
import { useStep } from './use-step.ts'

export function ArriveSheet(props: StepProps) {
  const step = useStep(props)
  const before = useKeptFiles()
  return (
    <Sheet title="到现场了" onClose={props.onClose}>
      <Text className="about">先拍一张维修前的样子，完工时好对照。</Text>
      <FilePick kept={before} words="维修前" />
      <ActionButton
        text="确认到场"
        icon="arrive"
        busy={step.busy}
        onTap={() => void step.send('arrive', {}, '已到场', before.files)}
      />
    </Sheet>
  )
}

const declineReasons = ['不在我的区域', '没有这项资质', '手上有急单走不开', '信息不清，联系不上住户']

export function DeclineSheet(props: StepProps) {
  const step = useStep(props)
  const [reason, setReason] = useState('')
  return (
    <Sheet title="为什么退回？" onClose={props.onClose}>
      <Choices of={declineReasons.map((text) => ({ value: text, text }))} chosen={reason} onChoose={setReason} />
      <LongField value={reason} onChange={setReason} hint="也可以自己写" short most={200} />
      <ActionButton
        text="退回工单"
        kind="danger"
        busy={step.busy}
        disabled={reason.trim().length < 2}
        onTap={() => void step.send('decline', { reason: reason.trim() }, '已退回，系统会另派')}
      />
    </Sheet>
  )
}

export function WaitSheet(props: StepProps) {
  const step = useStep(props)
  const [waitsFor, setWaitsFor] = useState<WaitReason>('parts')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const slots = slotsAfter(Date.now())
  return (
    <Sheet title="等什么？" onClose={props.onClose}>
      <Choices
        of={codesOf(waitReasons).map((value) => ({ value, text: waitReasons[value] }))}
        chosen={waitsFor}
        onChoose={setWaitsFor}
      />
      <LongField
        value={reason}
        onChange={setReason}
        hint={waitsFor === 'parts' ? '缺什么配件，去哪里拿' : '住户怎么说，约了什么时候'}
        short
        most={200}
      />
      <Text className="field__label">预计等到</Text>
      <Choices of={slots.map((slot) => ({ value: slot.until, text: slot.text }))} chosen={until} onChoose={setUntil} />
      <Text className="note">等待时计时暂停，住户会看到原因。</Text>
      <ActionButton
        text="暂停计时，开始等待"
        busy={step.busy}
        disabled={reason.trim().length < 2}
        onTap={() => void step.send('wait', { for: waitsFor, reason: reason.trim(), ...(until ? { until } : {}) }, '已暂停等待')}
      />
    </Sheet>
  )
}

export function NoteSheet(props: StepProps) {
  const step = useStep(props)
  const [text, setText] = useState('')
  const photos = useKeptFiles()
  return (
    <Sheet title="更新进展" onClose={props.onClose}>
      <LongField value={text} onChange={setText} hint="例如：已关阀，正在换管，约 20 分钟" short most={300} />
      <FilePick kept={photos} words="拍照" />
      <ActionButton
        text="告诉住户"
        busy={step.busy}
        disabled={text.trim().length < 2}
        onTap={() => void step.send('note', { text: text.trim() }, '已更新', photos.files)}
      />
    </Sheet>
  )
}
