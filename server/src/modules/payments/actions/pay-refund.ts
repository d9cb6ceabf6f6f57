import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { lockRefund, refuseRefundState, type RefundKey } from './decide-refund.ts'
import { doRefund } from './do-refund.ts'

/** Somebody of the staff says that the money has been given back: by hand, by transfer, by card, into the balance. */
export async function payRefund(
  tx: EntityManager,
  act: Act,
  { version, ...key }: RefundKey & { version: number },
): Promise<void> {
  const { refund } = await lockRefund(tx, key)
  if (refund.version !== version) throw new ProblemError('STALE_VERSION')
  if (refund.state !== 'approved' || refund.way === 'wechat') throw refuseRefundState(refund.state)
  await doRefund(tx, act, { ...key, doneAt: act.now })
}
