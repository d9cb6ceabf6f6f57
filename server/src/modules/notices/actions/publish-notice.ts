import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { stopTelling } from '../../messages/index.ts'
import { refuseForeignFiles, refuseNobody } from './check-audience.ts'
import { auditNotice, loadNotice, NOTICE_TOLD, refuseStep } from './load-notice.ts'

interface Seen {
  version: number
}

export async function publishNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: Seen,
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  refuseStep('publish', notice)
  await refuseNobody(tx, act, communityId, notice.audience)
  await tx.query(
    `WITH published AS (
       UPDATE notices SET state = 'published', edition = 1, told_edition = 1, published_at = $3, scheduled_for = NULL,
         updated_at = $3, version = version + 1
       WHERE community_id = $1 AND id = $2 RETURNING *)
     INSERT INTO notice_editions (community_id, notice_id, number, title, body, file_ids, state, written_by, written_by_name,
       decided_by_name, written_at, published_at)
     SELECT community_id, id, 1, title, body, file_ids, 'published', written_by, written_by_name, decided_by_name, created_at, $3
     FROM published`,
    [communityId, id, act.now],
  )
  const before = { state: notice.state }
  await auditNotice(tx, act, notice, { action: 'notices.publish', before, after: { state: 'published' } })
  await tell(tx, act, NOTICE_TOLD, communityId, { noticeId: id, what: 'published' })
}

export async function scheduleNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { at, version }: Seen & { at: string },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  refuseStep('schedule', notice)
  if (Date.parse(at) <= act.now.getTime()) throw new ProblemError('NOTICE_TIME_PAST')
  await tx.query(
    `UPDATE notices SET state = 'scheduled', scheduled_for = $3, updated_at = $4, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, at, act.now],
  )
  const before = { state: notice.state, at: notice.scheduled_for }
  await auditNotice(tx, act, notice, { action: 'notices.schedule', before, after: { state: 'scheduled', at } })
}

/** A new text for what is out already. It waits for somebody else, and the old one stays to be read. */
export async function correctNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: Seen & { title: string; body: string; fileIds: string[]; note: string; tellAgain: boolean },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, wish.version)
  await refuseForeignFiles(tx, act, communityId, wish.fileIds, notice.file_ids)
  refuseStep('correct', notice)
  const added = (await tx.query(
    `WITH edition AS (
       INSERT INTO notice_editions (community_id, notice_id, number, title, body, file_ids, note, tell_again, state, written_by,
         written_by_name, written_at)
       SELECT $1, $2, max(number) + 1, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10 FROM notice_editions
       WHERE community_id = $1 AND notice_id = $2 HAVING NOT bool_or(state = 'waiting') RETURNING number),
     seen AS (UPDATE notices SET updated_at = $10, version = version + 1 WHERE community_id = $1 AND id = $2)
     SELECT number FROM edition`,
    [communityId, id, wish.title, wish.body, wish.fileIds, wish.note, wish.tellAgain, act.actor.id, act.actor.name, act.now],
  )) as unknown[]
  if (added.length === 0) throw new ProblemError('NOTICE_CORRECTION_WAITING')
  const { version: _, ...after } = wish
  await auditNotice(tx, act, notice, { action: 'notices.correct', before: { title: notice.title, body: notice.body }, after })
}

/** What has not been sent is not sent any more; who was told finds that it was withdrawn, and why. A correction waits in vain. */
export async function withdrawNotice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { reason, version }: Seen & { reason: string },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  refuseStep('withdraw', notice)
  await tx.query(
    `WITH waiting AS (
       UPDATE notice_editions SET state = 'refused', refused_because = '公告已撤回', decided_by_name = $5
       WHERE community_id = $1 AND notice_id = $2 AND state = 'waiting')
     UPDATE notices SET state = 'withdrawn', withdrawn_because = $3, scheduled_for = NULL, updated_at = $4, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, reason, act.now, act.actor.name],
  )
  await stopTelling(tx, act, communityId, id)
  const after = { state: 'withdrawn', reason }
  await auditNotice(tx, act, notice, { action: 'notices.withdraw', before: { state: notice.state }, after })
}
