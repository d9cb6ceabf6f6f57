import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface ArchiveChange {
  action: string
  subjectKind: string
  subjectId: string
  before: object | null
  after: object | null
}

/** Writes a change the office made to the archive of one of its communities. */
export function auditArchive(tx: EntityManager, act: CallerAct, communityId: string, change: ArchiveChange): Promise<void> {
  return recordAudit(tx, act, { companyId: act.caller.staff!.companyId, communityId, ...change })
}
