import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { DocumentRecord } from '../queries/read-document.ts'

/** Something about a document changed by which it is found: what it is called, or its newest version. */
export const DOCUMENT_CHANGED = 'documents.changed'

export async function auditDocument(
  tx: EntityManager,
  act: CallerAct,
  document: Pick<DocumentRecord, 'id' | 'company_id' | 'community_id'>,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  await recordAudit(tx, act, {
    companyId: document.company_id,
    communityId: document.community_id,
    subjectKind: 'document',
    subjectId: document.id,
    ...change,
  })
}

export async function tellOfChange(tx: EntityManager, act: CallerAct, communityId: string, documentId: string): Promise<void> {
  await tell(tx, act, DOCUMENT_CHANGED, communityId, { companyId: act.caller.staff!.companyId, documentId })
}

/** Posts named anywhere must be the company's. */
export async function refuseUnknownPosts(
  tx: EntityManager,
  act: CallerAct,
  field: string,
  postIds: readonly string[],
): Promise<void> {
  if (postIds.length === 0) return
  const [row] = (await tx.query('SELECT count(*)::int AS known FROM posts WHERE company_id = $1 AND id = ANY ($2::uuid[])', [
    act.caller.staff!.companyId,
    postIds,
  ])) as { known: number }[]
  if (row!.known !== new Set(postIds).size)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field, message: '请重新选择岗位。' }])
}
