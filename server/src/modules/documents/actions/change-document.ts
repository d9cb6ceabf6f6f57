import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { loadDocument, refuseClosedCategory } from '../queries/read-document.ts'
import { refuseWrongDocument, type DocumentWish } from './add-document.ts'
import { auditDocument, refuseUnknownPosts, tellOfChange } from './audit-document.ts'

export async function editDocument(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...wish }: DocumentWish & { version: number },
  companyWide: boolean,
): Promise<void> {
  const document = await loadDocument(tx, act, communityId, id, { companyWide, version })
  if (document.state === 'withdrawn') throw new ProblemError('DOCUMENT_WITHDRAWN')
  if (wish.categoryId !== document.category_id) await refuseClosedCategory(tx, act, communityId, wish.categoryId)
  await refuseWrongDocument(tx, act, wish)
  await tx.query(
    `UPDATE documents SET category_id = $3, title = $4, number = $5, tags = $6, owner_post_id = $7, valid_until = $8, review_by = $9,
       remind_days = $10, updated_at = $11, version = version + 1 WHERE company_id = $1 AND id = $2`,
    [
      document.company_id,
      id,
      wish.categoryId,
      wish.title,
      wish.number ?? '',
      wish.tags,
      wish.ownerPostId ?? null,
      wish.validUntil ?? null,
      wish.reviewBy ?? null,
      wish.remindDays,
      act.now,
    ],
  )
  const before = {
    title: document.title,
    categoryId: document.category_id,
    number: document.number,
    tags: document.tags,
    ownerPostId: document.owner_post_id,
    validUntil: document.valid_until,
    reviewBy: document.review_by,
    remindDays: document.remind_days,
  }
  await auditDocument(tx, act, document, { action: 'documents.edit', before, after: wish })
  await tellOfChange(tx, act, communityId, id)
}

/** Says which posts may read and edit this document, within what its category opens. */
export async function setAccess(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: { readerPosts: string[]; editorPosts: string[]; version: number },
  companyWide: boolean,
): Promise<void> {
  const document = await loadDocument(tx, act, communityId, id, { companyWide, version: wish.version })
  await refuseUnknownPosts(tx, act, 'readerPosts', wish.readerPosts)
  await refuseUnknownPosts(tx, act, 'editorPosts', wish.editorPosts)
  await tx.query(
    'UPDATE documents SET reader_posts = $3, editor_posts = $4, version = version + 1 WHERE company_id = $1 AND id = $2',
    [document.company_id, id, wish.readerPosts, wish.editorPosts],
  )
  await auditDocument(tx, act, document, {
    action: 'documents.set-access',
    before: { readerPosts: document.reader_posts, editorPosts: document.editor_posts },
    after: { readerPosts: wish.readerPosts, editorPosts: wish.editorPosts },
  })
}

/** Takes a document out of force; it is kept, and found only among the withdrawn ones. */
export async function withdrawDocument(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: { reason: string; version: number },
  companyWide: boolean,
): Promise<void> {
  await setState(tx, act, communityId, id, { reason: wish.reason, version: wish.version, companyWide })
}

export async function reinstateDocument(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: { version: number },
  companyWide: boolean,
): Promise<void> {
  await setState(tx, act, communityId, id, { reason: null, version: wish.version, companyWide })
}

async function setState(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { reason, version, companyWide }: { reason: string | null; version: number; companyWide: boolean },
): Promise<void> {
  const document = await loadDocument(tx, act, communityId, id, { companyWide, version })
  const state = reason === null ? 'current' : 'withdrawn'
  if (document.state === state) throw new ProblemError('STALE_VERSION')
  await tx.query(
    `UPDATE documents SET state = $3, withdrawn_because = $4, updated_at = $5, version = version + 1 WHERE company_id = $1 AND id = $2`,
    [document.company_id, id, state, reason, act.now],
  )
  await auditDocument(tx, act, document, {
    action: reason === null ? 'documents.reinstate' : 'documents.withdraw',
    before: { state: document.state, reason: document.withdrawn_because },
    after: { state, reason },
  })
}
