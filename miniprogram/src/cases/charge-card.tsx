import { chargeStates } from '@yinuo/contracts'
import type { RepairView } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { Text, View } from '../platform'
import { Card } from '../ui/card.tsx'
import { saidMoney } from '../words/money.ts'

export function ChargeCard({ charge, children }: { charge: RepairView['charge']; children?: ReactNode }) {
  if (charge.state === 'none') return null
  return (
    <Card title="维修报价" note={chargeStates[charge.state]}>
      {charge.lines.map((line, at) => (
        <View key={at} className="money">
          <Text className="money__what">{line.label}</Text>
          <Text className="money__sum">{saidMoney(line.amountFen)}</Text>
        </View>
      ))}
      <View className="money money--whole">
        <Text className="money__what">合计</Text>
        <Text className="money__sum">{saidMoney(charge.amountFen)}</Text>
      </View>
      {children}
    </Card>
  )
}
