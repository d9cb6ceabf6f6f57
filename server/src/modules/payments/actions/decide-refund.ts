import { refundStates, type PaymentWay, type RefundState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { lockPayment, type PaymentRecord } from './lock-payment.ts'

export interface RefundRecord {
  id: string
  state: RefundState
  way: PaymentWay
  amountFen: number
  aheadFen: number
  overpaidFen: number
  askedBy: string
  version: number
}

export interface RefundKey {
  communityId: string
  refundId: string
}

/** The refund with its payment, locked in this order. */
export async function lockRefund(
  tx: EntityManager,
  { communityId, refundId }: RefundKey,
): Promise<{ refund: RefundRecord; payment: PaymentRecord }> {
  const [of] = (await tx.query('SELECT payment_id AS "paymentId" FROM refunds WHERE community_id = $1 AND id = $2', [
    communityId,
    refundId,
  ])) as { paymentId: string }[]
  if (!of) throw new ProblemError('NOT_FOUND')
  const payment = await lockPayment(tx, communityId, of.paymentId)
  const [refund] = (await tx.query(
    `SELECT id, state, way, amount_fen::float8 AS "amountFen", ahead_fen::float8 AS "aheadFen", overpaid_fen::float8 AS "overpaidFen",
       asked_by AS "askedBy", version
     FROM refunds WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, refundId],
  )) as RefundRecord[]
  return { refund: refund!, payment }
}

export const refuseRefundState = (state: RefundState): ProblemError =>
  new ProblemError('REFUND_STATE', { state: refundStates[state] })

/** Another person than who asked agrees that the money goes back. */
export async function approveRefund(tx: EntityManager, act: Act, key: RefundKey & { version: number }): Promise<void> {
  const { refund, payment } = await lockToDecide(tx, act, key)
  await tx.query(
    `UPDATE refunds SET state = 'approved', approved_by = $3, approved_by_name = $4, ask_at = CASE way WHEN 'wechat' THEN $5::timestamptz END,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [key.communityId, refund.id, act.actor.id, act.actor.name, act.now],
  )
  await auditRefund(tx, act, payment, refund, { action: 'payments.approve-refund', after: { state: 'approved' } })
}

/** Another person than who asked says no, and why. */
export async function refuseRefund(
  tx: EntityManager,
  act: Act,
  { because, ...key }: RefundKey & { version: number; because: string },
): Promise<void> {
  const { refund, payment } = await lockToDecide(tx, act, key)
  await tx.query(
    `UPDATE refunds SET state = 'refused', approved_by = $3, approved_by_name = $4, refused_because = $5, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [key.communityId, refund.id, act.actor.id, act.actor.name, because],
  )
  await auditRefund(tx, act, payment, refund, { action: 'payments.refuse-refund', after: { state: 'refused', because } })
}

async function lockToDecide(tx: EntityManager, act: Act, { version, ...key }: RefundKey & { version: number }) {
  const locked = await lockRefund(tx, key)
  if (locked.refund.version !== version) throw new ProblemError('STALE_VERSION')
  if (locked.refund.state !== 'asked') throw refuseRefundState(locked.refund.state)
  if (locked.refund.askedBy === act.actor.id) throw new ProblemError('REFUND_OWN')
  return locked
}

export function auditRefund(
  tx: EntityManager,
  act: Act,
  { companyId, communityId }: PaymentRecord,
  { id, state }: RefundRecord,
  { action, after }: { action: string; after: object },
): Promise<void> {
  return recordAudit(tx, act, {
    companyId,
    communityId,
    action,
    subjectKind: 'refund',
    subjectId: id,
    before: { state },
    after,
  })
}
