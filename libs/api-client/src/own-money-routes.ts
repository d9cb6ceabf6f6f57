import type {
  LateFeeNow,
  OpenedPayment,
  OwnBill,
  OwnBillAccount,
  OwnPayment,
  OwnPaymentRow,
  Page,
  Pay,
  PayRequest,
  ReceiptLink,
} from '@yinuo/contracts'

/** What residents owe, pay and have paid. */
export interface OwnMoneyRoutes {
  'GET /me/bills': { answer: Page<OwnBill> }
  'GET /me/bills/{id}': { answer: OwnBill }
  'GET /me/bills/{id}/late-fee': { answer: LateFeeNow }
  'GET /me/bill-accounts': { answer: OwnBillAccount[] }
  'GET /me/payments': { answer: Page<OwnPaymentRow> }
  'GET /me/payments/{id}': { answer: OwnPayment }
  'GET /me/payments/{id}/receipt-link': { answer: ReceiptLink }
  'POST /me/payments': { body: Pay; answer: OpenedPayment }
  'POST /me/payments/{id}/request': { answer: PayRequest }
  'POST /me/payments/{id}/ask': { answer: OwnPayment }
  'POST /me/payments/{id}/close': { answer: OwnPayment }
}
