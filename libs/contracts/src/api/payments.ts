import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── payments of a community ───────────────────────────────────────────────────
/** GET …/payments?way=&state=&unitId=&from=&to=&query=&cursor= → Page<PaymentRow> ; GET …/payments/{id} ; POST …/payments/{id}/(ask|refunds) */
export type PaymentRow = Schemas['PaymentRow']
export type PaymentView = Schemas['PaymentView']
export type PaymentPart = Schemas['PaymentPart']
export type PaymentReceipt = Schemas['PaymentReceipt']
export type AskRefund = Schemas['AskRefund']

/** GET …/refunds?state=&query=&cursor= → Page<RefundRow> ; POST …/refunds/{id}/(approve|refuse|pay|ask) */
export type RefundRow = Schemas['RefundRow']

/** GET …/overpayments?state=&cursor= → Page<OverpaymentRow> ; POST …/overpayments/{id}/credit */
export type OverpaymentRow = Schemas['OverpaymentRow']

/** GET, PUT …/payment-rules */
export type PaymentRules = Schemas['PaymentRules']
export type SetPaymentRules = Schemas['SetPaymentRules']

/** GET, POST …/pay-merchants ; PUT …/pay-merchants/{id}/keys ; POST …/pay-merchants/{id}/(test|stop) */
export type PayMerchantView = Schemas['PayMerchantView']
export type AddMerchant = Schemas['AddMerchant']
export type SetMerchantKeys = Schemas['SetMerchantKeys']

// ── what residents pay ────────────────────────────────────────────────────────
/** POST /api/me/payments → OpenedPayment ; POST /api/me/payments/{id}/request → PayRequest ; POST …/{id}/(ask|close) → OwnPayment */
export type Pay = Schemas['Pay']
export type OpenedPayment = Schemas['OpenedPayment']
export type PayRequest = Schemas['PayRequest']
/** GET /api/me/payments?unitId=&cursor= → Page<OwnPaymentRow> ; GET /api/me/payments/{id} → OwnPayment */
export type OwnPaymentRow = Schemas['OwnPaymentRow']
export type OwnPayment = Schemas['OwnPayment']
