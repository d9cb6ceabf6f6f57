import { paymentWays } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { linesOfRefund, type Part } from '../rules/index.ts'
import { auditRefund, lockRefund, refuseRefundState, type RefundKey, type RefundRecord } from './decide-refund.ts'
import { lockBills, type PaymentRecord } from './lock-payment.ts'
import { postOnDayOf } from './post-on-day.ts'
import { changeBalance } from './unit-balance.ts'

/** Money went back: {refundId, paymentId, unitId, way, amountFen}. */
export const REFUND_DONE = 'refund.done'

export interface DoneRefund extends RefundKey {
  doneAt: Date
  /** WeChat's number of it. */
  wechatRefundId?: string
}

/**
 * Writes down that the money of a refund has gone back: bills, balance, over-payment and books - once.
 * @returns whether it was not known before
 * @throws ProblemError REFUND_STATE when nobody has agreed to it
 */
export async function doRefund(tx: EntityManager, act: Act, { doneAt, wechatRefundId, ...key }: DoneRefund): Promise<boolean> {
  const { refund, payment } = await lockRefund(tx, key)
  if (refund.state === 'done') return false
  if (refund.state === 'asked' || refund.state === 'refused') throw refuseRefundState(refund.state)
  const parts = (await tx.query(
    'SELECT bill_id AS "billId", amount_fen::float8 AS "amountFen" FROM refund_parts WHERE community_id = $1 AND refund_id = $2',
    [key.communityId, key.refundId],
  )) as Part[]
  const bills = await lockBills(
    tx,
    key.communityId,
    parts.map(({ billId }) => billId),
  )
  await writeDone(tx, payment, refund, parts, { doneAt, wechatRefundId })
  const { unitId, communityId } = payment
  const backFen = refund.way === 'balance' ? refund.amountFen : 0
  await changeBalance(tx, { communityId, unitId, byFen: backFen - refund.aheadFen })
  const { aheadFen, overpaidFen: overFen, way } = refund
  await postOnDayOf(tx, act, doneAt, {
    communityId,
    kind: 'refund',
    text: `${payment.unitLabel} 退款（${paymentWays[way]}）`,
    source: { kind: 'refund', id: refund.id },
    lines: linesOfRefund({ way, unitId, paymentId: payment.id, parts, aheadFen, overFen }, bills),
  })
  await auditRefund(tx, act, payment, refund, { action: 'payments.do-refund', after: { state: 'done', doneAt, wechatRefundId } })
  const told = { refundId: refund.id, paymentId: payment.id, unitId, way, amountFen: refund.amountFen }
  await tell(tx, act, REFUND_DONE, communityId, told)
  return true
}

async function writeDone(
  tx: EntityManager,
  payment: PaymentRecord,
  refund: RefundRecord,
  parts: readonly Part[],
  { doneAt, wechatRefundId }: { doneAt: Date; wechatRefundId: string | undefined },
): Promise<void> {
  await tx.query(
    `WITH f AS (SELECT * FROM jsonb_to_recordset($4) AS f("billId" uuid, "amountFen" bigint)),
     paid AS (UPDATE payments SET refunded_fen = refunded_fen + $3, version = version + 1 WHERE community_id = $1 AND id = $2),
     part AS (UPDATE payment_parts p SET refunded_fen = p.refunded_fen + f."amountFen" FROM f
       WHERE p.community_id = $1 AND p.payment_id = $2 AND p.bill_id = f."billId")
     UPDATE bills b SET paid_fen = b.paid_fen - f."amountFen" FROM f WHERE b.community_id = $1 AND b.id = f."billId"`,
    [payment.communityId, payment.id, refund.amountFen, JSON.stringify(parts)],
  )
  await tx.query(
    `UPDATE refunds SET state = 'done', done_at = $3, wechat_refund_id = coalesce($4, wechat_refund_id), ask_at = NULL, trouble = NULL,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [payment.communityId, refund.id, doneAt, wechatRefundId ?? null],
  )
  if (refund.overpaidFen > 0)
    await tx.query(
      `UPDATE overpayments SET state = 'refunded', settled_at = $3, version = version + 1 WHERE community_id = $1 AND payment_id = $2`,
      [payment.communityId, payment.id, doneAt],
    )
}
