import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'

interface Change {
  action: string
  subjectKind?: 'visit' | 'visit-round'
  subjectId: string
  before: unknown
  after: unknown
}

export async function auditVisit(tx: EntityManager, act: Act, communityId: string, change: Change): Promise<void> {
  const [community] = (await tx.query('SELECT company_id FROM communities WHERE id = $1', [communityId])) as {
    company_id: string
  }[]
  await recordAudit(tx, act, { companyId: community!.company_id, communityId, subjectKind: 'visit', ...change })
}
