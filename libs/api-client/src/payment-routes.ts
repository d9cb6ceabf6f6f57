import type {
  AddMerchant,
  AskRefund,
  OverpaymentRow,
  Page,
  PaymentRow,
  PaymentRules,
  PaymentView,
  PayMerchantView,
  RefundRow,
  SetMerchantKeys,
  SetPaymentRules,
} from '@yinuo/contracts'

interface Seen {
  version: number
}

/** What came in from the homes of a community, what goes back, and who takes it. */
export interface PaymentRoutes {
  'GET /communities/{communityId}/payments': { answer: Page<PaymentRow> }
  'GET /communities/{communityId}/payments/{id}': { answer: PaymentView }
  'POST /communities/{communityId}/payments/{id}/ask': { answer: PaymentView }
  'POST /communities/{communityId}/payments/{id}/refunds': { body: AskRefund; answer: PaymentView }
  'GET /communities/{communityId}/refunds': { answer: Page<RefundRow> }
  'POST /communities/{communityId}/refunds/{id}/approve': { body: Seen; answer: RefundRow }
  'POST /communities/{communityId}/refunds/{id}/refuse': { body: Seen & { because: string }; answer: RefundRow }
  'POST /communities/{communityId}/refunds/{id}/pay': { body: Seen; answer: RefundRow }
  'POST /communities/{communityId}/refunds/{id}/ask': { answer: RefundRow }
  'GET /communities/{communityId}/overpayments': { answer: Page<OverpaymentRow> }
  'POST /communities/{communityId}/overpayments/{id}/credit': { body: Seen; answer: OverpaymentRow }
  'GET /communities/{communityId}/payment-rules': { answer: PaymentRules }
  'PUT /communities/{communityId}/payment-rules': { body: SetPaymentRules; answer: PaymentRules }
  'GET /communities/{communityId}/pay-merchants': { answer: PayMerchantView[] }
  'POST /communities/{communityId}/pay-merchants': { body: AddMerchant; answer: PayMerchantView[] }
  'PUT /communities/{communityId}/pay-merchants/{id}/keys': { body: SetMerchantKeys; answer: PayMerchantView[] }
  'POST /communities/{communityId}/pay-merchants/{id}/test': { answer: PayMerchantView[] }
  'POST /communities/{communityId}/pay-merchants/{id}/stop': { body: Seen; answer: PayMerchantView[] }
}
