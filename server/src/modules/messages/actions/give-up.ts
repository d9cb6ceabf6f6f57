import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { Run } from './attempt-delivery.ts'

const REASON = '处理时多次出错，已停止尝试'

/**
 * Puts a message that nobody could bring on its way among what could not be delivered, where the office sees it and can have it
 * sent again.
 */
export async function giveUp(tx: EntityManager, act: Act, { communityId, holder }: Run, messageId: string): Promise<void> {
  await tx.query(
    `WITH left_open AS (
       UPDATE deliveries SET state = 'failed', reason = $4, at = $5, called_at = NULL, next_at = NULL
       WHERE community_id = $1 AND message_id = $2 AND state = 'pending' AND held_by = $3
       RETURNING id
     )
     INSERT INTO deliveries (community_id, id, message_id, channel, state, reason, at)
     SELECT $1, $6, $2, CASE WHEN m.to_group THEN 'robot' ELSE 'subscribe' END, 'failed', $4, $5 FROM messages m
     WHERE m.community_id = $1 AND m.id = $2 AND NOT EXISTS (SELECT 1 FROM left_open)
     ON CONFLICT (community_id, message_id, channel) DO NOTHING`,
    [communityId, messageId, holder, REASON, act.now, newId(act.now)],
  )
}
