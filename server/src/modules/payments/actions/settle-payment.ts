import { paymentWays, type PaymentProof, type ReceiptContent } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { linesOfPayment, settleParts } from '../rules/index.ts'
import { issueReceipt } from './issue-receipt.ts'
import { lockBills, lockPayment, partsOf, type LockedBill, type PaymentRecord } from './lock-payment.ts'
import { postOnDayOf } from './post-on-day.ts'
import { changeBalance, useBalance } from './unit-balance.ts'

/** A payment is made: {paymentId, unitId, way, amountFen, overFen, receiptId, billIds}. */
export const PAYMENT_SETTLED = 'payment.settled'

export interface ProvedPayment {
  communityId: string
  paymentId: string
  proof: PaymentProof
  /** WeChat's number of it. */
  transactionId?: string
  paidAt: Date
  amountFen: number
}

export interface Settlement {
  /** false when it was settled before: nothing has changed */
  isNew: boolean
  overFen: number
  receiptNumber: number | null
}

/**
 * Settles a payment that is proved: its bills, the balance, the books, the receipt, and who listens - once, whoever proves it
 * first and however often. One that was closed meanwhile is settled all the same; what nobody owes any more is an over-payment.
 * @throws Error when another amount or another transaction is proved: that is for people to look at, and nothing is written.
 */
export async function settlePayment(tx: EntityManager, act: Act, proved: ProvedPayment): Promise<Settlement> {
  const payment = await lockPayment(tx, proved.communityId, proved.paymentId)
  if (payment.amountFen !== proved.amountFen) throw new Error(`payment ${payment.id} is proved with another amount`)
  if (payment.state === 'paid') {
    if (payment.transactionId !== (proved.transactionId ?? null)) throw new Error(`payment ${payment.id} is proved twice`)
    return { isNew: false, overFen: 0, receiptNumber: null }
  }
  const parts = await partsOf(tx, payment)
  const bills = await lockBills(
    tx,
    payment.communityId,
    parts.map(({ billId }) => billId),
  )
  const { settled, overFen, reason } = settleParts(parts, bills, payment.state === 'closed')
  await writeSettled(tx, payment, proved, settled)
  if (reason) await keepOverpayment(tx, act, payment, { overFen, reason })
  const { unitId, aheadFen, way } = payment
  await changeBalance(tx, { communityId: payment.communityId, unitId, byFen: aheadFen })
  if (way === 'balance') await useBalance(tx, { communityId: payment.communityId, unitId, byFen: payment.amountFen })
  const shares = { way, unitId, paymentId: payment.id, parts: settled, aheadFen, overFen }
  await postOnDayOf(tx, act, proved.paidAt, {
    communityId: payment.communityId,
    kind: way === 'balance' ? 'balance-use' : 'payment',
    text: `${payment.unitLabel} ${paymentWays[way]}`,
    source: { kind: 'payment', id: payment.id },
    lines: linesOfPayment(shares, bills),
  })
  await recordAudit(tx, act, {
    companyId: payment.companyId,
    communityId: payment.communityId,
    action: 'payments.settle',
    subjectKind: 'payment',
    subjectId: payment.id,
    before: { state: payment.state },
    after: { state: 'paid', proof: proved.proof, transactionId: proved.transactionId, settled, aheadFen, overFen },
  })
  const content = receiptContent(payment, proved, bills, shares)
  const receipt = await issueReceipt(tx, act, { communityId: payment.communityId, paymentId: payment.id, unitId, content })
  await tell(tx, act, PAYMENT_SETTLED, payment.communityId, {
    paymentId: payment.id,
    unitId,
    way,
    amountFen: payment.amountFen,
    overFen,
    receiptId: receipt.id,
    billIds: parts.map(({ billId }) => billId),
  })
  return { isNew: true, overFen, receiptNumber: receipt.number }
}

/** Payment, parts and bills. */
async function writeSettled(
  tx: EntityManager,
  { communityId, id }: PaymentRecord,
  { proof, transactionId, paidAt }: ProvedPayment,
  settled: readonly { billId: string; amountFen: number }[],
): Promise<void> {
  await tx.query(
    `UPDATE payments SET state = 'paid', proof = $3, transaction_id = $4, paid_at = $5, ask_at = NULL, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, proof, transactionId ?? null, paidAt],
  )
  await tx.query(
    `WITH s AS (SELECT * FROM jsonb_to_recordset($3) AS s("billId" uuid, "amountFen" bigint)),
     part AS (UPDATE payment_parts p SET holds = false, settled_fen = s."amountFen" FROM s
       WHERE p.community_id = $1 AND p.payment_id = $2 AND p.bill_id = s."billId")
     UPDATE bills b SET paid_fen = b.paid_fen + s."amountFen" FROM s
     WHERE b.community_id = $1 AND b.id = s."billId" AND s."amountFen" > 0`,
    [communityId, id, JSON.stringify(settled)],
  )
}

async function keepOverpayment(
  tx: EntityManager,
  act: Act,
  { communityId, id, unitId }: PaymentRecord,
  { overFen, reason }: { overFen: number; reason: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO overpayments (community_id, id, payment_id, unit_id, amount_fen, reason, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, newId(act.now), id, unitId, overFen, reason, act.now],
  )
}

/** As it is printed; later changes of names change no receipt. */
function receiptContent(
  payment: PaymentRecord,
  { paidAt }: ProvedPayment,
  bills: readonly LockedBill[],
  { parts, aheadFen, overFen }: { parts: readonly { billId: string; amountFen: number }[]; aheadFen: number; overFen: number },
): ReceiptContent {
  const labels = new Map(bills.map(({ id, label }) => [id, label]))
  return {
    companyName: payment.companyName,
    communityName: payment.communityName,
    unitLabel: payment.unitLabel,
    payerName: payment.payerName,
    way: payment.way,
    reference: payment.reference,
    paidAt: paidAt.toISOString(),
    lines: parts
      .filter(({ amountFen }) => amountFen > 0)
      .map(({ billId, amountFen }) => ({ billId, text: labels.get(billId)!, amountFen })),
    aheadFen,
    overFen,
    amountFen: payment.amountFen,
  }
}
