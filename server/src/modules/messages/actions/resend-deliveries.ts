import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { RESTING } from './attempt-delivery.ts'

/**
 * Has failed deliveries tried again, each once however many people press at once: only who finds it failed wakes it. Its grant,
 * if it had one, is gone with the failure.
 */
export async function resendDeliveries(
  tx: EntityManager,
  act: Act,
  communityId: string,
  ids: readonly string[],
): Promise<{ resent: number }> {
  const [known] = (await tx.query(
    'SELECT count(*)::int AS count FROM deliveries WHERE community_id = $1 AND id = ANY ($2::uuid[])',
    [communityId, ids],
  )) as { count: number }[]
  if (known?.count !== ids.length) throw new ProblemError('NOT_FOUND')
  const woken = (await tx.query(
    `WITH woken AS (
       UPDATE deliveries SET state = 'pending', reason = '补发', attempts = 0, called_at = NULL, grant_id = NULL, next_at = $3,
         held_by = $4, resent = resent + 1, at = $3
       WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND state = 'failed'
       RETURNING id, message_id, channel
     ) SELECT w.*, c.company_id FROM woken w JOIN communities c ON c.id = $1`,
    [communityId, ids, act.now, RESTING],
  )) as { id: string; message_id: string; channel: string; company_id: string }[]
  const [first] = woken
  if (!first) throw new ProblemError('NOTHING_TO_RESEND')
  await recordAudit(tx, act, {
    companyId: first.company_id,
    communityId,
    action: 'messages.resend',
    subjectKind: 'message-channels',
    subjectId: communityId,
    before: null,
    after: { deliveries: woken.map(({ id, message_id, channel }) => ({ id, messageId: message_id, channel })) },
  })
  return { resent: woken.length }
}
