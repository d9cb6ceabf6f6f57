/** The pure rules of payments. */
export { linesOfPayment, linesOfRefund, type BookedBill } from './entry-of-payment.ts'
export { refundableOf, refundWays, type RefundablePart } from './refundable.ts'
export { owedOf, settleParts, takeFirst, type Part, type PayableBill } from './settle-parts.ts'
export { askAgainAt, askOrderAt, ORDER_LIVES_MS, REFUNDS_APART_MS } from './ask-again.ts'
export { faultOfTrade, isOver, isPaid, type OrderedPayment, type TradeFault } from './trade-fault.ts'
