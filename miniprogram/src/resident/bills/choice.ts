import { moneyLimits, periodName } from '@yinuo/contracts'
import type { OwnBill } from '@yinuo/contracts'

/** What somebody makes of their bills before they pay: everything is to be paid unless they say otherwise. */
export interface Choice {
  /** bills that are not to be paid now */
  left: readonly string[]
  /** of some bills only a part, in fen */
  parts: Readonly<Record<string, number>>
  /** paid ahead besides */
  aheadFen: number
  /** what was paid ahead before is used first */
  useBalance: boolean
}

export interface Group {
  key: string
  period: string
  bills: OwnBill[]
  owedFen: number
}

export interface PartToPay {
  billId: string
  amountFen: number
}

type Payable = Pick<OwnBill, 'id' | 'owedFen'>

export const wholeChoice: Choice = { left: [], parts: {}, aheadFen: 0, useBalance: true }

/** The oldest period first: what is due longest is paid first. */
export function groupsOf(bills: readonly OwnBill[]): Group[] {
  const groups = new Map<string, Group>()
  for (const bill of bills) {
    const key = `${bill.periodFrom}/${bill.periodTo}`
    const group = groups.get(key) ?? { key, period: periodName(bill.periodFrom, bill.periodTo), bills: [], owedFen: 0 }
    groups.set(key, { ...group, bills: [...group.bills, bill], owedFen: group.owedFen + bill.owedFen })
  }
  return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** What is paid of which bill. More bills than go into one payment are left for the next. */
export function partsOf(bills: readonly Payable[], { left, parts }: Choice): PartToPay[] {
  return bills
    .filter(({ id, owedFen }) => owedFen > 0 && !left.includes(id))
    .slice(0, moneyLimits.billsAtOnce)
    .map(({ id, owedFen }) => ({ billId: id, amountFen: Math.min(parts[id] ?? owedFen, owedFen) }))
}

export function sumOf(parts: readonly PartToPay[], aheadFen = 0): number {
  return parts.reduce((sum, { amountFen }) => sum + amountFen, aheadFen)
}

export function toggled(choice: Choice, billIds: readonly string[]): Choice {
  const some = billIds.some((id) => !choice.left.includes(id))
  const others = choice.left.filter((id) => !billIds.includes(id))
  return { ...choice, left: some ? [...others, ...billIds] : others }
}

/** A part of a bill; the whole of it when the part is not less. */
export function withPart(choice: Choice, { id, owedFen }: Payable, amountFen: number): Choice {
  const { [id]: _before, ...others } = choice.parts
  return {
    ...choice,
    parts: amountFen < owedFen ? { ...others, [id]: amountFen } : others,
    left: choice.left.filter((each) => each !== id),
  }
}

/** How much of it the balance pays, and how much is left to WeChat. What is paid ahead never comes out of the balance. */
export function shareOf(parts: readonly PartToPay[], { aheadFen, useBalance }: Choice, balanceFen: number) {
  const balance = useBalance ? Math.min(sumOf(parts), balanceFen) : 0
  return { balanceFen: balance, wechatFen: sumOf(parts, aheadFen) - balance }
}
