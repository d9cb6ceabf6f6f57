import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'

/** A bill that is paid is in the way of other orders that hold it: they are asked about, and closed, at once. */
export async function hurryOthers(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  await tx.query(
    `UPDATE payments SET ask_at = $4 WHERE community_id = $1 AND state = 'open' AND way = 'wechat' AND id IN (
       SELECT p.payment_id FROM payment_parts p WHERE p.community_id = $1 AND p.bill_id = ANY ($2::uuid[]) AND p.holds AND p.payment_id <> $3)`,
    [communityId, payload.billIds, payload.paymentId, act.now],
  )
}
