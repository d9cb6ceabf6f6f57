import type {
  OverpaymentReason,
  OverpaymentRow,
  OverpaymentState,
  Page,
  PaymentWay,
  RefundRow,
  RefundState,
} from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { UNDER_WAY } from '../actions/ask-refund.ts'
import { OF_REFUND, REFUND_ROW, refundRow, type RefundRecordRow } from './refund-row.ts'

export interface RefundFilter {
  state?: RefundState
  query?: string
  cursor?: string
  limit: number
}

const REFUNDS = {
  name: 'list-refunds',
  text: `
    SELECT ${REFUND_ROW} FROM refunds r ${OF_REFUND}
    WHERE r.community_id = $1 AND ($2::text IS NULL OR r.state = $2) AND ($3::text IS NULL OR strpos(u.label, $3) > 0)
      AND ($4::timestamptz IS NULL OR (r.created_at, r.id) < ($4, $5::uuid))
    ORDER BY r.created_at DESC, r.id DESC LIMIT $6`,
}

export async function listRefunds(
  database: Database,
  act: CallerAct,
  communityId: string,
  { state, query, cursor, limit }: RefundFilter,
): Promise<Page<RefundRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, state ?? null, query ?? null, ...after, limit + 1]
  const rows = await database.read<RefundRecordRow>(act.reach, REFUNDS, values)
  return pageOf(
    rows,
    limit,
    (row) => [row.createdAt.toISOString(), row.id],
    (row) => refundRow(row, act.actor.id),
  )
}

const REFUND = {
  name: 'read-refund',
  text: `SELECT ${REFUND_ROW} FROM refunds r ${OF_REFUND} WHERE r.community_id = $1 AND r.id = $2`,
}

export async function readRefund(database: Database, act: CallerAct, communityId: string, id: string): Promise<RefundRow> {
  const [row] = await database.read<RefundRecordRow>(act.reach, REFUND, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return refundRow(row, act.actor.id)
}

export interface OverpaymentFilter {
  state?: OverpaymentState
  cursor?: string
  limit: number
}

interface OverpaymentRecord {
  id: string
  paymentId: string
  unitId: string
  unitLabel: string
  way: PaymentWay
  amountFen: number
  reason: OverpaymentReason
  state: OverpaymentState
  settledByName: string | null
  settledAt: Date | null
  createdAt: Date
  refunding: boolean
  version: number
}

const OVERPAYMENT = `
  SELECT o.id, o.payment_id AS "paymentId", o.unit_id AS "unitId", u.label AS "unitLabel", p.way, o.amount_fen::float8 AS "amountFen",
    o.reason, o.state, o.settled_by_name AS "settledByName", o.settled_at AS "settledAt", o.created_at AS "createdAt", o.version,
    EXISTS (SELECT 1 FROM refunds r WHERE r.community_id = o.community_id AND r.payment_id = o.payment_id AND r.overpaid_fen > 0
      AND r.state IN ${UNDER_WAY}) AS refunding
  FROM overpayments o
  JOIN units u ON u.community_id = o.community_id AND u.id = o.unit_id
  JOIN payments p ON p.community_id = o.community_id AND p.id = o.payment_id`

const OVERPAYMENTS = {
  name: 'list-overpayments',
  text: `
    ${OVERPAYMENT}
    WHERE o.community_id = $1 AND ($2::text IS NULL OR o.state = $2)
      AND ($3::timestamptz IS NULL OR (o.created_at, o.id) < ($3, $4::uuid))
    ORDER BY o.created_at DESC, o.id DESC LIMIT $5`,
}

const overpaymentRow = ({ createdAt, settledAt, ...row }: OverpaymentRecord): OverpaymentRow => ({
  ...row,
  createdAt: createdAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
})

export async function listOverpayments(
  database: Database,
  act: CallerAct,
  communityId: string,
  { state, cursor, limit }: OverpaymentFilter,
): Promise<Page<OverpaymentRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<OverpaymentRecord>(act.reach, OVERPAYMENTS, [communityId, state ?? null, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id], overpaymentRow)
}

const ONE_OVERPAYMENT = { name: 'read-overpayment', text: `${OVERPAYMENT} WHERE o.community_id = $1 AND o.id = $2` }

export async function readOverpayment(
  database: Database,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<OverpaymentRow> {
  const [row] = await database.read<OverpaymentRecord>(act.reach, ONE_OVERPAYMENT, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return overpaymentRow(row)
}
