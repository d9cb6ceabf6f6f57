import type { BillState } from '@yinuo/contracts'

export interface Sums {
  amountFen: number
  waivedFen: number
  paidFen: number
  reversedAt: string | Date | null
}

export const owedOf = ({ amountFen, waivedFen, paidFen, reversedAt }: Sums) => (reversedAt ? 0 : amountFen - waivedFen - paidFen)

/** How far a bill is paid, out of its sums. */
export function billStateOf(bill: Sums): BillState {
  if (bill.reversedAt) return 'reversed'
  if (owedOf(bill) === 0) return 'paid'
  return bill.paidFen > 0 ? 'part' : 'open'
}
