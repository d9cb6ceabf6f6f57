import { paymentWays, type PaymentWay, type RefundState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { refundableOf, refundWays, type Part, type RefundablePart } from '../rules/index.ts'
import { lockBills, lockPayment, partsOf, type PaymentRecord } from './lock-payment.ts'
import { freeBalance } from './unit-balance.ts'

/** A refund that may still take money out; what is kept for it nobody else may take. */
export const UNDER_WAY = `('asked', 'approved', 'sent', 'abnormal')`

export interface RefundWish {
  communityId: string
  paymentId: string
  /** How much of what was settled of which bill. */
  parts: readonly Part[]
  /** How much of what was paid ahead and is still unused. */
  aheadFen?: number
  /** The whole of what was paid too much. */
  overpaid?: boolean
  /** How it goes back; by WeChat for what came by WeChat when left out. */
  way?: PaymentWay
  reason: string
}

/**
 * Asks for money to go back. Within what one person may decide here it is approved at once, else another person has to.
 * @throws ProblemError REFUND_TOO_MUCH, REFUND_WAY
 */
export async function askRefund(tx: EntityManager, act: Act, wish: RefundWish): Promise<{ id: string; state: RefundState }> {
  const payment = await lockPayment(tx, wish.communityId, wish.paymentId)
  if (payment.state !== 'paid') throw new ProblemError('REFUND_TOO_MUCH')
  const way = wish.way ?? payment.way
  if (!refundWays[payment.way].includes(way)) throw new ProblemError('REFUND_WAY', { way: paymentWays[way] })
  const parts = wish.parts.filter(({ amountFen }) => amountFen > 0)
  await checkParts(tx, payment, parts)
  const aheadFen = wish.aheadFen ?? 0
  if (aheadFen > 0) await checkAhead(tx, payment, aheadFen)
  const overpaidFen = wish.overpaid ? await openOverpayment(tx, payment) : 0
  const amountFen = parts.reduce((sum, part) => sum + part.amountFen, aheadFen + overpaidFen)
  if (amountFen <= 0) throw new ProblemError('REFUND_TOO_MUCH')
  const state = (await mayDecideAlone(tx, payment, amountFen)) ? 'approved' : 'asked'
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO refunds (community_id, id, payment_id, unit_id, amount_fen, overpaid_fen, ahead_fen, way, reason, state, asked_by,
       asked_by_name, ask_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      payment.communityId,
      id,
      payment.id,
      payment.unitId,
      amountFen,
      overpaidFen,
      aheadFen,
      way,
      wish.reason,
      state,
      act.actor.id,
      act.actor.name,
      state === 'approved' && way === 'wechat' ? act.now : null,
      act.now,
    ],
  )
  await tx.query(
    `INSERT INTO refund_parts (community_id, refund_id, bill_id, amount_fen, unit_id)
     SELECT $1, $2, p."billId", p."amountFen", $4 FROM jsonb_to_recordset($3) AS p("billId" uuid, "amountFen" bigint)`,
    [payment.communityId, id, JSON.stringify(parts), payment.unitId],
  )
  await recordAudit(tx, act, {
    companyId: payment.companyId,
    communityId: payment.communityId,
    action: 'payments.ask-refund',
    subjectKind: 'refund',
    subjectId: id,
    before: null,
    after: { paymentId: payment.id, way, amountFen, parts, aheadFen, overpaidFen, reason: wish.reason, state },
  })
  return { id, state }
}

/** Whether a refund that may still take money out has to do with the bill; such a bill is not reversed. Lock the bill before. */
export async function hasRefundUnderWay(tx: EntityManager, communityId: string, billId: string): Promise<boolean> {
  const found = (await tx.query(
    `SELECT 1 FROM refund_parts f JOIN refunds r ON r.community_id = f.community_id AND r.id = f.refund_id
     WHERE f.community_id = $1 AND f.bill_id = $2 AND r.state IN ${UNDER_WAY} LIMIT 1`,
    [communityId, billId],
  )) as unknown[]
  return found.length > 0
}

