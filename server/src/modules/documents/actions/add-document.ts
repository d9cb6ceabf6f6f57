import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseClosedCategory } from '../queries/read-document.ts'
import { auditDocument, refuseUnknownPosts, tellOfChange } from './audit-document.ts'
import { putVersion } from './put-version.ts'

export interface DocumentWish {
  title: string
  categoryId: string
  number?: string
  tags: string[]
  ownerPostId?: string
  validUntil?: string
  reviewBy?: string
  remindDays: number
}

export interface NewDocumentWish extends DocumentWish {
  fileId: string
  companyWide: boolean
  note?: string
}

/** Puts a document on file with its first version. */
export async function addDocument(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wish: NewDocumentWish,
  companyWide: boolean,
): Promise<string> {
  if (wish.companyWide && !companyWide) throw new ProblemError('COMPANY_WIDE_ONLY')
  await refuseClosedCategory(tx, act, communityId, wish.categoryId)
  await refuseWrongDocument(tx, act, wish)
  const id = newId(act.now)
  const { companyId } = act.caller.staff!
  const document = { id, company_id: companyId, community_id: wish.companyWide ? null : communityId }
  await tx.query(
    `INSERT INTO documents (company_id, id, community_id, category_id, title, number, tags, owner_post_id, valid_until, review_by,
       remind_days, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      companyId,
      id,
      document.community_id,
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
  await putVersion(tx, act, document, { number: 1, fileId: wish.fileId, note: wish.note ?? '' })
  await auditDocument(tx, act, document, { action: 'documents.add', before: null, after: wish })
  await tellOfChange(tx, act, communityId, id)
  return id
}

/** Somebody must be told when a day comes near, so a document with a day has a post that answers for it. */
export async function refuseWrongDocument(tx: EntityManager, act: CallerAct, wish: DocumentWish): Promise<void> {
  if ((wish.validUntil || wish.reviewBy) && !wish.ownerPostId) {
    const message = '填写了有效期或复核日期时，请选择到期提醒的责任岗位。'
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'ownerPostId', message }])
  }
  await refuseUnknownPosts(tx, act, 'ownerPostId', wish.ownerPostId ? [wish.ownerPostId] : [])
}
