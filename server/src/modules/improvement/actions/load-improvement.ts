import type { ImprovementState, RepeatRule } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { OWNERS } from '../queries/improvements.ts'
import { obstacleTo, type ImprovementStep } from '../rules/index.ts'

/** An improvement as the database has it, for a change. */
export interface ImprovementRecord {
  id: string
  community_id: string
  company_id: string
  rule: RepeatRule
  title: string
  finding: string
  measure: string
  owner_id: string | null
  due_on: string
  target: string
  state: ImprovementState
  done_at: Date | null
  version: number
}

/** The improvement, locked, as whoever changes it has seen it. */
export async function loadImprovement(
  tx: EntityManager,
  communityId: string,
  id: string,
  version: number,
): Promise<ImprovementRecord> {
  const [improvement] = (await tx.query(
    `SELECT id, community_id, company_id, rule, title, finding, measure, owner_id, due_on::text, target::text, state, done_at, version
     FROM improvements WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as ImprovementRecord[]
  if (!improvement) throw new ProblemError('NOT_FOUND')
  if (improvement.version !== version) throw new ProblemError('STALE_VERSION')
  return improvement
}

export function refuseStep(step: ImprovementStep, { state }: Pick<ImprovementRecord, 'state'>): void {
  const obstacle = obstacleTo(step, state)
  if (obstacle) throw new ProblemError('IMPROVEMENT_STATE', obstacle)
}

/** The name of who is to see to it. */
export async function ownerNamed(tx: EntityManager, communityId: string, staffId: string): Promise<string> {
  const [owner] = (await tx.query(OWNERS, [communityId, staffId])) as { name: string }[]
  if (!owner) throw new ProblemError('IMPROVEMENT_OWNER_UNFIT')
  return owner.name
}

/** What happened, for its timeline and for the audit log. */
export async function record(
  tx: EntityManager,
  act: Act,
  { id, community_id: communityId, company_id: companyId }: Pick<ImprovementRecord, 'id' | 'community_id' | 'company_id'>,
  { action, text, before, after }: { action: string; text: string; before: unknown; after: unknown },
): Promise<void> {
  await tx.query(
    `INSERT INTO improvement_events (community_id, id, improvement_id, kind, text, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, newId(act.now), id, action, text, act.actor.name, act.now],
  )
  const change = { action, before, after }
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'improvement', subjectId: id, ...change })
}

/** Somebody is to see to it from now on, and is told unless they said so themselves. */
export const IMPROVEMENT_GIVEN = 'improvement.given'
