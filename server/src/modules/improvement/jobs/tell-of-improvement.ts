import { improvementLimits, type CaseKind, type RepeatRule } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'
import { REPORTERS } from '../queries/tellings.ts'
import { OWNERS } from '../queries/improvements.ts'

interface Proposed {
  rule: RepeatRule
  cause: string
  place_label: string
  cases: number
  days: number
}

/** Whoever sees to improvement here hears of what repeats, once. */
export async function tellOfProposal(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { proposalId } = payload as { proposalId: string }
  const [proposal] = (await tx.query(
    `SELECT p.rule, u.name AS cause, p.place_label, cardinality(p.case_ids) AS cases, p.days
     FROM improvement_proposals p JOIN causes u ON u.company_id = p.company_id AND u.id = p.cause_id
     WHERE p.community_id = $1 AND p.id = $2`,
    [communityId, proposalId],
  )) as Proposed[]
  const { cause, place_label: place, cases, days } = proposal!
  await tellPeople(tx, act, {
    communityId,
    kind: 'improvement.proposed',
    businessKey: `improvement-proposal:${proposalId}`,
    recipients: (await tx.query(OWNERS, [communityId, null])) as Recipient[],
    title: `${place || '全小区'}反复出现“${cause}”`,
    body: `${days} 天内 ${cases} 件都是同一原因。请到工作台“改进”里立项，或写明原因后搁置。`,
    values: { content: cause, ...(place ? { place } : {}), at: act.now.toISOString() },
    caseId: null,
  })
}

interface Given {
  improvementId: string
  ownerId: string
  byId: string | null
}

export async function tellOwner(tx: EntityManager, act: Act, { id, communityId, payload }: OutboxEvent): Promise<void> {
  const { improvementId, ownerId, byId } = payload as unknown as Given
  if (ownerId === byId) return
  const [found] = (await tx.query(
    `SELECT i.number, i.title, i.due_on::text, s.name FROM improvements i JOIN staff s ON s.company_id = i.company_id AND s.id = i.owner_id
     WHERE i.community_id = $1 AND i.id = $2 AND i.owner_id = $3`,
    [communityId, improvementId, ownerId],
  )) as { number: string; title: string; due_on: string; name: string }[]
  if (!found) return
  await tellPeople(tx, act, {
    communityId,
    kind: 'improvement.assigned',
    businessKey: `improvement:${improvementId}:given:${id}`,
    recipients: [{ staffId: ownerId, name: found.name }],
    title: `改进 ${found.number} 由您负责`,
    body: `${found.title}。请在 ${found.due_on} 前完成。`,
    values: { number: found.number, content: found.title },
    caseId: null,
  })
}

type Reporter = Recipient & { caseId: string; kind: CaseKind; number: string; placeLabel: string }

/** Said on the timeline of every linked case, whoever's it is, and to each who reported one under their name. */
export async function tellReporters(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { improvementId, actor } = payload as { improvementId: string; actor: Act['actor'] }
  const [telling] = (await tx.query(
    `SELECT i.title, t.changed FROM improvement_tellings t
     JOIN improvements i ON i.community_id = t.community_id AND i.id = t.improvement_id
     WHERE t.community_id = $1 AND t.improvement_id = $2`,
    [communityId, improvementId],
  )) as { title: string; changed: string }[]
  const { title, changed } = telling!
  await tx.query(
    `INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name, content)
     SELECT community_id, case_id, uuidv7(), 'improved', $3, 'staff', $4, $5, jsonb_build_object('text', $6::text)
     FROM improvement_cases WHERE community_id = $1 AND improvement_id = $2`,
    [communityId, improvementId, act.now, actor.id, actor.name, changed],
  )
  const reporters = (await tx.query(REPORTERS, [communityId, improvementId, act.now])) as Reporter[]
  let told = 0
  for (const { caseId, kind, number, placeLabel, ...recipient } of reporters) {
    told += await tellPeople(tx, act, {
      communityId,
      kind: kind === 'repair' ? 'repair.improved' : 'complaint.improved',
      businessKey: `improvement:${improvementId}`,
      recipients: [recipient],
      title: `因为您说了，我们改了：${title}`,
      body: changed,
      values: { number, place: placeLabel, note: [...changed].slice(0, EXCERPT).join(''), at: act.now.toISOString() },
      caseId,
    })
  }
  await tx.query('UPDATE improvement_tellings SET told = told + $3 WHERE community_id = $1 AND improvement_id = $2', [
    communityId,
    improvementId,
    told,
  ])
}

const EXCERPT = improvementLimits.title
