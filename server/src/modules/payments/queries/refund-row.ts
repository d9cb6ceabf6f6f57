import type { PaymentWay, RefundState } from '@yinuo/contracts'

/** What lists know of a refund `r` of the unit `u`. */
export const REFUND_ROW = `
  r.id, r.payment_id AS "paymentId", r.unit_id AS "unitId", u.label AS "unitLabel", r.way, r.state, r.amount_fen::float8 AS "amountFen",
  r.ahead_fen::float8 AS "aheadFen", r.overpaid_fen::float8 AS "overpaidFen", r.reason, r.asked_by AS "askedBy",
  r.asked_by_name AS "askedByName", r.approved_by_name AS "approvedByName", r.refused_because AS "refusedBecause", r.trouble,
  r.created_at AS "createdAt", r.done_at AS "doneAt", r.version`

export const OF_REFUND = `JOIN units u ON u.community_id = r.community_id AND u.id = r.unit_id`

export interface RefundRecordRow {
  id: string
  paymentId: string
  unitId: string
  unitLabel: string
  way: PaymentWay
  state: RefundState
  amountFen: number
  aheadFen: number
  overpaidFen: number
  reason: string
  askedBy: string
  askedByName: string
  approvedByName: string | null
  refusedBecause: string | null
  trouble: string | null
  createdAt: Date
  doneAt: Date | null
  version: number
}

/** Who asked does not approve. */
export const refundRow = ({ askedBy, createdAt, doneAt, ...row }: RefundRecordRow, staffId: string | null) => ({
  ...row,
  askedByMe: askedBy === staffId,
  createdAt: createdAt.toISOString(),
  doneAt: doneAt?.toISOString() ?? null,
})
