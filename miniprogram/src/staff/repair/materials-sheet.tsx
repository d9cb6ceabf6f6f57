import { useState } from 'react'
import { View } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { TypedLine } from './lines.ts'
import { emptyLine, materialsOf } from './lines.ts'
import type { StepProps } from './step-props.ts'
import { useStep } from './use-step.ts'

export function MaterialsSheet(props: StepProps) {
  const step = useStep(props)
  const [lines, setLines] = useState<TypedLine[]>([emptyLine])
  const materials = materialsOf(lines)
  const change = (at: number, part: Partial<TypedLine>) =>
    setLines(lines.map((line, other) => (other === at ? { ...line, ...part } : line)))
  return (
    <Sheet title="登记用料" onClose={props.onClose}>
      {lines.map((line, at) => (
        <View key={at} className="typed">
          <TextField label="名称" value={line.name} hint="例如：角阀" most={40} onChange={(name) => change(at, { name })} />
          <View className="typed__row">
            <TextField
              label="数量"
              kind="digit"
              value={line.quantity}
              most={6}
              onChange={(quantity) => change(at, { quantity })}
            />
            <TextField label="单位" value={line.unit} most={4} onChange={(unit) => change(at, { unit })} />
            <TextField
              label="单价（元）"
              kind="digit"
              value={line.price}
              hint="0.00"
              most={9}
              onChange={(price) => change(at, { price })}
            />
          </View>
        </View>
      ))}
      <ActionButton text="再加一样" kind="quiet" icon="plus" onTap={() => setLines([...lines, emptyLine])} />
      <ActionButton
        text="保存用料"
        busy={step.busy}
        disabled={!materials || materials.length === 0}
        onTap={() => void step.send('add-materials', { materials: materials ?? [] }, '用料已登记')}
      />
    </Sheet>
  )
}
