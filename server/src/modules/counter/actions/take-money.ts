import type { CounterWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { openPayment, settlePayment } from '../../payments/index.ts'

export interface MoneyTaken {
  communityId: string
  unitId: string
  way: CounterWay
  parts: { billId: string; amountFen: number }[]
  aheadFen: number
  payerName: string
  /** The transfer's or slip's number. */
  reference: string
  /** The cash that was handed over, when change is to be given. */
  handedFen?: number | undefined
}

export interface TakenMoney {
  paymentId: string
  amountFen: number
  changeFen: number
  receiptId: string
  receiptNumber: number
}

/**
 * Money at the counter: paid, booked and receipted at once.
 * @throws ProblemError PAYMENT_OPEN when an order by WeChat holds one of the bills, HANDED_TOO_LITTLE, REFERENCE_NEEDED, and what
 * openPayment refuses.
 */
export async function takeMoney(tx: EntityManager, act: Act, { handedFen, ...wish }: MoneyTaken): Promise<TakenMoney> {
  const { communityId, way, parts, aheadFen, reference } = wish
  if (way !== 'cash' && reference === '') throw new ProblemError('REFERENCE_NEEDED')
  const amountFen = parts.reduce((sum, part) => sum + part.amountFen, aheadFen)
  const handed = way === 'cash' ? (handedFen ?? amountFen) : amountFen
  if (handed < amountFen) throw new ProblemError('HANDED_TOO_LITTLE')
  const paymentId = await openPayment(tx, act, wish)
  await refuseHeld(tx, communityId, paymentId)
  await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen })
  const [receipt] = (await tx.query(
    `SELECT id AS "receiptId", number::float8 AS "receiptNumber" FROM receipts WHERE community_id = $1 AND payment_id = $2 AND voided_at IS NULL`,
    [communityId, paymentId],
  )) as [Pick<TakenMoney, 'receiptId' | 'receiptNumber'>]
  return { paymentId, ...receipt, amountFen, changeFen: handed - amountFen }
}

/** Asked when the bills are locked: nobody opens an order for them meanwhile. */
async function refuseHeld(tx: EntityManager, communityId: string, paymentId: string): Promise<void> {
  const held = (await tx.query(
    `SELECT 1 FROM payment_parts own JOIN payment_parts t ON t.community_id = own.community_id AND t.bill_id = own.bill_id AND t.holds
     WHERE own.community_id = $1 AND own.payment_id = $2 LIMIT 1`,
    [communityId, paymentId],
  )) as unknown[]
  if (held.length > 0) throw new ProblemError('PAYMENT_OPEN')
}
