import type { PaymentState, PaymentWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { BookedBill, Part, PayableBill } from '../rules/index.ts'

export interface PaymentRecord {
  id: string
  communityId: string
  companyId: string
  unitId: string
  unitLabel: string
  communityName: string
  companyName: string
  way: PaymentWay
  state: PaymentState
  amountFen: number
  aheadFen: number
  refundedFen: number
  accountId: string | null
  merchantId: string | null
  transactionId: string | null
  payerName: string
  takenByName: string | null
  reference: string
  version: number
}

const RECORD = `
  SELECT p.id, p.community_id AS "communityId", c.company_id AS "companyId", p.unit_id AS "unitId", u.label AS "unitLabel",
    c.name AS "communityName", k.name AS "companyName", p.way, p.state, p.amount_fen::float8 AS "amountFen",
    p.ahead_fen::float8 AS "aheadFen", p.refunded_fen::float8 AS "refundedFen", p.account_id AS "accountId",
    p.merchant_id AS "merchantId", p.transaction_id AS "transactionId", p.payer_name AS "payerName",
    p.taken_by_name AS "takenByName", p.reference, p.version
  FROM payments p
  JOIN communities c ON c.id = p.community_id
  JOIN companies k ON k.id = c.company_id
  JOIN units u ON u.community_id = p.community_id AND u.id = p.unit_id
  WHERE p.community_id = $1 AND p.id = $2
  FOR UPDATE OF p`

/** The payment, locked: the first of the locks money takes. */
export async function lockPayment(tx: EntityManager, communityId: string, id: string): Promise<PaymentRecord> {
  const [payment] = (await tx.query(RECORD, [communityId, id])) as PaymentRecord[]
  if (!payment) throw new ProblemError('NOT_FOUND')
  return payment
}

export interface PaidPart extends Part {
  settledFen: number
  refundedFen: number
}

export function partsOf(tx: EntityManager, { communityId, id }: { communityId: string; id: string }): Promise<PaidPart[]> {
  return tx.query(
    `SELECT bill_id AS "billId", amount_fen::float8 AS "amountFen", settled_fen::float8 AS "settledFen",
       refunded_fen::float8 AS "refundedFen"
     FROM payment_parts WHERE community_id = $1 AND payment_id = $2 ORDER BY bill_id`,
    [communityId, id],
  ) as Promise<PaidPart[]>
}

export interface LockedBill extends PayableBill, BookedBill {
  unitId: string
}

/** How a bill is called where its amount stands: its charge and its period. */
export const BILL_LABEL = (bill: string, charge: string) => `
  ${charge}.name || ' ' || to_char(${bill}.period_from, 'YYYY.MM.DD') || '–' || to_char(${bill}.period_to, 'YYYY.MM.DD')`

/** The bills, locked in the order of their ids; read by a statement of its own, so that they are as they were when the lock came. */
export async function lockBills(tx: EntityManager, communityId: string, ids: readonly string[]): Promise<LockedBill[]> {
  await tx.query('SELECT 1 FROM bills WHERE community_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE', [
    communityId,
    ids,
  ])
  return tx.query(
    `SELECT b.id, b.unit_id AS "unitId", b.amount_fen::float8 AS "amountFen", b.waived_fen::float8 AS "waivedFen",
       b.paid_fen::float8 AS "paidFen", b.reversed_at IS NOT NULL AS reversed, c.fund, c.name AS category,
       ${BILL_LABEL('b', 'c')} AS label
     FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
     WHERE b.community_id = $1 AND b.id = ANY ($2::uuid[]) ORDER BY b.id`,
    [communityId, ids],
  ) as Promise<LockedBill[]>
}
