import type { Fund, LedgerAccount, PaymentWay } from '@yinuo/contracts'
import type { EntryLine } from '../../ledger/rules/index.ts'
import type { Part } from './settle-parts.ts'

/** How a bill is named in the books. */
export interface BookedBill {
  id: string
  fund: Fund
  /** The name of its charge. */
  category: string
  /** The charge and its period, as people read it. */
  label: string
}

/** Where the money of a way of paying lies. */
export const accountOf: Readonly<Record<PaymentWay, LedgerAccount>> = {
  wechat: 'wechat',
  cash: 'cash',
  transfer: 'bank',
  pos: 'bank',
  balance: 'prepaid',
}

/** Of one payment or refund: what it settles or takes back, what goes ahead, what is left over. */
export interface Shares {
  way: PaymentWay
  unitId: string
  paymentId: string
  parts: readonly Part[]
  aheadFen: number
  overFen: number
}

/** Money came in: against each bill, into the household's balance, and what is left over into suspense. */
export function linesOfPayment(shares: Shares, bills: readonly BookedBill[]): EntryLine[] {
  return linesOf(shares, bills, { money: 'debit', rest: 'credit', publishedAs: 'received' })
}

/** Money went back: from each bill, out of the balance, out of suspense. */
export function linesOfRefund(shares: Shares, bills: readonly BookedBill[]): EntryLine[] {
  return linesOf(shares, bills, { money: 'credit', rest: 'debit', publishedAs: 'refunded' })
}

interface Sides {
  money: 'debit' | 'credit'
  rest: 'debit' | 'credit'
  publishedAs: 'received' | 'refunded'
}

function linesOf(
  { way, unitId, paymentId, parts, aheadFen, overFen }: Shares,
  bills: readonly BookedBill[],
  { money, rest, publishedAs }: Sides,
): EntryLine[] {
  const known = new Map(bills.map((bill) => [bill.id, bill]))
  const total = parts.reduce((sum, { amountFen }) => sum + amountFen, aheadFen + overFen)
  const whose = { unitId, paymentId }
  return [
    { account: accountOf[way], side: money, amountFen: total, ...whose },
    ...parts.map(({ billId, amountFen }): EntryLine => {
      const { fund, category, label } = known.get(billId)!
      return { account: 'receivable', side: rest, amountFen, fund, category, text: label, billId, publishedAs, ...whose }
    }),
    { account: 'prepaid', side: rest, amountFen: aheadFen, ...whose },
    { account: 'suspense', side: rest, amountFen: overFen, ...whose },
  ]
}
