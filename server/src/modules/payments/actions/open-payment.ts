import { moneyLimits, type PaymentWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { owedOf, type Part } from '../rules/index.ts'
import { lockBills } from './lock-payment.ts'

export interface PaymentDraft {
  communityId: string
  unitId: string
  way: PaymentWay
  /** What is paid of which bill; at most what is owed of it. */
  parts: readonly Part[]
  /** What is paid ahead besides, into the balance of the unit. */
  aheadFen?: number
  payerName?: string
  /** The transfer's or slip's number. */
  reference?: string
  /** The resident who pays by WeChat, through which merchant, and until when. */
  order?: { accountId: string; merchantId: string; expiresAt: Date; askAt: Date }
}

/**
 * Makes a payment with its parts. One by WeChat holds its bills until it is paid or closed.
 * @throws ProblemError PAYMENT_OPEN when another order holds one of the bills (close it first), BILLS_CHANGED when less is
 * owed than is to be paid, NOT_FOUND when a bill is not the unit's.
 */
export async function openPayment(tx: EntityManager, act: Act, draft: PaymentDraft): Promise<string> {
  const { communityId, unitId, way, parts, aheadFen = 0, payerName = '', reference = '', order } = draft
  const amountFen = parts.reduce((sum, part) => sum + part.amountFen, aheadFen)
  if (parts.length > moneyLimits.billsAtOnce) throw new ProblemError('TOO_MANY_BILLS', { most: moneyLimits.billsAtOnce })
  if (amountFen <= 0 || amountFen > moneyLimits.amountFen) throw new ProblemError('PAYMENT_AMOUNT')
  await checkBills(tx, draft)
  if (way === 'wechat') await refuseHeld(tx, draft)
  const [community] = (await tx.query('SELECT company_id AS "companyId" FROM communities WHERE id = $1', [communityId])) as {
    companyId: string
  }[]
  const byStaff = act.actor.kind === 'staff'
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO payments (community_id, id, unit_id, way, state, amount_fen, ahead_fen, account_id, merchant_id, expires_at, ask_at,
       taken_by, taken_by_name, payer_name, reference, created_at)
     VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      communityId,
      id,
      unitId,
      way,
      amountFen,
      aheadFen,
      order?.accountId ?? null,
      order?.merchantId ?? null,
      order?.expiresAt ?? null,
      order?.askAt ?? null,
      byStaff ? act.actor.id : null,
      byStaff ? act.actor.name : null,
      payerName,
      reference,
      act.now,
    ],
  )
  await tx.query(
    `INSERT INTO payment_parts (community_id, payment_id, bill_id, amount_fen, holds, unit_id)
     SELECT $1, $2, p."billId", p."amountFen", $4, $5 FROM jsonb_to_recordset($3) AS p("billId" uuid, "amountFen" bigint)`,
    [communityId, id, JSON.stringify(parts), way === 'wechat', unitId],
  )
  await recordAudit(tx, act, {
    companyId: community!.companyId,
    communityId,
    action: 'payments.open',
    subjectKind: 'payment',
    subjectId: id,
    before: null,
    after: { unitId, way, amountFen, aheadFen, parts },
  })
  return id
}

/** Each bill is this unit's and owes what is to be paid of it. The bills stay locked until the end of the transaction. */
async function checkBills(tx: EntityManager, { communityId, unitId, parts }: PaymentDraft): Promise<void> {
  const bills = await lockBills(
    tx,
    communityId,
    parts.map(({ billId }) => billId),
  )
  const known = new Map(bills.map((bill) => [bill.id, bill]))
  if (known.size !== parts.length) throw new ProblemError('NOT_FOUND')
  for (const { billId, amountFen } of parts) {
    const bill = known.get(billId)!
    if (bill.unitId !== unitId) throw new ProblemError('NOT_FOUND')
    if (amountFen <= 0) throw new ProblemError('PAYMENT_AMOUNT')
    if (amountFen > owedOf(bill)) throw new ProblemError('BILLS_CHANGED')
  }
}

async function refuseHeld(tx: EntityManager, { communityId, parts }: PaymentDraft): Promise<void> {
  const held = (await tx.query(
    'SELECT 1 FROM payment_parts WHERE community_id = $1 AND bill_id = ANY ($2::uuid[]) AND holds LIMIT 1',
    [communityId, parts.map(({ billId }) => billId)],
  )) as unknown[]
  if (held.length > 0) throw new ProblemError('PAYMENT_OPEN')
}
