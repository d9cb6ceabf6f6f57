import type { CauseAnalysis, CauseCase, CauseCount, CauseKind, Page, PostCode } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { paretoOf } from '../rules/index.ts'
import { caseView, CAUSE_CASE, type CauseCaseRow } from './cause-case.sql.ts'

export interface AnalysisWish {
  from: string
  until: string
  kind?: CauseKind
  department?: PostCode
  buildingId?: string
}

/** Cases of a period that are over, as `$2` … `$6` narrow them; repairs are the engineering department's. */
const CASES = `
  FROM cases c
  LEFT JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
  LEFT JOIN case_causes n ON n.community_id = c.community_id AND n.case_id = c.id
  WHERE c.community_id = $1 AND c.kind IN ('repair', 'complaint')
    AND c.reported_at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND c.reported_at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND ($4::text IS NULL OR c.kind = $4) AND ($5::text IS NULL OR coalesce(k.department, 'engineering-supervisor') = $5)
    AND ($6::uuid IS NULL OR c.building_id = $6)
    AND (n.case_id IS NOT NULL OR c.state IN ('done', 'closed', 'followed-up', 'archived'))`

const ANALYSE = {
  name: 'analyse-causes',
  text: `
    WITH over AS (SELECT n.company_id, n.cause_id ${CASES}),
    counted AS (SELECT company_id, cause_id, count(*)::int AS cases FROM over WHERE cause_id IS NOT NULL GROUP BY company_id, cause_id)
    SELECT (SELECT count(*)::int FROM over) AS cases, (SELECT count(cause_id)::int FROM over) AS named,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'kind', u.kind, 'category', u.category,
          'retired', u.retired_at IS NOT NULL, 'cases', t.cases) ORDER BY t.cases DESC, u.name, u.id), '[]')
        FROM counted t JOIN causes u ON u.company_id = t.company_id AND u.id = t.cause_id) AS items`,
}

const valuesOf = (communityId: string, { from, until, kind, department, buildingId }: AnalysisWish) => [
  communityId,
  from,
  until,
  kind ?? null,
  department ?? null,
  buildingId ?? null,
]

/** How often each cause was behind what people reported in a period, the most frequent first. */
export async function analyseCauses(
  database: Database,
  act: Act,
  communityId: string,
  wish: AnalysisWish,
): Promise<CauseAnalysis> {
  refuseTurnedRound(wish)
  const [row] = await database.read<{ cases: number; named: number; items: Omit<CauseCount, 'share' | 'cumulative'>[] }>(
    act.reach,
    ANALYSE,
    valuesOf(communityId, wish),
  )
  return { ...row!, items: paretoOf(row!.items) }
}

const BEHIND = {
  name: 'cases-of-cause',
  text: `
    SELECT ${CAUSE_CASE} AS row ${CASES} AND n.cause_id = $7 AND ($8::timestamptz IS NULL OR (c.reported_at, c.id) < ($8, $9::uuid))
    ORDER BY c.reported_at DESC, c.id DESC LIMIT $10`,
}

/** The cases behind one cause, newest first. */
export async function casesOfCause(
  database: Database,
  act: Act,
  communityId: string,
  { causeId, cursor, limit, ...wish }: AnalysisWish & { causeId: string; cursor?: string; limit: number },
): Promise<Page<CauseCase>> {
  refuseTurnedRound(wish)
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [...valuesOf(communityId, wish), causeId, ...after, limit + 1]
  const rows = await database.read<{ row: CauseCaseRow }>(act.reach, BEHIND, values)
  return pageOf(
    rows.map(({ row }) => caseView(row)),
    limit,
    (row) => [row.reportedAt, row.id],
    (row) => row,
  )
}

function refuseTurnedRound({ from, until }: AnalysisWish): void {
  if (from > until) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'until', message: '结束日期不能早于开始日期。' }])
}
