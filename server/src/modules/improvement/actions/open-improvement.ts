import type { AcceptProposal, NewImprovement, RepeatRule } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { liesIn, monthBefore } from '../queries/figure.sql.ts'
import { IMPROVEMENT_GIVEN, ownerNamed, record } from './load-improvement.ts'

/** Where a cause was found to repeat. */
interface Subject {
  proposalId: string | null
  causeId: string
  rule: RepeatRule
  placeId: string | null
  placeLabel: string
  /** Cases reported since then belong to it, and these. */
  since: Date
  caseIds: readonly string[]
}

type Plan = Omit<NewImprovement, 'causeId' | 'days'>

interface ProposalRecord {
  cause_id: string
  rule: RepeatRule
  place_id: string | null
  place_label: string
  first_at: Date
  case_ids: string[]
  state: string
  version: number
}

async function loadProposal(tx: EntityManager, communityId: string, id: string, version: number): Promise<ProposalRecord> {
  const [proposal] = (await tx.query(
    `SELECT cause_id, rule, place_id, place_label, first_at, case_ids, state, version FROM improvement_proposals
     WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as ProposalRecord[]
  if (!proposal) throw new ProblemError('NOT_FOUND')
  if (proposal.state !== 'open') throw new ProblemError('PROPOSAL_SETTLED')
  if (proposal.version !== version) throw new ProblemError('STALE_VERSION')
  return proposal
}

async function settle(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { state, reason }: { state: 'accepted' | 'dismissed'; reason: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE improvement_proposals SET state = $3, dismissed_because = $4, settled_at = $5, settled_by_name = $6, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, state, reason, act.now, act.actor.name],
  )
  const action = state === 'accepted' ? 'improvement.accept-proposal' : 'improvement.dismiss-proposal'
  const change = { action, before: { state: 'open' }, after: { state, ...(reason ? { reason } : {}) } }
  const { companyId } = act.caller.staff!
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'improvement-proposal', subjectId: id, ...change })
}

/** What repeats becomes an improvement, with the cases that showed it and those reported since. */
export async function acceptProposal(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...plan }: AcceptProposal,
): Promise<string> {
  const found = await loadProposal(tx, communityId, id, version)
  const improvementId = await open(tx, act, communityId, plan, {
    proposalId: id,
    causeId: found.cause_id,
    rule: found.rule,
    placeId: found.place_id,
    placeLabel: found.place_label,
    since: found.first_at,
    caseIds: found.case_ids,
  })
  await settle(tx, act, communityId, id, { state: 'accepted', reason: null })
  return improvementId
}

export async function dismissProposal(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { reason, version }: { reason: string; version: number },
): Promise<void> {
  await loadProposal(tx, communityId, id, version)
  await settle(tx, act, communityId, id, { state: 'dismissed', reason })
}

const DAY_MS = 86_400_000

/** Of a cause somebody has seen in the chart, with its cases of the last days. */
export function openImprovement(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { causeId, days, ...plan }: NewImprovement,
): Promise<string> {
  const since = new Date(act.now.getTime() - days * DAY_MS)
  const wholeCommunity = { proposalId: null, rule: 'cause', placeId: null, placeLabel: '' } as const
  return open(tx, act, communityId, plan, { ...wholeCommunity, causeId, since, caseIds: [] })
}

async function open(tx: EntityManager, act: CallerAct, communityId: string, plan: Plan, subject: Subject): Promise<string> {
  const { companyId } = act.caller.staff!
  const ownerName = await ownerNamed(tx, communityId, plan.ownerId)
  // Numbers are given one after the other.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 28))', [communityId])
  const id = newId(act.now)
  const [opened] = (await tx.query(
    `WITH i AS (
       SELECT $1::uuid AS community_id, u.company_id, u.id AS cause_id, $5::text AS rule, $6::uuid AS place_id
       FROM causes u WHERE u.company_id = $3 AND u.id = $4 AND (u.community_id IS NULL OR u.community_id = $1)
     ), opened AS (
       INSERT INTO improvements (community_id, id, number, proposal_id, company_id, cause_id, rule, place_id, place_label, title,
         finding, measure, owner_id, due_on, figure_at_opening, target, opened_at, opened_by_name)
       SELECT i.community_id, $2, 'GJ' || to_char((SELECT count(*) + 1 FROM improvements x WHERE x.community_id = $1), 'FM0000'), $7,
         i.company_id, i.cause_id, i.rule, i.place_id, $8, $9, $10, $11, $12, $13::date, ${monthBefore('i', '$14::timestamptz')}, $15, $14, $16
       FROM i RETURNING community_id, id, number
     ), linked AS (
       INSERT INTO improvement_cases (community_id, improvement_id, case_id)
       SELECT i.community_id, $2, c.id FROM i
       JOIN cases c ON c.community_id = i.community_id
       LEFT JOIN case_causes n ON n.community_id = c.community_id AND n.case_id = c.id
       WHERE c.id = ANY ($17::uuid[]) OR (n.cause_id = i.cause_id AND c.reported_at >= $18::timestamptz AND ${liesIn('i')})
     )
     SELECT number FROM opened`,
    [
      communityId,
      id,
      companyId,
      subject.causeId,
      subject.rule,
      subject.placeId,
      subject.proposalId,
      subject.placeLabel,
      plan.title,
      plan.finding,
      plan.measure,
      plan.ownerId,
      plan.dueOn,
      act.now,
      plan.target,
      act.actor.name,
      subject.caseIds,
      subject.since,
    ],
  )) as { number: string }[]
  if (!opened) throw new ProblemError('NOT_FOUND')
  const improvement = { id, community_id: communityId, company_id: companyId }
  const text = `立项，由${ownerName}负责，${plan.dueOn} 前完成，目标每 30 天不超过 ${plan.target} 件`
  const after = { ...plan, causeId: subject.causeId, placeLabel: subject.placeLabel }
  await record(tx, act, improvement, { action: 'improvement.open', text, before: null, after })
  await tell(tx, act, IMPROVEMENT_GIVEN, communityId, { improvementId: id, ownerId: plan.ownerId, byId: act.actor.id })
  return id
}
