import type { BillKind, Fund } from '@yinuo/contracts'
import { billStateOf, owedOf, sentencesOf, type MadeOf } from '../rules/index.ts'

/** Of a bill `b`, its charge `c` and its unit `u`: what every list shows. */
export const BILL_ROW = `
  b.id, b.unit_id AS "unitId", u.label AS "unitLabel", b.charge_id AS "chargeId", c.name AS "chargeName", c.fund, b.kind,
  b.period_from::text AS "periodFrom", b.period_to::text AS "periodTo", b.due_on::text AS "dueOn", b.amount_fen::float8 AS "amountFen",
  b.waived_fen::float8 AS "waivedFen", b.paid_fen::float8 AS "paidFen", b.reversed_at AS "reversedAt",
  b.reversed_because AS "reversedBecause", b.made_of AS "madeOf", b.created_at AS "createdAt"`

export const OF_BILL = `
  JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
  JOIN units u ON u.community_id = b.community_id AND u.id = b.unit_id`

/** Still to be paid, as a condition over `b`. */
export const IS_OWED = '(b.reversed_at IS NULL AND b.paid_fen + b.waived_fen < b.amount_fen)'

export interface BillRecord {
  id: string
  unitId: string
  unitLabel: string
  chargeId: string
  chargeName: string
  fund: Fund
  kind: BillKind
  periodFrom: string
  periodTo: string
  dueOn: string
  amountFen: number
  waivedFen: number
  paidFen: number
  reversedAt: Date | null
  reversedBecause: string | null
  madeOf: MadeOf
  createdAt: Date
}

/** A bill as its lists show it. */
export const billRow = ({ madeOf, reversedAt, createdAt, reversedBecause, ...bill }: BillRecord, today: string) => ({
  ...bill,
  owedFen: owedOf({ ...bill, reversedAt }),
  state: billStateOf({ ...bill, reversedAt }),
  overdue: owedOf({ ...bill, reversedAt }) > 0 && bill.dueOn < today,
  createdAt: createdAt.toISOString(),
})

/** A bill with how it was reckoned, in sentences. */
export const billDetail = (bill: BillRecord, today: string) => ({
  ...billRow(bill, today),
  madeOf: sentencesOf(bill.madeOf, bill.amountFen),
  reversedAt: bill.reversedAt?.toISOString() ?? null,
  reversedBecause: bill.reversedBecause,
})
