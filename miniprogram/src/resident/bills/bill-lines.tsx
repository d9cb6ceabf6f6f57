import type { OwnBill } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Tap } from '../../ui/tap.tsx'
import { Tick } from '../../ui/tick.tsx'
import { saidMoney } from '../../words/money.ts'
import { calendarDay } from '../../words/time.ts'
import type { Choice, Group } from './choice.ts'
import { toggled } from './choice.ts'

interface Chosen {
  choice: Choice
  onChoose: (choice: Choice) => void
  onPart: (bill: OwnBill) => void
}

/** The bills of a period: each with its sum, and how it was reckoned behind it. */
export function BillGroup({ group: { period, bills, owedFen }, choice, onChoose, onPart }: { group: Group } & Chosen) {
  const ids = bills.map(({ id }) => id)
  const on = ids.some((id) => !choice.left.includes(id))
  return (
    <View className="card card--flush">
      <View className="bills__head">
        <Tick on={on} onTap={() => onChoose(toggled(choice, ids))} label={`${period}全部`} />
        <Text className="bills__period">{period}</Text>
        <Text className="bills__sum">{saidMoney(owedFen)}</Text>
      </View>
      {bills.map((bill) => (
        <BillLine key={bill.id} bill={bill} choice={choice} onChoose={onChoose} onPart={onPart} />
      ))}
    </View>
  )
}

function BillLine({ bill, choice, onChoose, onPart }: { bill: OwnBill } & Chosen) {
  const [open, setOpen] = useState(false)
  const { id, chargeName, owedFen, overdue } = bill
  const part = choice.parts[id]
  return (
    <View className="bills__line">
      <View className="bills__top">
        <Tick on={!choice.left.includes(id)} onTap={() => onChoose(toggled(choice, [id]))} label={chargeName} />
        <Tap className="bills__words" onTap={() => setOpen(!open)} label={`${chargeName}${saidMoney(owedFen)}，怎么算的`}>
          <View className="bills__names">
            <Text className="bills__name">{chargeName}</Text>
            {overdue && <Mark tone="late" icon="alarm" text="已过应缴日" />}
            <View className="bills__how">
              <Text>{open ? '收起' : '怎么算的'}</Text>
              <Icon name={open ? 'close' : 'down'} size={14} colour={colours.brand} />
            </View>
          </View>
          <View className="bills__amounts">
            <Text className="bills__amount">{saidMoney(part ?? owedFen)}</Text>
            {part !== undefined && <Text className="bills__of">共 {saidMoney(owedFen)}</Text>}
          </View>
        </Tap>
      </View>
      {open && <Reckoned bill={bill} onPart={() => onPart(bill)} />}
    </View>
  )
}

function Reckoned({ bill, onPart }: { bill: OwnBill; onPart: () => void }) {
  const { id, overdue, madeOf, amountFen, waivedFen, paidFen, dueOn } = bill
  const late = useRemote(() => call('GET /me/bills/{id}/late-fee', { path: { id } }), [id], { skip: !overdue })
  const fee = late.value?.lateFee
  return (
    <View className="reckoned">
      {madeOf.map(({ text, amountFen: fen }) => (
        <Sum key={text} text={text} fen={fen} />
      ))}
      {madeOf.length > 1 && <Sum text="应缴" fen={amountFen} />}
      {waivedFen > 0 && <Sum text="减免" fen={-waivedFen} />}
      {paidFen > 0 && <Sum text="已缴" fen={-paidFen} />}
      <Text className="note">请在 {calendarDay(dueOn)}前缴纳。</Text>
      {fee && (
        <>
          <Sum text={`至今的违约金：${fee.formula}`} fen={fee.feeFen} />
          <Text className="note">依据{fee.contract}，缴清这笔账单后另出一笔，现在不用缴。</Text>
        </>
      )}
      <Tap className="reckoned__part" onTap={onPart} label={`${bill.chargeName}先缴一部分`}>
        <Icon name="pencil" size={16} colour={colours.brand} />
        <Text>先缴一部分</Text>
      </Tap>
    </View>
  )
}

function Sum({ text, fen }: { text: string; fen: number | null }) {
  return (
    <View className="reckoned__sum">
      <Text className="reckoned__text">{text}</Text>
      {fen !== null && <Text className="reckoned__fen">{saidMoney(fen)}</Text>}
    </View>
  )
}
