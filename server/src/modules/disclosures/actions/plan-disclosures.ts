import type { ChargeCycle, ChecklistCode, Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** A calendar was set. */
export const DISCLOSURES_PLANNED = 'disclosures.planned'

export interface CalendarWish {
  checklist: ChecklistCode
  plans: { fund: Fund; cycle: ChargeCycle; dueAfterDays: number; since: string }[]
  version: number
}

/** What a community has to make known, and how often. What was drafted already stays. */
export async function planDisclosures(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { checklist, plans, version }: CalendarWish,
): Promise<void> {
  if (new Set(plans.map(({ fund }) => fund)).size < plans.length)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'plans', message: '同一种资金只能设一行。' }])
  const [before] = (await tx.query(
    `SELECT c.company_id, k.checklist, k.version, (SELECT jsonb_agg(to_jsonb(p) - 'community_id') FROM disclosure_plans p
       WHERE p.community_id = c.id) AS plans
     FROM communities c LEFT JOIN disclosure_calendars k ON k.community_id = c.id WHERE c.id = $1`,
    [communityId],
  )) as { company_id: string; checklist: ChecklistCode | null; version: number | null; plans: unknown }[]
  if (!before) throw new ProblemError('NOT_FOUND')
  const written = (await tx.query(
    `INSERT INTO disclosure_calendars AS k (community_id, checklist, version) VALUES ($1, $2, 2)
     ON CONFLICT (community_id) DO UPDATE SET checklist = excluded.checklist, version = k.version + 1 WHERE k.version = $3
     RETURNING version`,
    [communityId, checklist, version],
  )) as unknown[]
  if (written.length === 0) throw new ProblemError('STALE_VERSION')
  await tx.query('DELETE FROM disclosure_plans WHERE community_id = $1', [communityId])
  await tx.query(
    `INSERT INTO disclosure_plans (community_id, fund, cycle, due_after_days, since)
     SELECT $1, p.fund, p.cycle, p."dueAfterDays", p.since
     FROM jsonb_to_recordset($2) AS p(fund text, cycle text, "dueAfterDays" int, since date)`,
    [communityId, JSON.stringify(plans)],
  )
  await recordAudit(tx, act, {
    companyId: before.company_id,
    communityId,
    action: 'disclosures.plan',
    subjectKind: 'disclosure-calendar',
    subjectId: communityId,
    before: before.checklist && { checklist: before.checklist, plans: before.plans },
    after: { checklist, plans },
  })
  await tell(tx, act, DISCLOSURES_PLANNED, communityId, {})
}
