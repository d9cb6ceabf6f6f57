import type { EntityManager } from 'typeorm'
import { newId } from '../../platform/clock/index.ts'
import type { Act } from '../../platform/database/index.ts'
import { tell } from '../../platform/outbox/index.ts'
import { ProblemError } from '../../platform/http/index.ts'
import type { WechatEvent } from '../events/wechat-events.ts'
import type { CheckVerdict } from '../wechat.ts'

export const CONTENT_CHECKED = 'content.checked'

export interface ContentCheck {
  communityId: string
  /** What was checked, e.g. `repair` or `file`, and which one. */
  subjectKind: string
  subjectId: string
  /** `pending`: WeChat has not said yet, or could not be asked. */
  verdict: CheckVerdict | 'pending'
  /** By which WeChat's later verdict finds this check; null when it could not be asked. */
  traceId: string | null
}

/** Keeps what WeChat said, or that it has yet to say it. Until it passes, only the author and the office see the content. */
export async function recordContentCheck(tx: EntityManager, act: Pick<Act, 'now'>, check: ContentCheck): Promise<void> {
  await tx.query(
    `INSERT INTO content_checks (community_id, id, subject_kind, subject_id, wechat_trace_id, verdict, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [check.communityId, newId(act.now), check.subjectKind, check.subjectId, check.traceId, check.verdict, act.now],
  )
}

interface Checked {
  community_id: string
  subject_kind: string
  subject_id: string
  settled: boolean
}

/** `wxa_media_check`: the verdict on a photo. A photo WeChat could not load is left to the office. */
export async function takePhotoVerdict(tx: EntityManager, act: Act, event: WechatEvent): Promise<void> {
  const {
    trace_id: traceId,
    errcode,
    result,
  } = event.content as { trace_id?: string; errcode?: number; result?: { suggest?: string } }
  const suggest = result?.suggest
  const verdict = errcode === 0 && (suggest === 'pass' || suggest === 'risky') ? suggest : 'review'
  const checked = (await tx.query(
    `WITH settled AS (
       UPDATE content_checks SET verdict = $2, at = $3 WHERE wechat_trace_id = $1 AND verdict = 'pending'
       RETURNING community_id, subject_kind, subject_id
     )
     SELECT *, true AS settled FROM settled
     UNION ALL
     SELECT community_id, subject_kind, subject_id, false FROM content_checks WHERE wechat_trace_id = $1 AND verdict <> 'pending'`,
    [String(traceId), verdict, act.now],
  )) as Checked[]
  // WeChat can be faster than our own commit; it asks again when we do not answer.
  if (checked.length === 0) throw new ProblemError('NOT_READY')
  for (const { community_id, subject_kind, subject_id } of checked.filter((each) => each.settled))
    await tell(tx, act, CONTENT_CHECKED, community_id, { subjectKind: subject_kind, subjectId: subject_id, verdict })
}
