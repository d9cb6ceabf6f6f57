import { noticeLimits } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { belongs, dayAt, hasRead } from '../queries/audience.sql.ts'
import { visible, standingOf } from '../queries/board.ts'
import { auditNotice, loadNotice, NOTICE_TOLD, refuseStep } from './load-notice.ts'

/** Opened is read: the first time counts, and again after a correction that was told. Their messages about it are read too. */
export async function readNotice(tx: EntityManager, act: CallerAct, id: string): Promise<void> {
  const found = (await tx.query(`SELECT 1 FROM notices n WHERE n.id = $4 AND n.published_at IS NOT NULL AND ${visible}`, [
    ...standingOf(act),
    id,
  ])) as unknown[]
  if (found.length === 0) throw new ProblemError('NOT_FOUND')
  const { account } = act.caller
  if (!account) return
  await tx.query(
    `WITH told AS (
       UPDATE messages m SET read_at = $3 FROM broadcasts b
       WHERE b.community_id = m.community_id AND b.id = m.broadcast_id AND b.about_id = $1 AND m.account_id = $2 AND m.read_at IS NULL)
     INSERT INTO notice_reads AS r (community_id, notice_id, account_id, edition, read_at)
     SELECT community_id, id, $2, edition, $3 FROM notices WHERE id = $1 AND state = 'published'
     ON CONFLICT (community_id, notice_id, account_id) DO UPDATE SET edition = excluded.edition, read_at = excluded.read_at
     WHERE r.edition < excluded.edition`,
    [id, account.id, act.now],
  )
}

const HOUR_MS = 3_600_000

/** Tells who has not read it, at most once in so many hours. */
export async function remindUnread(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const notice = await loadNotice(tx, communityId, id, version)
  refuseStep('remind', notice)
  const { remindHours: hours } = noticeLimits
  const again = (notice.reminded_at?.getTime() ?? 0) + hours * HOUR_MS
  if (again > act.now.getTime()) {
    const until = DateTime.fromMillis(again).setZone('Asia/Shanghai').toFormat('M月d日 HH:mm')
    throw new ProblemError('NOTICE_REMINDED', { hours: String(hours), until })
  }
  const [unread] = (await tx.query(
    `SELECT EXISTS (SELECT 1 FROM notices n JOIN residents r ON r.community_id = n.community_id AND r.account_id IS NOT NULL
       WHERE n.community_id = $1 AND n.id = $2 AND r.erased_at IS NULL
         AND ${belongs('n.audience', dayAt('$3::timestamptz'))} AND NOT ${hasRead}) AS anybody`,
    [communityId, id, act.now],
  )) as { anybody: boolean }[]
  if (!unread!.anybody) throw new ProblemError('NOTICE_ALL_READ')
  await tx.query('UPDATE notices SET reminded_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  const after = { remindedAt: act.now }
  await auditNotice(tx, act, notice, { action: 'notices.remind', before: { remindedAt: notice.reminded_at }, after })
  await tell(tx, act, NOTICE_TOLD, communityId, { noticeId: id, what: 'reminded' })
}
