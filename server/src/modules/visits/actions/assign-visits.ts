import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { makersOf } from '../queries/list-makers.ts'
import { auditVisit } from './audit-visit.ts'

export const VISITS_ASSIGNED = 'visits.assigned'

export interface VisitsAssigned {
  staffId: string
  name: string
  count: number
  places: string
  firstWeek: string
}

export interface AssignWish {
  roundId: string
  buildingIds: string[]
  visitIds: string[]
  onlyUnassigned: boolean
  /** nobody: they wait for somebody again */
  assigneeId?: string
}

/** $5: the buildings the taker reaches, null: all. One of another building is not theirs to take, and nothing is assigned. */
const ASSIGN = `
  WITH chosen AS (
    SELECT v.id, u.building_id FROM visits v JOIN units u ON u.community_id = v.community_id AND u.id = v.unit_id
    WHERE v.community_id = $1 AND v.round_id = $2 AND v.state = 'planned' AND (u.building_id = ANY ($3::uuid[]) OR v.id = ANY ($4::uuid[]))
      AND v.assignee_id IS DISTINCT FROM $6 AND (NOT $7 OR v.assignee_id IS NULL)
  ), assigned AS (
    UPDATE visits v SET assignee_id = $6, version = v.version + 1 FROM chosen c
    WHERE v.community_id = $1 AND v.id = c.id AND ($5::uuid[] IS NULL OR c.building_id = ANY ($5))
    RETURNING v.due_week, c.building_id
  )
  SELECT (SELECT count(*)::int FROM visit_rounds WHERE community_id = $1 AND id = $2 AND closed_at IS NULL) AS running,
    (SELECT count(*)::int FROM buildings WHERE community_id = $1 AND id = ANY ($3::uuid[])) AS buildings,
    (SELECT count(*)::int FROM visits WHERE community_id = $1 AND round_id = $2 AND id = ANY ($4::uuid[])) AS visits,
    (SELECT count(*)::int FROM chosen) AS chosen, count(*)::int AS count, min(due_week)::text AS "firstWeek",
    (SELECT string_agg(name, '、' ORDER BY ordinal) FROM (SELECT DISTINCT b.name, b.ordinal FROM assigned a
      JOIN buildings b ON b.community_id = $1 AND b.id = a.building_id ORDER BY b.ordinal LIMIT 5) named) AS places
  FROM assigned`

interface Assigned {
  running: number
  buildings: number
  visits: number
  chosen: number
  count: number
  firstWeek: string | null
  places: string | null
}

/** Gives buildings or single visits of a round to somebody, in one statement. */
export async function assignVisits(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { roundId, buildingIds, visitIds, onlyUnassigned, assigneeId }: AssignWish,
): Promise<{ assigned: number }> {
  if (buildingIds.length + visitIds.length === 0)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'buildingIds', message: '请选择楼栋或要分派的回访。' }])
  const taker = assigneeId ? (await makersOf(tx, communityId)).find(({ id }) => id === assigneeId) : null
  if (taker === undefined) throw new ProblemError('STAFF_NOT_AVAILABLE')
  const values = [communityId, roundId, buildingIds, visitIds, taker?.buildingIds ?? null, taker?.id ?? null, onlyUnassigned]
  const [row] = (await tx.query(ASSIGN, values)) as Assigned[]
  const { running, buildings, visits, chosen, count, firstWeek, places } = row!
  if (!running || buildings !== buildingIds.length || visits !== visitIds.length) throw new ProblemError('NOT_FOUND')
  if (chosen !== count) throw new ProblemError('VISITS_OUT_OF_SCOPE', { name: taker!.name })
  await auditVisit(tx, act, communityId, {
    action: 'visits.assign',
    subjectKind: 'visit-round',
    subjectId: roundId,
    before: null,
    after: { assigneeId: taker?.id ?? null, assigneeName: taker?.name ?? null, buildingIds, visits: count, places },
  })
  if (taker && count > 0 && taker.id !== act.actor.id)
    await tell(tx, act, VISITS_ASSIGNED, communityId, { staffId: taker.id, name: taker.name, count, places, firstWeek })
  return { assigned: count }
}
