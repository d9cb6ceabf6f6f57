import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act, Database } from '../../../platform/database/index.ts'

interface AccessChange {
  staff: { id: string; name: string; companyId: string }
  action: string
  subjectKind: string
  subjectId: string
  after: unknown
}

/** Writes down what a member of staff did to their own access. What changed stands in tables only the identity role may write. */
export function auditAccess(database: Database, act: Act, { staff, ...change }: AccessChange): Promise<void> {
  const theirs: Act = {
    ...act,
    actor: { kind: 'staff', id: staff.id, name: staff.name },
    reach: { communities: [], companies: [staff.companyId] },
    idempotency: null,
  }
  return database.write(theirs, (tx) =>
    recordAudit(tx, theirs, { ...change, companyId: staff.companyId, communityId: null, before: null }),
  )
}
