import type { PaymentWay } from '@yinuo/contracts'

/** A part of a payment as far as giving it back asks. */
export interface RefundablePart {
  settledFen: number
  refundedFen: number
  /** What other refunds of this payment that are on their way take of it. */
  pendingFen: number
  /** What the bill still has of what was paid for it, by whatever payment, and what refunds on their way take of that. */
  billPaidFen: number
  billPendingFen: number
}

/** So much of a part can still be given back. */
export const refundableOf = ({ settledFen, refundedFen, pendingFen, billPaidFen, billPendingFen }: RefundablePart): number =>
  Math.max(0, Math.min(settledFen - refundedFen - pendingFen, billPaidFen - billPendingFen))

/** By which ways money goes back that came by one. WeChat takes back for a year only, so there is another way. */
export const refundWays: Readonly<Record<PaymentWay, readonly PaymentWay[]>> = {
  wechat: ['wechat', 'transfer', 'cash'],
  cash: ['cash', 'transfer'],
  transfer: ['transfer', 'cash'],
  pos: ['pos', 'transfer', 'cash'],
  balance: ['balance'],
}
