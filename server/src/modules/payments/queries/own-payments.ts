import type { OwnPayment, OwnPaymentRow, Page, ReceiptContent, RefundState, PaymentWay } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { OF_PAYMENT, PAYMENT_PARTS, PAYMENT_ROW, paymentRow, type PaymentRecordRow } from './payment-row.ts'

/**
 * Whose payments somebody sees: their own, and those for the home they live in, for the time since they do. A condition over `p`; $1 is
 * the account, $2 today.
 */
const OWN = `(p.account_id = $1 OR EXISTS (
  SELECT 1 FROM residencies s JOIN residents r ON r.community_id = s.community_id AND r.id = s.resident_id
  WHERE s.community_id = p.community_id AND s.unit_id = p.unit_id AND r.account_id = $1 AND s.valid_from <= $2::date
    AND (s.valid_until IS NULL OR s.valid_until >= $2::date)
    AND s.valid_from <= (p.created_at AT TIME ZONE 'Asia/Shanghai')::date))`

const OWN_ROW = `${PAYMENT_ROW}, p.community_id AS "communityId", k.name AS "communityName", p.account_id IS NOT DISTINCT FROM $1 AS mine`
const FROM = `payments p ${OF_PAYMENT} JOIN communities k ON k.id = p.community_id`

const LIST = {
  name: 'list-own-payments',
  text: `
    SELECT ${OWN_ROW} FROM ${FROM}
    WHERE ${OWN} AND p.state <> 'closed' AND ($3::uuid IS NULL OR p.unit_id = $3)
      AND ($4::timestamptz IS NULL OR (p.created_at, p.id) < ($4, $5::uuid))
      AND ($7::text IS NULL OR to_char(coalesce(p.paid_at, p.created_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY') = $7)
    ORDER BY p.created_at DESC, p.id DESC LIMIT $6`,
}

const READ = {
  name: 'read-own-payment',
  text: `
    SELECT ${OWN_ROW}, ${PAYMENT_PARTS}, p.expires_at AS "expiresAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'way', r.way, 'state', r.state, 'amountFen', r.amount_fen,
          'createdAt', r.created_at, 'doneAt', r.done_at) ORDER BY r.created_at DESC, r.id DESC), '[]')
       FROM refunds r WHERE r.community_id = p.community_id AND r.payment_id = p.id AND r.state NOT IN ('asked', 'refused')) AS refunds
    FROM ${FROM} WHERE p.id = $3 AND ${OWN}`,
}

interface OwnRecord extends PaymentRecordRow {
  communityId: string
  communityName: string
  mine: boolean
}

interface ReadRow extends OwnRecord {
  parts: { billId: string; text: string; amountFen: number; settledFen: number; refundedFen: number }[]
  receipt: { id: string; number: number; issuedAt: string; issuedByName: string; content: ReceiptContent } | null
  expiresAt: Date | null
  refunds: {
    id: string
    way: PaymentWay
    state: RefundState
    amountFen: number
    createdAt: string
    doneAt: string | null
  }[]
}

/** What is the office's own about a payment is left out. */
function ownRow(row: OwnRecord): OwnPaymentRow {
  const { proof: _, takenByName: __, reference: ___, ...shown } = paymentRow(row)
  return shown
}

const standing = (act: CallerAct) => [act.caller.account?.id ?? null, todayIn(act)]

export async function listOwnPayments(
  database: Database,
  act: CallerAct,
  { unitId, year, cursor, limit }: { unitId?: string; year?: string; cursor?: string; limit: number },
): Promise<Page<OwnPaymentRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<OwnRecord>(act.reach, LIST, [
    ...standing(act),
    unitId ?? null,
    ...after,
    limit + 1,
    year ?? null,
  ])
  return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id], ownRow)
}

export async function readOwnPayment(database: Database, act: CallerAct, id: string): Promise<OwnPayment> {
  const [row] = await database.read<ReadRow>(act.reach, READ, [...standing(act), id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { parts, receipt, expiresAt, refunds, ...rest } = row
  return {
    ...ownRow(rest),
    parts,
    receipt: receipt && { ...receipt, issuedAt: new Date(receipt.issuedAt).toISOString() },
    expiresAt: expiresAt?.toISOString() ?? null,
    refunds: refunds.map((refund) => ({
      ...refund,
      createdAt: new Date(refund.createdAt).toISOString(),
      doneAt: refund.doneAt && new Date(refund.doneAt).toISOString(),
    })),
  }
}
