import type { OverpaymentReason, OverpaymentState, PaymentProof, PaymentState, PaymentWay } from '@yinuo/contracts'
import { BILL_LABEL } from '../actions/lock-payment.ts'

/** What lists know of a payment `p` of the unit `u`. */
export const PAYMENT_ROW = `
  p.id, p.unit_id AS "unitId", u.label AS "unitLabel", p.way, p.state, p.amount_fen::float8 AS "amountFen", p.ahead_fen::float8 AS "aheadFen",
  p.refunded_fen::float8 AS "refundedFen", p.payer_name AS "payerName", p.taken_by_name AS "takenByName", p.reference,
  p.transaction_id AS "transactionId", p.proof, p.created_at AS "createdAt", p.paid_at AS "paidAt", p.closed_at AS "closedAt",
  (SELECT o.amount_fen::float8 FROM overpayments o WHERE o.community_id = p.community_id AND o.payment_id = p.id) AS "overFen",
  (SELECT r.number::float8 FROM receipts r WHERE r.community_id = p.community_id AND r.payment_id = p.id AND r.voided_at IS NULL)
    AS "receiptNumber",
  (SELECT string_agg(DISTINCT c.name, '、') FROM payment_parts t
   JOIN bills b ON b.community_id = t.community_id AND b.id = t.bill_id
   JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
   WHERE t.community_id = p.community_id AND t.payment_id = p.id) AS charges`

export const OF_PAYMENT = `JOIN units u ON u.community_id = p.community_id AND u.id = p.unit_id`

export interface PaymentRecordRow {
  id: string
  unitId: string
  unitLabel: string
  way: PaymentWay
  state: PaymentState
  amountFen: number
  aheadFen: number
  refundedFen: number
  payerName: string
  takenByName: string | null
  reference: string
  transactionId: string | null
  proof: PaymentProof | null
  createdAt: Date
  paidAt: Date | null
  closedAt: Date | null
  overFen: number | null
  receiptNumber: number | null
  charges: string | null
}

export const paymentRow = <Row extends PaymentRecordRow>({ createdAt, paidAt, closedAt, overFen, charges, ...row }: Row) => ({
  ...row,
  overFen: overFen ?? 0,
  charges: charges ?? '',
  createdAt: createdAt.toISOString(),
  paidAt: paidAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
})

/** The bills of a payment, in the order of their periods; its receipt as it was printed. */
export const PAYMENT_PARTS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('billId', b.id, 'text', ${BILL_LABEL('b', 'c')}, 'amountFen', t.amount_fen,
      'settledFen', t.settled_fen, 'refundedFen', t.refunded_fen) ORDER BY b.period_from, b.id), '[]')
   FROM payment_parts t
   JOIN bills b ON b.community_id = t.community_id AND b.id = t.bill_id
   JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
   WHERE t.community_id = p.community_id AND t.payment_id = p.id) AS parts,
  (SELECT jsonb_build_object('id', r.id, 'number', r.number, 'issuedAt', r.issued_at, 'issuedByName', r.issued_by_name, 'content', r.content)
   FROM receipts r WHERE r.community_id = p.community_id AND r.payment_id = p.id AND r.voided_at IS NULL) AS receipt`

export const PAYMENT_OVER = `
  (SELECT jsonb_build_object('id', o.id, 'amountFen', o.amount_fen, 'reason', o.reason, 'state', o.state, 'version', o.version)
   FROM overpayments o WHERE o.community_id = p.community_id AND o.payment_id = p.id) AS overpayment`

export interface OverpaymentPart {
  id: string
  amountFen: number
  reason: OverpaymentReason
  state: OverpaymentState
  version: number
}
