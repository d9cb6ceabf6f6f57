import type { DayEndRow, DayEndState, DayEndView, Page } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'

const ROW = `
  d.id, d.cashier_name AS "cashierName", d.day::text AS day, d.state, d.sums, d.opening_fen::float8 AS "openingFen",
  d.expected_fen::float8 AS "expectedFen", d.counted_fen::float8 AS "countedFen", d.because, d.deposited_fen::float8 AS "depositedFen",
  d.deposit_slip AS "depositSlip", d.handed_over_fen::float8 AS "handedOverFen", d.closed_at AS "closedAt",
  d.decided_by_name AS "decidedByName", d.decided_at AS "decidedAt", d.returned_because AS "returnedBecause", d.version,
  d.cashier_id IS NOT DISTINCT FROM $2::uuid AS mine`

const LIST = {
  name: 'list-day-ends',
  text: `
    SELECT ${ROW} FROM day_ends d
    WHERE d.community_id = $1 AND ($3::text IS NULL OR d.state = $3) AND ($4::date IS NULL OR d.day >= $4) AND ($5::date IS NULL OR d.day <= $5)
      AND ($6::date IS NULL OR (d.day, d.id) < ($6, $7::uuid))
    ORDER BY d.day DESC, d.id DESC LIMIT $8`,
}

const READ = {
  name: 'read-day-end',
  text: `
    SELECT ${ROW}, d.counted,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.source_kind, 'sourceId', e.source_id, 'unitLabel', u.label,
          'way', coalesce(p.way, r.way), 'amountFen', coalesce(p.amount_fen, r.amount_fen), 'at', e.posted_at,
          'receiptNumber', (SELECT number FROM receipts c WHERE c.community_id = p.community_id AND c.payment_id = p.id AND c.voided_at IS NULL))
          ORDER BY e.posted_at, e.id), '[]')
       FROM day_end_entries t JOIN ledger_entries e ON e.community_id = t.community_id AND e.id = t.entry_id
       LEFT JOIN payments p ON e.source_kind = 'payment' AND p.community_id = e.community_id AND p.id = e.source_id
       LEFT JOIN refunds r ON e.source_kind = 'refund' AND r.community_id = e.community_id AND r.id = e.source_id
       JOIN units u ON u.community_id = e.community_id AND u.id = coalesce(p.unit_id, r.unit_id)
       WHERE t.community_id = d.community_id AND t.day_end_id = d.id) AS entries
    FROM day_ends d WHERE d.community_id = $1 AND d.id = $3`,
}

type Row = Omit<DayEndRow, 'closedAt' | 'decidedAt'> & { closedAt: Date; decidedAt: Date | null }

const dayEndRow = <Given extends Row>({ closedAt, decidedAt, ...row }: Given) => ({
  ...row,
  closedAt: closedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

export interface DayEndWish {
  state?: DayEndState
  from?: string
  to?: string
  cursor?: string
  limit: number
}

export async function listDayEnds(
  database: Database,
  act: Act,
  communityId: string,
  { state, from, to, cursor, limit }: DayEndWish,
): Promise<Page<DayEndRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const wish = [communityId, act.actor.id, state ?? null, from ?? null, to ?? null]
  const rows = await database.read<Row>(act.reach, LIST, [...wish, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.day, row.id], dayEndRow)
}

export async function readDayEnd(database: Database, act: Act, communityId: string, id: string): Promise<DayEndView> {
  const [row] = await database.read<Row & Pick<DayEndView, 'counted' | 'entries'>>(act.reach, READ, [
    communityId,
    act.actor.id,
    id,
  ])
  if (!row) throw new ProblemError('NOT_FOUND')
  const entries = row.entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }))
  return { ...dayEndRow(row), entries }
}
