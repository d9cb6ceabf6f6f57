import type { OwnPayment } from '@yinuo/contracts'
import { paymentWays, refundStates } from '@yinuo/contracts'
import { Text, View } from '../../platform'
import { Card } from '../../ui/card.tsx'
import { saidMoney } from '../../words/money.ts'
import { exactTime } from '../../words/time.ts'

export function Line({ text, fen, whole = false }: { text: string; fen: number; whole?: boolean }) {
  return (
    <View className={`receipt__line${whole ? ' receipt__whole' : ''}`}>
      <Text className="receipt__text">{text}</Text>
      <Text className="receipt__fen">{saidMoney(fen)}</Text>
    </View>
  )
}

/** What a payment is for. */
export function PaymentLines({ payment: { parts, aheadFen, way } }: { payment: OwnPayment }) {
  return (
    <Card title="缴费项目" note={paymentWays[way]}>
      {parts.map(({ billId, text, amountFen }) => (
        <Line key={billId} text={text} fen={amountFen} />
      ))}
      {aheadFen > 0 && <Line text="预存" fen={aheadFen} />}
    </Card>
  )
}

export function Refunds({ payment: { refunds } }: { payment: OwnPayment }) {
  if (refunds.length === 0) return null
  return (
    <Card title="退款">
      {refunds.map(({ id, state, way, amountFen, createdAt, doneAt }) => (
        <Line
          key={id}
          text={`${refundStates[state]} · ${paymentWays[way]} · ${exactTime(doneAt ?? createdAt)}`}
          fen={amountFen}
        />
      ))}
    </Card>
  )
}
