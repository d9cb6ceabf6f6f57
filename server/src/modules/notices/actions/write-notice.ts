import type { NoticeCategory } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { AudienceWish } from '../rules/index.ts'
import { refuseForeignFiles, refuseNobody, takeAudience } from './check-audience.ts'
import { auditNotice, loadNotice, refuseStep } from './load-notice.ts'

export interface NoticeWish {
  category: NoticeCategory
  title: string
  body: string
  fileIds: string[]
  audience: AudienceWish
  urgent: boolean
  pinnedUntil?: string
}

export async function writeNotice(tx: EntityManager, act: CallerAct, communityId: string, wish: NoticeWish): Promise<string> {
  const audience = await takeAudience(tx, communityId, wish.audience)
  await refuseForeignFiles(tx, act, communityId, wish.fileIds)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO notices (community_id, id, category, title, body, file_ids, audience, urgent, pinned_until, written_by,
       written_by_name, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [communityId, id, ...columnsOf(wish, JSON.stringify(audience)), act.actor.id, act.actor.name, act.now],
  )
  await auditNotice(tx, act, { id, community_id: communityId }, { action: 'notices.write', before: null, after: wish })
  return id
}

/** What is changed after somebody looked at it is to be looked at again. */
export async function editNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...wish }: NoticeWish & { version: number },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  const audience = await takeAudience(tx, communityId, wish.audience)
  await refuseForeignFiles(tx, act, communityId, wish.fileIds, notice.file_ids)
  refuseStep('edit', notice)
  await tx.query(
    `UPDATE notices SET category = $3, title = $4, body = $5, file_ids = $6, audience = $7, urgent = $8, pinned_until = $9,
       written_by = $10, written_by_name = $11, updated_at = $12, state = 'draft', scheduled_for = NULL, refused_because = NULL,
       submitted_by = NULL, submitted_by_name = NULL, decided_by = NULL, decided_by_name = NULL, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, ...columnsOf(wish, JSON.stringify(audience)), act.actor.id, act.actor.name, act.now],
  )
  const { category, title, body, file_ids: fileIds, urgent } = notice
  const before = { category, title, body, fileIds, audience: notice.audience, urgent, state: notice.state }
  await auditNotice(tx, act, notice, { action: 'notices.edit', before, after: wish })
}

/** A draft nobody but its writers has seen is gone for good; what it said stays in the record. */
export async function discardNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  refuseStep('discard', notice)
  const { category, title, body, file_ids: fileIds, urgent, audience } = notice
  await tx.query('UPDATE published_results SET notice_id = NULL WHERE community_id = $1 AND notice_id = $2', [communityId, id])
  await tx.query('DELETE FROM notices WHERE community_id = $1 AND id = $2', [communityId, id])
  const before = { category, title, body, fileIds, audience, urgent }
  await auditNotice(tx, act, notice, { action: 'notices.discard', before, after: null })
}

/** Who hands in what the system drafted stands for it as its writer. */
export async function submitNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  refuseStep('submit', notice)
  await refuseNobody(tx, act, communityId, notice.audience)
  await tx.query(
    `UPDATE notices SET state = 'submitted', submitted_by = $3, submitted_by_name = $4, written_by = coalesce(written_by, $3),
       refused_because = NULL, updated_at = $5, version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, act.actor.id, act.actor.name, act.now],
  )
  await auditNotice(tx, act, notice, { action: 'notices.submit', before: { state: notice.state }, after: { state: 'submitted' } })
}

const columnsOf = ({ category, title, body, fileIds, urgent, pinnedUntil }: NoticeWish, audience: string) => [
  category,
  title,
  body,
  fileIds,
  audience,
  urgent,
  pinnedUntil ?? null,
]
