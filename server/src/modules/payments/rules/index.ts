/** The pure rules of payments. */
export { linesOfPayment, linesOfRefund, type BookedBill } from './entry-of-payment.ts'
export { refundableOf, refundWays, type RefundablePart } from './refundable.ts'
export { owedOf, settleParts, type Part, type PayableBill } from './settle-parts.ts'
