import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople } from '../../messages/index.ts'
import type { VisitsAssigned } from '../actions/assign-visits.ts'

interface Opened {
  company_id: string
  number: number
  starts_on: string
  ends_on: string
  opened_by: string | null
  visits: number
  planners: { staffId: string; name: string }[]
}

/** Who plans visits here for the whole community, except who opened the round. */
const OPENED = `
  SELECT c.company_id, r.number, r.starts_on::text, r.ends_on::text, r.opened_by,
    (SELECT count(*)::int FROM visits v WHERE v.community_id = r.community_id AND v.round_id = r.id) AS visits,
    coalesce((SELECT json_agg(DISTINCT jsonb_build_object('staffId', s.id, 'name', s.name)) FROM held_posts h
      JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND 'visits.plan' = ANY (p.permissions)
      JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id AND s.active
      WHERE h.community_id = r.community_id AND h.building_ids = '{}' AND s.id IS DISTINCT FROM r.opened_by), '[]') AS planners
  FROM visit_rounds r JOIN communities c ON c.id = r.community_id WHERE r.community_id = $1 AND r.id = $2`

export async function tellOfRound(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { roundId } = payload as { roundId: string }
  const [round] = (await tx.query(OPENED, [communityId, roundId])) as Opened[]
  if (!round) return
  const { number, starts_on: startsOn, ends_on: endsOn, visits } = round
  if (!round.opened_by)
    await recordAudit(tx, act, {
      companyId: round.company_id,
      communityId,
      action: 'visits.open-round',
      subjectKind: 'visit-round',
      subjectId: roundId,
      before: null,
      after: { number, startsOn, endsOn, visits },
    })
  await tellPeople(tx, act, {
    communityId,
    kind: 'visit.round-opened',
    businessKey: `visit-round:${roundId}:opened`,
    recipients: round.planners,
    title: `第 ${number} 轮回访开始`,
    body: `${startsOn} 至 ${endsOn}，共 ${visits} 户。请在“回访”里把各楼栋分给同事。`,
    values: { content: `第 ${number} 轮回访，共 ${visits} 户`, dueAt: `${endsOn}T00:00:00+08:00` },
    caseId: null,
  })
}

export async function tellOfAssigned(tx: EntityManager, act: Act, { id, communityId, payload }: OutboxEvent): Promise<void> {
  const { staffId, name, count, places, firstWeek } = payload as unknown as VisitsAssigned
  await tellPeople(tx, act, {
    communityId,
    kind: 'visit.assigned',
    businessKey: `visits:assigned:${id}`,
    recipients: [{ staffId, name }],
    title: `${count} 户回访分给您`,
    body: `${places}，共 ${count} 户，最早的在 ${firstWeek} 这一周。请在小程序的“回访”里查看。`,
    values: { content: `回访 ${count} 户`, place: places, dueAt: `${firstWeek}T00:00:00+08:00` },
    caseId: null,
  })
}
