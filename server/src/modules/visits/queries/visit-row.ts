import {
  caseKinds,
  complaintCategories,
  complaintStates,
  repairCategories,
  repairStates,
  type CaseKind,
  type VisitCase,
  type VisitRow,
} from '@yinuo/contracts'
import { isLate } from '../rules/index.ts'
import { livesThere } from './fill-rounds.sql.ts'

/** A visit `v` of a unit `u`: $1 community, $2 today, $3 whether complaints may be seen. */
export const FROM = `
  visits v
  JOIN visit_rounds r ON r.community_id = v.community_id AND r.id = v.round_id
  JOIN units u ON u.community_id = v.community_id AND u.id = v.unit_id
  JOIN buildings b ON b.community_id = u.community_id AND b.id = u.building_id`

/** Cases of the home that are open. */
export const OPEN_CASES = `cases c WHERE c.community_id = v.community_id AND c.place_id = v.unit_id AND c.place_kind = 'unit' AND c.open
  AND (c.kind = 'repair' OR (c.kind = 'complaint' AND $3))`

export const ROW = `
  v.id, v.round_id AS "roundId", r.number AS "roundNumber", v.unit_id AS "unitId", u.label AS "unitLabel", u.building_id AS "buildingId",
  b.name AS "buildingName", b.ordinal, coalesce(u.entrance, '') AS entrance, u.floor, u.number,
  ARRAY(SELECT DISTINCT p.name FROM residencies h JOIN residents p ON p.community_id = h.community_id AND p.id = h.resident_id
    WHERE ${livesThere('$2::date')} ORDER BY p.name LIMIT 6) AS "residentNames",
  v.due_week::text AS "dueWeek", v.state, v.way,
  CASE WHEN v.wish IS NOT NULL THEN json_build_object('wish', v.wish, 'time', v.wish_time, 'note', v.wish_note) END AS wish,
  (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.id = v.assignee_id) AS assignee,
  (SELECT count(*)::int FROM jsonb_array_elements(v.tries) t WHERE t ->> 'outcome' = 'absent') AS absences,
  (SELECT max(p.ended_at)::date::text FROM visits p WHERE p.community_id = v.community_id AND p.unit_id = v.unit_id
    AND p.state = 'reached' AND p.id <> v.id) AS "lastVisitedOn",
  (SELECT count(*)::int FROM ${OPEN_CASES}) AS "openCases",
  v.satisfaction, v.ended_at AS "endedAt", v.made_by_name AS "madeByName", v.version`

export interface Row extends Omit<VisitRow, 'late' | 'endedAt'> {
  ordinal: number
  entrance: string
  number: string
  endedAt: Date | null
}

export function rowView({ ordinal: _o, entrance: _e, number: _n, endedAt, ...row }: Row, today: string): VisitRow {
  return { ...row, late: isLate(row, today), endedAt: endedAt?.toISOString() ?? null }
}

/** A case as a visit names it, as JSON. */
export const CASE = `json_build_object('id', c.id, 'kind', c.kind, 'number', c.number, 'category', c.category, 'state', c.state)`

export interface CaseRow {
  id: string
  kind: CaseKind
  number: string
  category: string
  state: string
}

const categoryNames: Readonly<Record<string, string>> = {
  ...complaintCategories,
  ...Object.fromEntries(Object.entries(repairCategories).map(([code, { label }]) => [code, label])),
}
const stateNames: Readonly<Record<'repair' | 'complaint', Readonly<Record<string, string>>>> = {
  repair: repairStates,
  complaint: complaintStates,
}

export function caseView({ id, kind, number, category, state }: CaseRow): VisitCase {
  const stateName = kind === 'consultation' ? caseKinds[kind] : stateNames[kind][state]
  return { id, kind, number, categoryName: categoryNames[category] ?? category, stateName: stateName ?? state }
}
