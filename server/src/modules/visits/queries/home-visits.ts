import type { HomeVisit, Page, PastHomeVisit, PastVisit } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { CASE, caseView, type CaseRow } from './visit-row.ts'

/** Since when the caller ($3) has lived in the home ($2) without a break; what was before is another household's. */
const SINCE = `
  mine AS (SELECT min(h.valid_from) AS since FROM residencies h JOIN residents p ON p.community_id = h.community_id AND p.id = h.resident_id
    WHERE h.community_id = $1 AND h.unit_id = $2 AND p.account_id = $3 AND h.valid_from <= $4::date
      AND (h.valid_until IS NULL OR h.valid_until >= $4::date))`

const NEXT = {
  name: 'next-home-visit',
  text: `
    WITH ${SINCE}
    SELECT v.id, v.due_week::text AS "dueWeek", v.state, v.way,
      CASE WHEN v.wished_on >= mine.since THEN json_build_object('wish', v.wish, 'time', v.wish_time, 'note', v.wish_note) END AS wish,
      (SELECT s.name FROM staff s WHERE s.id = v.assignee_id) AS "visitorName", v.version
    FROM mine JOIN visits v ON v.community_id = $1 AND v.unit_id = $2
    JOIN visit_rounds r ON r.community_id = v.community_id AND r.id = v.round_id AND r.closed_at IS NULL
    WHERE v.state = 'planned' OR (v.state = 'declined' AND v.made_by IS NULL AND v.wished_on >= mine.since)
    ORDER BY v.state = 'planned' DESC, v.due_week DESC LIMIT 1`,
}

const FINDINGS = (reader: string) => `coalesce((SELECT json_agg(${CASE} ORDER BY c.reported_at, c.id) FROM visit_findings f
  JOIN cases c ON c.community_id = f.community_id AND c.id = f.case_id
  WHERE f.community_id = v.community_id AND f.visit_id = v.id AND ${reader}), '[]')`

const AFTER = (at: string) => `(${at}::timestamptz IS NULL OR (v.ended_at, v.id) < (${at}, $${Number(at.slice(1)) + 1}::uuid))`

const PAST_OF_MINE = {
  name: 'past-home-visits',
  text: `
    WITH ${SINCE}
    SELECT v.id, v.state, v.way, v.ended_at AS "endedAt", v.made_by_name AS "madeByName", v.satisfaction,
      ${FINDINGS('c.reporter_account_id = $3')} AS findings
    FROM mine JOIN visits v ON v.community_id = $1 AND v.unit_id = $2
    WHERE v.state IN ('reached', 'unreached', 'declined') AND v.made_by IS NOT NULL
      AND (v.ended_at AT TIME ZONE 'Asia/Shanghai')::date >= mine.since AND ${AFTER('$5')}
    ORDER BY v.ended_at DESC, v.id DESC LIMIT $7`,
}

const PAST_OF_HOUSEHOLD = {
  name: 'past-household-visits',
  text: `
    SELECT asked.found, page.* FROM (SELECT EXISTS (SELECT FROM units WHERE community_id = $1 AND id = $2) AS found) AS asked
    LEFT JOIN (
      SELECT v.id, r.number AS "roundNumber", v.state, v.way, v.ended_at AS "endedAt", v.made_by_name AS "madeByName", v.satisfaction, v.notes,
        ${FINDINGS(`(c.kind = 'repair' OR $3)`)} AS findings
      FROM visits v JOIN visit_rounds r ON r.community_id = v.community_id AND r.id = v.round_id
      WHERE v.community_id = $1 AND v.unit_id = $2 AND v.state NOT IN ('planned', 'dropped') AND ${AFTER('$4')}
      ORDER BY v.ended_at DESC, v.id DESC LIMIT $6) AS page ON true
    ORDER BY page."endedAt" DESC, page.id DESC`,
}

type FoundOf<View extends { findings: unknown; endedAt: string }> = Omit<View, 'findings' | 'endedAt'> & {
  id: string
  endedAt: Date
  findings: CaseRow[]
}

interface Asked {
  unitId: string
  cursor?: string
  limit: number
}

export async function nextHomeVisit(
  database: Database,
  act: CallerAct,
  communityId: string,
  unitId: string,
): Promise<{ next: HomeVisit | null }> {
  refuseElsewhere(act, communityId, unitId)
  const [next] = await database.read<HomeVisit>(act.reach, NEXT, [communityId, unitId, act.caller.account!.id, todayIn(act)])
  return { next: next ?? null }
}

/** What the household saw of its visits since the caller belongs to it. */
export async function pastHomeVisits(
  database: Database,
  act: CallerAct,
  communityId: string,
  { unitId, cursor, limit }: Asked,
): Promise<Page<PastHomeVisit>> {
  refuseElsewhere(act, communityId, unitId)
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, unitId, act.caller.account!.id, todayIn(act), ...after, limit + 1]
  const rows = await database.read<FoundOf<PastHomeVisit>>(act.reach, PAST_OF_MINE, values)
  return pageOf(rows, limit, sortValues, view)
}

/** All visits a home has had, for the office. */
export async function pastHouseholdVisits(
  database: Database,
  act: CallerAct,
  communityId: string,
  { unitId, seesComplaints, cursor, limit }: Asked & { seesComplaints: boolean },
): Promise<Page<PastVisit>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, unitId, seesComplaints, ...after, limit + 1]
  type Found = { found: boolean } & (FoundOf<PastVisit> | { id: null })
  const found = await database.read<Found>(act.reach, PAST_OF_HOUSEHOLD, values)
  if (!found[0]!.found) throw new ProblemError('NOT_FOUND')
  const rows = found.flatMap(({ found: _, ...row }) => (row.id === null ? [] : [row as FoundOf<PastVisit>]))
  return pageOf(rows, limit, sortValues, view)
}

function refuseElsewhere(act: CallerAct, communityId: string, unitId: string): void {
  const lives = act.caller.homes.some((home) => home.communityId === communityId && home.unitId === unitId)
  if (!lives) throw new ProblemError('NOT_FOUND')
}

const sortValues = (row: { endedAt: Date; id: string }) => [row.endedAt.toISOString(), row.id]

function view<Row extends { endedAt: Date; findings: CaseRow[] }>({ endedAt, findings, ...row }: Row) {
  return { ...row, endedAt: endedAt.toISOString(), findings: findings.map(caseView) }
}
