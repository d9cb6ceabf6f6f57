import type { Page, VisitRow, VisitState } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { weekOf } from '../rules/index.ts'
import { FROM, ROW, rowView, type Row } from './visit-row.ts'

/** As one walks: building, entrance, floor, room. What is named and is not there is not found. */
const LIST = {
  name: 'list-visits',
  text: `
    SELECT asked.found, page.* FROM (SELECT
        ($4::uuid IS NULL OR EXISTS (SELECT FROM visit_rounds WHERE community_id = $1 AND id = $4))
        AND ($5::uuid IS NULL OR EXISTS (SELECT FROM buildings WHERE community_id = $1 AND id = $5)) AS found) AS asked
    LEFT JOIN (
      SELECT ${ROW} FROM ${FROM}
      WHERE v.community_id = $1 AND ($4::uuid IS NULL OR v.round_id = $4) AND ($5::uuid IS NULL OR u.building_id = $5)
        AND (v.state = $6 OR ($6::text IS NULL AND v.state <> 'dropped'))
        AND ($7::uuid IS NULL OR v.assignee_id = $7) AND (NOT $8 OR v.assignee_id IS NULL)
        AND ($9::date IS NULL OR (v.state = 'planned' AND v.due_week <= $9))
        AND ($10::text IS NULL OR starts_with(u.room_key, room_key($10)) OR starts_with(u.room_key_reversed, reverse(room_key($10)) || '-'))
        AND ($11::int IS NULL OR (b.ordinal, b.id, coalesce(u.entrance, ''), u.floor, u.number, v.id) > ($11, $12::uuid, $13, $14::int, $15, $16::uuid))
      ORDER BY b.ordinal, b.id, coalesce(u.entrance, ''), u.floor, u.number, v.id LIMIT $17) AS page ON true
    ORDER BY page.ordinal, page."buildingId", page.entrance, page.floor, page.number, page.id`,
}

export interface VisitWish {
  roundId?: string
  buildingId?: string
  state?: VisitState
  assigneeId?: string
  mine?: boolean
  unassigned?: boolean
  due?: boolean
  late?: boolean
  query?: string
  cursor?: string
  limit: number
}

export async function listVisits(
  database: Database,
  act: CallerAct,
  communityId: string,
  wish: VisitWish,
): Promise<Page<VisitRow>> {
  const today = todayIn(act)
  const after = readCursor(wish.cursor, 6) ?? new Array<null>(6).fill(null)
  const values = [
    communityId,
    today,
    seesComplaints(act, communityId),
    wish.roundId ?? null,
    wish.buildingId ?? null,
    wish.state ?? null,
    wish.mine ? act.caller.staff!.id : (wish.assigneeId ?? null),
    wish.unassigned ?? false,
    dueUntil(wish, today),
    wish.query ?? null,
    ...after,
    wish.limit + 1,
  ]
  const found = await database.read<{ found: boolean } & (Row | { id: null })>(act.reach, LIST, values)
  if (!found[0]!.found) throw new ProblemError('NOT_FOUND')
  const rows = found.flatMap(({ found: _, ...row }) => (row.id === null ? [] : [row as Row]))
  return pageOf(rows, wish.limit, sortValues, (row) => rowView(row, today))
}

/** Who handles complaints of the whole community sees those of a home. */
export function seesComplaints(act: CallerAct, communityId: string): boolean {
  return holds(act.caller, communityId, 'complaints.read', null)
}

/** The last week of which visits are asked for. */
function dueUntil({ due, late }: VisitWish, today: string): string | null {
  if (late) return weekOf(weekBefore(today))
  return due ? weekOf(today) : null
}

function weekBefore(day: string): string {
  return new Date(Date.parse(day) - 7 * 86_400_000).toISOString().slice(0, 10)
}

function sortValues(row: Row): unknown[] {
  return [row.ordinal, row.buildingId, row.entrance, row.floor, row.number, row.id]
}
