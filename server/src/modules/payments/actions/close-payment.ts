import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { lockPayment } from './lock-payment.ts'

/**
 * Lets go of the bills of an order that can no longer be paid. One by WeChat is closed at WeChat before.
 * @returns whether it was open until now
 */
export async function closePayment(
  tx: EntityManager,
  act: Act,
  { communityId, paymentId }: { communityId: string; paymentId: string },
): Promise<boolean> {
  const payment = await lockPayment(tx, communityId, paymentId)
  if (payment.state !== 'open') return false
  await tx.query(
    `UPDATE payments SET state = 'closed', closed_at = $3, ask_at = NULL, version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, paymentId, act.now],
  )
  await tx.query('UPDATE payment_parts SET holds = false WHERE community_id = $1 AND payment_id = $2', [communityId, paymentId])
  await recordAudit(tx, act, {
    companyId: payment.companyId,
    communityId,
    action: 'payments.close',
    subjectKind: 'payment',
    subjectId: paymentId,
    before: { state: 'open' },
    after: { state: 'closed' },
  })
  return true
}