async function checkParts(tx: EntityManager, payment: PaymentRecord, parts: readonly Part[]): Promise<void> {
  const ids = parts.map(({ billId }) => billId)
  if (new Set(ids).size !== ids.length) throw new ProblemError('REFUND_TOO_MUCH')
  const bills = await lockBills(tx, payment.communityId, ids)
  const paid = await partsOf(tx, payment)
  const pending = (await tx.query(
    `SELECT f.bill_id AS "billId", sum(f.amount_fen)::float8 AS "allFen",
       coalesce(sum(f.amount_fen) FILTER (WHERE r.payment_id = $2), 0)::float8 AS "ownFen"
     FROM refund_parts f JOIN refunds r ON r.community_id = f.community_id AND r.id = f.refund_id
     WHERE f.community_id = $1 AND f.bill_id = ANY ($3::uuid[]) AND r.state IN ${UNDER_WAY} GROUP BY f.bill_id`,
    [payment.communityId, payment.id, ids],
  )) as { billId: string; allFen: number; ownFen: number }[]
  for (const { billId, amountFen } of parts) {
    const part = paid.find((each) => each.billId === billId)
    const bill = bills.find(({ id }) => id === billId)
    if (!part || !bill) throw new ProblemError('NOT_FOUND')
    const taken = pending.find((each) => each.billId === billId)
    const standing: RefundablePart = {
      settledFen: part.settledFen,
      refundedFen: part.refundedFen,
      pendingFen: taken?.ownFen ?? 0,
      billPaidFen: bill.paidFen,
      billPendingFen: taken?.allFen ?? 0,
    }
    if (amountFen > refundableOf(standing)) throw new ProblemError('REFUND_TOO_MUCH')
  }
}

async function checkAhead(
  tx: EntityManager,
  { communityId, id, unitId, aheadFen }: PaymentRecord,
  wishedFen: number,
): Promise<void> {
  const [{ taken }] = (await tx.query(
    `SELECT coalesce(sum(ahead_fen), 0)::float8 AS taken FROM refunds
     WHERE community_id = $1 AND payment_id = $2 AND (state = 'done' OR state IN ${UNDER_WAY})`,
    [communityId, id],
  )) as [{ taken: number }]
  if (wishedFen > aheadFen - taken || wishedFen > (await freeBalance(tx, communityId, unitId)))
    throw new ProblemError('REFUND_TOO_MUCH')
}

async function openOverpayment(tx: EntityManager, { communityId, id }: PaymentRecord): Promise<number> {
  const [over] = (await tx.query(
    `SELECT o.amount_fen::float8 AS "amountFen" FROM overpayments o
     WHERE o.community_id = $1 AND o.payment_id = $2 AND o.state = 'open' AND NOT EXISTS (
       SELECT 1 FROM refunds r WHERE r.community_id = $1 AND r.payment_id = $2 AND r.overpaid_fen > 0 AND r.state IN ${UNDER_WAY})
     FOR UPDATE OF o`,
    [communityId, id],
  )) as { amountFen: number }[]
  if (!over) throw new ProblemError('OVERPAYMENT_STATE')
  return over.amountFen
}

/** Up to a sum for all refunds of one payment; so a large refund cut into small ones is approved like a large one. */
async function mayDecideAlone(tx: EntityManager, { communityId, id }: PaymentRecord, amountFen: number): Promise<boolean> {
  const [{ limit, asked }] = (await tx.query(
    `SELECT coalesce((SELECT refund_alone_fen FROM payment_rules WHERE community_id = $1), 0)::float8 AS limit,
       (SELECT coalesce(sum(amount_fen), 0) FROM refunds WHERE community_id = $1 AND payment_id = $2
          AND state NOT IN ('refused', 'closed'))::float8 AS asked`,
    [communityId, id],
  )) as [{ limit: number; asked: number }]
  return asked + amountFen <= limit
}
