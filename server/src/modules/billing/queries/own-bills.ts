import type { OwnBill, OwnBillAccount, OwnBillState, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { BILL_ROW, billDetail, IS_OWED, OF_BILL, type BillRecord } from './bill-row.ts'

/**
 * Whose bills somebody sees and may pay: those of the units they live in, for the time since they do. What was before them is another's.
 * A condition over `b`; $1 is the account, $2 today.
 */
export const OWN_BILL = `EXISTS (
  SELECT 1 FROM residencies s JOIN residents r ON r.community_id = s.community_id AND r.id = s.resident_id
  WHERE s.community_id = b.community_id AND s.unit_id = b.unit_id AND r.account_id = $1 AND s.valid_from <= b.period_to
    AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until >= $2))`

const OWN_ROW = `${BILL_ROW}, b.community_id AS "communityId", k.name AS "communityName"`
const FROM = `bills b ${OF_BILL} JOIN communities k ON k.id = b.community_id`

const LIST = {
  name: 'list-own-bills',
  text: `
    SELECT ${OWN_ROW} FROM ${FROM}
    WHERE ${OWN_BILL} AND b.community_id = ANY ($3::uuid[]) AND b.unit_id = ANY ($4::uuid[])
      AND CASE $5::text WHEN 'owed' THEN ${IS_OWED} WHEN 'paid' THEN b.reversed_at IS NULL AND NOT ${IS_OWED} ELSE b.reversed_at IS NULL END
      AND ($6::date IS NULL OR (b.period_from, b.id) < ($6, $7::uuid))
    ORDER BY b.period_from DESC, b.id DESC LIMIT $8`,
}

const READ = { name: 'read-own-bill', text: `SELECT ${OWN_ROW} FROM ${FROM} WHERE b.id = $3 AND ${OWN_BILL}` }

const ACCOUNTS = {
  name: 'list-own-bill-accounts',
  text: `
    SELECT k.id AS "communityId", k.name AS "communityName", u.id AS "unitId", u.label AS "unitLabel",
      coalesce(o.bills, 0)::int AS "owedBills", coalesce(o.fen, 0)::float8 AS "owedFen", coalesce(o.overdue, 0)::float8 AS "overdueFen",
      coalesce(a.balance_fen, 0)::float8 AS "balanceFen"
    FROM unnest($3::uuid[], $4::uuid[]) AS home (community_id, unit_id)
    JOIN communities k ON k.id = home.community_id
    JOIN units u ON u.community_id = home.community_id AND u.id = home.unit_id
    LEFT JOIN unit_balances a ON a.community_id = u.community_id AND a.unit_id = u.id
    LEFT JOIN LATERAL (
      SELECT count(*) AS bills, sum(b.amount_fen - b.waived_fen - b.paid_fen) AS fen,
        sum(b.amount_fen - b.waived_fen - b.paid_fen) FILTER (WHERE b.due_on < $2) AS overdue
      FROM bills b WHERE b.community_id = u.community_id AND b.unit_id = u.id AND ${IS_OWED} AND ${OWN_BILL}) o ON true
    ORDER BY k.name, u.label`,
}

type OwnRecord = BillRecord & { communityId: string; communityName: string }

const view = ({ communityId, communityName, ...bill }: OwnRecord, today: string): OwnBill => {
  const { reversedAt, reversedBecause, ...shown } = billDetail(bill, today)
  return { ...shown, communityId, communityName, reversed: reversedAt !== null }
}

const standing = (act: CallerAct) => [act.caller.account?.id ?? null, todayIn(act)]

export async function listOwnBills(
  database: Database,
  act: CallerAct,
  { state, unitId, cursor, limit }: { state?: OwnBillState; unitId?: string; cursor?: string; limit: number },
): Promise<Page<OwnBill>> {
  const homes = act.caller.homes.filter((home) => !unitId || home.unitId === unitId)
  if (unitId && homes.length === 0) throw new ProblemError('NOT_FOUND')
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<OwnRecord>(act.reach, LIST, [
    ...standing(act),
    homes.map((home) => home.communityId),
    homes.map((home) => home.unitId),
    state ?? 'all',
    ...after,
    limit + 1,
  ])
  return pageOf(
    rows,
    limit,
    (row) => [row.periodFrom, row.id],
    (row) => view(row, todayIn(act)),
  )
}

export async function readOwnBill(database: Database, act: CallerAct, id: string): Promise<OwnBill> {
  const [row] = await database.read<OwnRecord>(act.reach, READ, [...standing(act), id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return view(row, todayIn(act))
}

/** What each of the caller's homes owes, and what it has paid ahead. */
export function listOwnAccounts(database: Database, act: CallerAct): Promise<OwnBillAccount[]> {
  const homes = [...new Map(act.caller.homes.map((home) => [home.unitId, home])).values()]
  return database.read<OwnBillAccount>(act.reach, ACCOUNTS, [
    ...standing(act),
    homes.map((home) => home.communityId),
    homes.map((home) => home.unitId),
  ])
}
