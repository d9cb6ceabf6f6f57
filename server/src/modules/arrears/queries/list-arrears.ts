import type { AgeBand, ArrearsOrder, ArrearsRow, ArrearsSummary, Page } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { maskName } from '../../../platform/privacy/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { bandOf, overdue, OWED } from './owed.sql.ts'

/** `$1` community, `$2` today. Households with something overdue, worst first. */
const LIST = {
  name: 'list-arrears',
  text: `
    WITH owed AS (
      SELECT b.unit_id, sum(${OWED})::float8 AS owed, count(*)::int AS bills, min(b.due_on) AS oldest
      FROM bills b WHERE b.community_id = $1 AND ${overdue('$2::date')} GROUP BY b.unit_id),
    households AS (
      SELECT o.*, u.label, g.id AS building_id, g.name AS building, ${bandOf('($2::date - o.oldest)')} AS band
      FROM owed o JOIN units u ON u.community_id = $1 AND u.id = o.unit_id
      JOIN buildings g ON g.community_id = $1 AND g.id = u.building_id),
    page AS (
      SELECT h.* FROM households h
      WHERE ($3::uuid IS NULL OR h.building_id = $3) AND ($4::text IS NULL OR h.band = $4)
        AND ($5::text IS NULL OR h.label ILIKE '%' || $5 || '%')
        AND CASE WHEN $7::float8 IS NULL THEN true WHEN $6 = 'age' THEN (h.oldest, h.unit_id) > ($8::date, $9::uuid)
          ELSE (h.owed, h.unit_id) < ($7, $9::uuid) END
      ORDER BY CASE WHEN $6 = 'age' THEN h.oldest END, CASE WHEN $6 = 'age' THEN h.unit_id END, h.owed DESC, h.unit_id DESC LIMIT $10)
    SELECT h.unit_id AS "unitId", h.label AS "unitLabel", h.building AS "buildingName", h.owed AS "owedFen", h.bills, h.oldest::text AS "oldestDueOn",
      $2::date - h.oldest AS days, h.band,
      ARRAY(SELECT DISTINCT r.name FROM residencies s JOIN residents r ON r.community_id = s.community_id AND r.id = s.resident_id
        WHERE s.community_id = $1 AND s.unit_id = h.unit_id AND s.role = 'owner' AND s.valid_from <= $2
          AND (s.valid_until IS NULL OR s.valid_until >= $2) AND r.erased_at IS NULL ORDER BY r.name LIMIT 4) AS owners,
      (SELECT max(m.reminded_on)::text FROM reminders m WHERE m.community_id = $1 AND m.unit_id = h.unit_id) AS "remindedOn",
      (SELECT count(*)::int FROM reminders m WHERE m.community_id = $1 AND m.unit_id = h.unit_id) AS reminders,
      EXISTS (SELECT FROM reminder_stops x WHERE x.community_id = $1 AND x.unit_id = h.unit_id AND (x.until IS NULL OR x.until >= $2)) AS stopped
    FROM page h
    ORDER BY CASE WHEN $6 = 'age' THEN h.oldest END, CASE WHEN $6 = 'age' THEN h.unit_id END, h.owed DESC, h.unit_id DESC`,
}

export interface ArrearsWish {
  buildingId?: string | undefined
  age?: AgeBand | undefined
  query?: string | undefined
  order?: ArrearsOrder | undefined
  cursor?: string | undefined
  limit: number
}

/** Names are masked: who needs the person finds them in the household's file. */
export async function listArrears(
  database: Database,
  act: Act,
  communityId: string,
  wish: ArrearsWish,
): Promise<Page<ArrearsRow>> {
  const after = readCursor(wish.cursor, 3) ?? [null, null, null]
  const filters = [
    wish.buildingId ?? null,
    wish.age ?? null,
    wish.query?.replace(/[\\%_]/g, '\\$&') ?? null,
    wish.order ?? 'amount',
  ]
  const rows = await database.read<ArrearsRow>(act.reach, LIST, [communityId, todayIn(act), ...filters, ...after, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.owedFen, row.oldestDueOn, row.unitId],
    (row) => ({ ...row, owners: row.owners.map(maskName) }),
  )
}

const SUMMARY = {
  name: 'arrears-summary',
  text: `
    WITH owed AS (
      SELECT u.building_id, ${bandOf('($2::date - b.due_on)')} AS band, ${OWED} AS fen, b.unit_id
      FROM bills b JOIN units u ON u.community_id = b.community_id AND u.id = b.unit_id
      WHERE b.community_id = $1 AND ${overdue('$2::date')})
    SELECT (SELECT coalesce(sum(fen), 0)::float8 FROM owed) AS "owedFen", (SELECT count(DISTINCT unit_id)::int FROM owed) AS households,
      (SELECT coalesce(json_agg(json_build_object('buildingId', s.building_id, 'buildingName', g.name, 'age', s.band, 'owedFen', s.fen,
        'households', s.households) ORDER BY g.ordinal, g.id, s.band), '[]')
       FROM (SELECT building_id, band, sum(fen)::float8 AS fen, count(DISTINCT unit_id)::int AS households FROM owed GROUP BY building_id, band) s
       JOIN buildings g ON g.community_id = $1 AND g.id = s.building_id) AS parts`,
}

/** What is overdue by building and by how long, each bill in the band of its own age. */
export async function arrearsSummary(database: Database, act: Act, communityId: string): Promise<ArrearsSummary> {
  const [summary] = await database.read<ArrearsSummary>(act.reach, SUMMARY, [communityId, todayIn(act)])
  return summary!
}
