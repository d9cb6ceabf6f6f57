import type { BillFilter, BillKind, BillRow, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { BILL_ROW, billRow, IS_OWED, OF_BILL, type BillRecord } from './bill-row.ts'

/** Which bills, as a condition; $1 community, $2 … as `valuesOf` gives them. */
const CHOSEN = `
  b.community_id = $1
  AND ($2::text IS NULL OR CASE $2 WHEN 'owed' THEN ${IS_OWED} WHEN 'overdue' THEN ${IS_OWED} AND b.due_on < $3
    WHEN 'paid' THEN b.reversed_at IS NULL AND b.paid_fen + b.waived_fen = b.amount_fen ELSE b.reversed_at IS NOT NULL END)
  AND ($4::uuid IS NULL OR b.charge_id = $4) AND ($5::uuid IS NULL OR b.unit_id = $5) AND ($6::text IS NULL OR b.kind = $6)
  AND ($7::date IS NULL OR (b.period_from < ($7::date + interval '1 month') AND b.period_to >= $7::date))
  AND (($8::uuid IS NULL AND $9::text IS NULL) OR b.unit_id IN (SELECT x.id FROM units x WHERE x.community_id = $1
    AND ($8::uuid IS NULL OR x.building_id = $8) AND ($9::text IS NULL OR strpos(x.room_key, room_key($9)) > 0)))
  AND ($10::uuid IS NULL OR b.run_id = $10)`

const LIST = {
  name: 'list-bills',
  text: `
    SELECT ${BILL_ROW} FROM bills b ${OF_BILL}
    WHERE ${CHOSEN} AND ($11::date IS NULL OR (b.period_from, b.id) < ($11, $12::uuid))
    ORDER BY b.period_from DESC, b.id DESC LIMIT $13`,
}

const SUM = {
  name: 'sum-bills',
  text: `
    SELECT count(*)::int AS bills, coalesce(sum(b.amount_fen - b.waived_fen) FILTER (WHERE b.reversed_at IS NULL), 0)::float8 AS "amountFen",
      coalesce(sum(b.paid_fen), 0)::float8 AS "paidFen"
    FROM bills b WHERE ${CHOSEN}`,
}

export interface ChosenBills {
  state?: BillFilter
  chargeId?: string
  unitId?: string
  kind?: BillKind
  /** yyyy-mm */
  month?: string
  buildingId?: string
  query?: string
  runId?: string
}

const valuesOf = (act: CallerAct, communityId: string, wish: ChosenBills) => [
  communityId,
  wish.state ?? null,
  todayIn(act),
  wish.chargeId ?? null,
  wish.unitId ?? null,
  wish.kind ?? null,
  wish.month ? `${wish.month}-01` : null,
  wish.buildingId ?? null,
  wish.query ?? null,
  wish.runId ?? null,
]

export async function listBills(
  database: Database,
  act: CallerAct,
  communityId: string,
  { cursor, limit, ...wish }: ChosenBills & { cursor?: string; limit: number },
): Promise<Page<BillRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<BillRecord>(act.reach, LIST, [...valuesOf(act, communityId, wish), ...after, limit + 1])
  return pageOf(
    rows,
    limit,
    (row) => [row.periodFrom, row.id],
    (row) => billRow(row, todayIn(act)),
  )
}

export async function sumBills(database: Database, act: CallerAct, communityId: string, wish: ChosenBills) {
  const [sum] = await database.read<{ bills: number; amountFen: number; paidFen: number }>(
    act.reach,
    SUM,
    valuesOf(act, communityId, wish),
  )
  return { ...sum!, owedFen: sum!.amountFen - sum!.paidFen }
}
