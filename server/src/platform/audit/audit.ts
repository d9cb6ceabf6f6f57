import type { EntityManager } from 'typeorm'
import { newId } from '../clock/index.ts'
import type { Act } from '../database/index.ts'

export interface AuditedChange {
  companyId: string
  communityId: string | null
  /** Verb and object, e.g. `repairs.accept`. */
  action: string
  subjectKind: string
  subjectId: string
  before: unknown
  after: unknown
}

/** Writes who changed what, in the transaction of the change. */
export async function recordAudit(tx: EntityManager, act: Act, change: AuditedChange): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entries (company_id, id, community_id, at, actor_kind, actor_id, actor_name, action, subject_kind,
       subject_id, before, after, trace_id, address)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      change.companyId,
      newId(act.now),
      change.communityId,
      act.now,
      act.actor.kind,
      act.actor.id,
      act.actor.name,
      change.action,
      change.subjectKind,
      change.subjectId,
      asJson(change.before),
      asJson(change.after),
      act.traceId,
      act.address,
    ],
  )
}

function asJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
