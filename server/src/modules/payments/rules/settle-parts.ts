import type { OverpaymentReason } from '@yinuo/contracts'

/** What a payment is for: so much of one bill. */
export interface Part {
  billId: string
  amountFen: number
}

/** A bill as far as paying it asks. */
export interface PayableBill {
  id: string
  amountFen: number
  waivedFen: number
  paidFen: number
  reversed: boolean
}

export interface Settling {
  settled: Part[]
  overFen: number
  /** Why money is left over; null when none is. */
  reason: OverpaymentReason | null
}

export const owedOf = (bill: PayableBill): number => (bill.reversed ? 0 : bill.amountFen - bill.waivedFen - bill.paidFen)

/** Each part settles what is still owed of its bill, whatever happened since the payment was opened; the rest is left over. */
export function settleParts(parts: readonly Part[], bills: readonly PayableBill[], wasClosed: boolean): Settling {
  const byId = new Map(bills.map((bill) => [bill.id, bill]))
  const settled = parts.map(({ billId, amountFen }) => {
    const bill = byId.get(billId)
    return { billId, amountFen: Math.min(amountFen, bill ? owedOf(bill) : 0) }
  })
  const overFen = parts.reduce((sum, { amountFen }, at) => sum + amountFen - settled[at]!.amountFen, 0)
  if (overFen === 0) return { settled, overFen, reason: null }
  const isReversed = parts.some(({ billId }) => byId.get(billId)?.reversed)
  return { settled, overFen, reason: wasClosed ? 'late' : isReversed ? 'reversed' : 'double' }
}

/** Takes a sum out of parts from the first on: what it covers, and what is left of them. */
export function takeFirst(parts: readonly Part[], sumFen: number): { taken: Part[]; left: Part[] } {
  let rest = Math.max(0, sumFen)
  const taken: Part[] = []
  const left: Part[] = []
  for (const { billId, amountFen } of parts) {
    const here = Math.min(rest, amountFen)
    rest -= here
    if (here > 0) taken.push({ billId, amountFen: here })
    if (here < amountFen) left.push({ billId, amountFen: amountFen - here })
  }
  return { taken, left }
}
