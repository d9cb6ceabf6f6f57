import type { Page, ProposalRow, ProposalState, ProposalView } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { caseView, CAUSE_CASE, type CauseCaseRow } from './cause-case.sql.ts'

const ROW = `
  p.id, p.rule, p.cause_id AS "causeId", u.name AS "causeName", p.place_label AS "placeLabel", cardinality(p.case_ids) AS cases,
  p.days, p.state, p.made_at AS "madeAt", p.settled_by_name AS "settledByName", p.dismissed_because AS "dismissedBecause",
  i.id AS "improvementId", p.version`

const FROM = `
  improvement_proposals p
  JOIN causes u ON u.company_id = p.company_id AND u.id = p.cause_id
  LEFT JOIN improvements i ON i.community_id = p.community_id AND i.proposal_id = p.id`

const LIST = {
  name: 'list-improvement-proposals',
  text: `
    SELECT ${ROW} FROM ${FROM}
    WHERE p.community_id = $1 AND ($2::text IS NULL OR p.state = $2)
      AND ($3::timestamptz IS NULL OR (p.made_at, p.id) < ($3, $4::uuid))
    ORDER BY p.made_at DESC, p.id DESC LIMIT $5`,
}

const READ = {
  name: 'read-improvement-proposal',
  text: `
    SELECT ${ROW}, (SELECT coalesce(json_agg(${CAUSE_CASE} ORDER BY c.reported_at DESC), '[]')
      FROM cases c LEFT JOIN case_causes n ON n.community_id = c.community_id AND n.case_id = c.id
      WHERE c.community_id = p.community_id AND c.id = ANY (p.case_ids)) AS linked
    FROM ${FROM} WHERE p.community_id = $1 AND p.id = $2`,
}

type Row = Omit<ProposalRow, 'madeAt'> & { madeAt: Date }

const rowView = <Given extends Row>({ madeAt, ...row }: Given) => ({ ...row, madeAt: madeAt.toISOString() })

/** What repeats, newest first. */
export async function listProposals(
  database: Database,
  act: Act,
  communityId: string,
  { state, cursor, limit }: { state?: ProposalState; cursor?: string; limit: number },
): Promise<Page<ProposalRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, state ?? null, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.madeAt.toISOString(), row.id], rowView)
}

export async function readProposal(database: Database, act: Act, communityId: string, id: string): Promise<ProposalView> {
  const [row] = await database.read<Row & { linked: CauseCaseRow[] }>(act.reach, READ, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return { ...rowView(row), linked: row.linked.map(caseView) }
}
