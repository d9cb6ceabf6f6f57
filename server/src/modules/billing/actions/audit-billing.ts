import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface BillingChange {
  action: string
  subjectKind: string
  subjectId: string
  before: object | null
  after: object | null
}

/** Writes down what the office changed of what homes pay. */
export function auditBilling(tx: EntityManager, act: CallerAct, communityId: string, change: BillingChange): Promise<void> {
  return recordAudit(tx, act, { companyId: act.caller.staff!.companyId, communityId, ...change })
}
