import { useState } from 'react'
import { Text, View } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { saidMoney } from '../../words/money.ts'
import type { TypedLine } from './lines.ts'
import { chargeLinesOf, emptyLine } from './lines.ts'
import type { StepProps } from './step-props.ts'
import { useStep } from './use-step.ts'

export function ChargeSheet(props: StepProps) {
  const step = useStep(props)
  const [lines, setLines] = useState<TypedLine[]>(() => {
    const used = props.repair.materials.map(({ name, quantity, unitPriceFen }) => ({
      ...emptyLine,
      name,
      price: ((quantity * unitPriceFen) / 100).toFixed(2),
    }))
    return used.length > 0 ? used : [{ ...emptyLine, name: '人工费' }]
  })
  const charges = chargeLinesOf(lines)
  const whole = charges?.reduce((sum, { amountFen }) => sum + amountFen, 0) ?? 0
  const change = (at: number, part: Partial<TypedLine>) =>
    setLines(lines.map((line, other) => (other === at ? { ...line, ...part } : line)))
  return (
    <Sheet title="报价" onClose={props.onClose}>
      <Text className="note">住户同意以后才能开始收费项目。</Text>
      {lines.map((line, at) => (
        <View key={at} className="typed typed__row">
          <TextField label="项目" value={line.name} hint="例如：人工费" most={40} onChange={(name) => change(at, { name })} />
          <TextField
            label="金额（元）"
            kind="digit"
            value={line.price}
            hint="0.00"
            most={9}
            onChange={(price) => change(at, { price })}
          />
        </View>
      ))}
      <ActionButton text="再加一项" kind="quiet" icon="plus" onTap={() => setLines([...lines, emptyLine])} />
      <View className="money money--whole">
        <Text className="money__what">合计</Text>
        <Text className="money__sum">{saidMoney(whole)}</Text>
      </View>
      <ActionButton
        text="发给住户确认"
        busy={step.busy}
        disabled={!charges || charges.length === 0 || whole === 0}
        onTap={() => void step.send('offer-charge', { lines: charges ?? [] }, '报价已发给住户')}
      />
    </Sheet>
  )
}
