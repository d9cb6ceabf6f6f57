import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseNobody } from './check-audience.ts'
import { auditNotice, loadNotice, NOTICE_TOLD, refuseStep, type NoticeRecord } from './load-notice.ts'

interface Waiting {
  number: number
  title: string
  body: string
  file_ids: string[]
  tell_again: boolean
  written_by: string
}

/** Somebody other than who wrote and submitted it lets it go out; a waiting correction goes out at once. */
export async function approveNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  const correction = await waitingCorrection(tx, notice)
  if (correction) return approveCorrection(tx, act, notice, correction)
  refuseStep('approve', notice)
  refuseOwn(act, notice.written_by, notice.submitted_by)
  await refuseNobody(tx, act, communityId, notice.audience)
  await tx.query(
    `UPDATE notices SET state = 'approved', decided_by = $3, decided_by_name = $4, updated_at = $5, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, act.actor.id, act.actor.name, act.now],
  )
  await auditNotice(tx, act, notice, { action: 'notices.approve', before: { state: 'submitted' }, after: { state: 'approved' } })
}

export async function refuseNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { reason, version }: { reason: string; version: number },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  const correction = await waitingCorrection(tx, notice)
  if (correction) return refuseCorrection(tx, act, notice, correction, reason)
  refuseStep('refuse', notice)
  refuseOwn(act, notice.written_by, notice.submitted_by)
  await tx.query(
    `UPDATE notices SET state = 'refused', refused_because = $3, decided_by = $4, decided_by_name = $5, updated_at = $6,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, reason, act.actor.id, act.actor.name, act.now],
  )
  const after = { state: 'refused', reason }
  await auditNotice(tx, act, notice, { action: 'notices.refuse', before: { state: 'submitted' }, after })
}

async function waitingCorrection(tx: EntityManager, { community_id, id, state }: NoticeRecord): Promise<Waiting | null> {
  if (state !== 'published') return null
  const [waiting] = (await tx.query(
    `SELECT number, title, body, file_ids, tell_again, written_by FROM notice_editions
     WHERE community_id = $1 AND notice_id = $2 AND state = 'waiting'`,
    [community_id, id],
  )) as Waiting[]
  return waiting ?? null
}

async function approveCorrection(tx: EntityManager, act: CallerAct, notice: NoticeRecord, correction: Waiting): Promise<void> {
  refuseOwn(act, correction.written_by)
  const { community_id: communityId, id } = notice
  const { number, title, body, file_ids: fileIds, tell_again: tellAgain } = correction
  await tx.query(
    `WITH edition AS (
       UPDATE notice_editions SET state = 'published', decided_by_name = $8, published_at = $9
       WHERE community_id = $1 AND notice_id = $2 AND number = $3)
     UPDATE notices SET title = $4, body = $5, file_ids = $6, edition = $3,
       told_edition = CASE WHEN $7 THEN $3 ELSE told_edition END, updated_at = $9, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, number, title, body, fileIds, tellAgain, act.actor.name, act.now],
  )
  const before = { edition: notice.edition, title: notice.title, body: notice.body }
  await auditNotice(tx, act, notice, { action: 'notices.approve-correction', before, after: { edition: number, title, body } })
  if (tellAgain) await tell(tx, act, NOTICE_TOLD, communityId, { noticeId: id, what: 'corrected' })
}

async function refuseCorrection(
  tx: EntityManager,
  act: CallerAct,
  notice: NoticeRecord,
  { number, written_by: writer }: Waiting,
  reason: string,
): Promise<void> {
  refuseOwn(act, writer)
  await tx.query(
    `WITH edition AS (
       UPDATE notice_editions SET state = 'refused', decided_by_name = $4, refused_because = $5
       WHERE community_id = $1 AND notice_id = $2 AND number = $3)
     UPDATE notices SET updated_at = $6, version = version + 1 WHERE community_id = $1 AND id = $2`,
    [notice.community_id, notice.id, number, act.actor.name, reason, act.now],
  )
  await auditNotice(tx, act, notice, { action: 'notices.refuse-correction', before: null, after: { edition: number, reason } })
}

function refuseOwn(act: CallerAct, ...writers: (string | null)[]): void {
  if (writers.includes(act.actor.id)) throw new ProblemError('NOTICE_OWN')
}
