import type { Page, VisitRoundRow, VisitRoundView } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { weekOf } from '../rules/index.ts'

/** A round `r` with its numbers `n`, as far as the reader may see its visits. $2: the Monday of this week. */
const ROW = `
  r.id, r.number, r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn", r.way, r.opened_by_name AS "openedByName",
  ARRAY(SELECT b.name FROM buildings b WHERE b.community_id = r.community_id AND b.id = ANY (r.building_ids) ORDER BY b.ordinal) AS "buildingNames",
  r.closed_at IS NULL AS running, n.*`

const NUMBERS = `
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE v.state = 'planned')::int AS planned,
      count(*) FILTER (WHERE v.state = 'reached')::int AS reached, count(*) FILTER (WHERE v.state = 'unreached')::int AS unreached,
      count(*) FILTER (WHERE v.state = 'declined')::int AS declined, count(*) FILTER (WHERE v.state = 'missed')::int AS missed,
      count(*) FILTER (WHERE v.state = 'planned' AND v.due_week < $2::date)::int AS late,
      count(*) FILTER (WHERE v.state = 'planned' AND v.assignee_id IS NULL)::int AS unassigned,
      round(avg(v.satisfaction), 2)::float8 AS satisfaction
    FROM visits v WHERE v.community_id = r.community_id AND v.round_id = r.id AND v.state <> 'dropped') n`

const LIST = {
  name: 'list-visit-rounds',
  text: `SELECT ${ROW} FROM visit_rounds r ${NUMBERS}
    WHERE r.community_id = $1 AND ($3::int IS NULL OR r.number < $3) ORDER BY r.number DESC LIMIT $4`,
}

const READ = {
  name: 'read-visit-round',
  text: `
    SELECT ${ROW},
      coalesce((SELECT json_agg(p ORDER BY p.ordinal) FROM (
        SELECT b.id AS "buildingId", b.name, b.ordinal, count(*)::int AS total, count(*) FILTER (WHERE v.state = 'reached')::int AS reached,
          count(*) FILTER (WHERE v.state = 'planned')::int AS planned,
          count(*) FILTER (WHERE v.state = 'planned' AND v.due_week < $2::date)::int AS late,
          count(*) FILTER (WHERE v.state = 'planned' AND v.assignee_id IS NULL)::int AS unassigned
        FROM visits v JOIN units u ON u.community_id = v.community_id AND u.id = v.unit_id
        JOIN buildings b ON b.community_id = u.community_id AND b.id = u.building_id
        WHERE v.community_id = r.community_id AND v.round_id = r.id AND v.state <> 'dropped' GROUP BY b.id, b.name, b.ordinal) p), '[]') AS "byBuilding",
      coalesce((SELECT json_agg(w ORDER BY w.week) FROM (
        SELECT v.due_week AS week, count(*)::int AS due, count(*) FILTER (WHERE v.state = 'reached')::int AS reached,
          count(*) FILTER (WHERE v.state IN ('unreached', 'declined', 'missed'))::int AS others
        FROM visits v WHERE v.community_id = r.community_id AND v.round_id = r.id AND v.state <> 'dropped' GROUP BY v.due_week) w), '[]') AS "byWeek"
    FROM visit_rounds r ${NUMBERS} WHERE r.community_id = $1 AND r.id = $3`,
}

export async function listRounds(
  database: Database,
  act: CallerAct,
  communityId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<VisitRoundRow>> {
  const [after] = readCursor(cursor, 1) ?? [null]
  const rows = await database.read<VisitRoundRow>(act.reach, LIST, [communityId, weekOf(todayIn(act)), after, limit + 1])
  return pageOf(
    rows,
    limit,
    (row) => [row.number],
    (row) => row,
  )
}

export async function readRound(database: Database, act: CallerAct, communityId: string, id: string): Promise<VisitRoundView> {
  type Found = Omit<VisitRoundView, 'byBuilding'> & { byBuilding: (VisitRoundView['byBuilding'][number] & { ordinal: number })[] }
  const [found] = await database.read<Found>(act.reach, READ, [communityId, weekOf(todayIn(act)), id])
  if (!found) throw new ProblemError('NOT_FOUND')
  return { ...found, byBuilding: found.byBuilding.map(({ ordinal: _, ...building }) => building) }
}
