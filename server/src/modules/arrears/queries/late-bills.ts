import type { Fund } from '@yinuo/contracts'
import { formulaOf, lateFee, type LateFeeTerms, type Movement } from '../rules/index.ts'

/** What a late fee is reckoned from, of a bill `b` with its charge `c`; null where the contract has none for it. */
export const LATE_FEE_OF = `
  (SELECT json_build_object('terms', json_build_object('rate', t.rate, 'graceDays', t.grace_days, 'capPercent', t.cap_percent),
      'contract', t.contract, 'movements', (SELECT coalesce(json_agg(json_build_object('on', m.day::text, 'fen', m.fen)), '[]') FROM (
        SELECT (p.paid_at AT TIME ZONE 'Asia/Shanghai')::date AS day, x.settled_fen AS fen
        FROM payment_parts x JOIN payments p ON p.community_id = x.community_id AND p.id = x.payment_id AND p.state = 'paid'
        WHERE x.community_id = b.community_id AND x.bill_id = b.id AND x.settled_fen > 0
        UNION ALL
        SELECT (f.done_at AT TIME ZONE 'Asia/Shanghai')::date, -x.amount_fen
        FROM refund_parts x JOIN refunds f ON f.community_id = x.community_id AND f.id = x.refund_id AND f.state = 'done'
        WHERE x.community_id = b.community_id AND x.bill_id = b.id) m))
    FROM late_fee_terms t
    WHERE t.community_id = b.community_id AND t.charge_id = b.charge_id AND t.active AND b.kind = 'charge' AND b.due_on >= t.valid_from)`

export interface LateFeeFacts {
  terms: LateFeeTerms
  contract: string
  movements: Movement[]
}

export interface LateBillRow {
  id: string
  unitId: string
  chargeName: string
  fund: Fund
  periodFrom: string
  periodTo: string
  dueOn: string
  amountFen: number
  waivedFen: number
  paidFen: number
  facts: LateFeeFacts | null
}

export const LATE_BILL = `
  b.id, b.unit_id AS "unitId", c.name AS "chargeName", c.fund, b.period_from::text AS "periodFrom", b.period_to::text AS "periodTo",
  b.due_on::text AS "dueOn", b.amount_fen::float8 AS "amountFen", b.waived_fen::float8 AS "waivedFen", b.paid_fen::float8 AS "paidFen",
  ${LATE_FEE_OF} AS facts`

/** The late fee of a bill up to a day, with how it was reckoned; null where there is none. */
export function feeOf({ facts, amountFen, waivedFen, dueOn }: LateBillRow, until: string) {
  if (!facts) return null
  const fee = lateFee(facts.terms, { amountFen: amountFen - waivedFen, dueOn, movements: facts.movements }, until)
  return { feeFen: fee.feeFen, formula: formulaOf(facts.terms, fee), contract: facts.contract, from: fee.spans[0]?.from ?? null }
}
