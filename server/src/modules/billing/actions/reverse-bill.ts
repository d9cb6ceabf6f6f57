import type { Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { postEntry } from '../../ledger/index.ts'

export interface BillReversal {
  communityId: string
  billId: string
  reason: string
  /** Where goes what was paid for it: into what the unit has paid ahead; left out, a bill with money on it is refused. */
  paidInto?: 'balance'
}

interface LockedBill {
  unitId: string
  amountFen: number
  waivedFen: number
  paidFen: number
  reversedAt: Date | null
  periodFrom: string
  fund: Fund
  charge: string
  unitLabel: string
  companyId: string
}

const LOCK = `
  SELECT b.unit_id AS "unitId", b.amount_fen::float8 AS "amountFen", b.waived_fen::float8 AS "waivedFen", b.paid_fen::float8 AS "paidFen",
    b.reversed_at AS "reversedAt", b.period_from::text AS "periodFrom", c.fund, c.name AS charge, u.label AS "unitLabel",
    k.company_id AS "companyId"
  FROM bills b
  JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
  JOIN units u ON u.community_id = b.community_id AND u.id = b.unit_id
  JOIN communities k ON k.id = b.community_id
  WHERE b.community_id = $1 AND b.id = $2 FOR UPDATE OF b`

/**
 * Takes a bill back, with the opposite entry in the books. An open payment that holds it comes in as too much.
 * @throws ProblemError NOT_FOUND, BILL_REVERSED, BILL_PAID, BILL_BEING_REFUNDED, PERIOD_CLOSED
 */
export async function reverseBill(
  tx: EntityManager,
  act: Act,
  { communityId, billId, reason, paidInto }: BillReversal,
): Promise<void> {
  const [bill] = (await tx.query(LOCK, [communityId, billId])) as LockedBill[]
  if (!bill) throw new ProblemError('NOT_FOUND')
  if (bill.reversedAt) throw new ProblemError('BILL_REVERSED')
  if (bill.paidFen > 0 && !paidInto) throw new ProblemError('BILL_PAID', { paid: (bill.paidFen / 100).toFixed(2) })
  if (bill.paidFen > 0) await moveIntoBalance(tx, communityId, billId, bill)
  await tx.query(`UPDATE bills SET reversed_at = $3, reversed_because = $4, paid_fen = 0 WHERE community_id = $1 AND id = $2`, [
    communityId,
    billId,
    act.now,
    reason,
  ])
  // A bill that was waived whole is in the books no longer.
  const lines = linesOf(bill, billId)
  if (lines.length > 0)
    await postEntry(tx, act, {
      communityId,
      kind: 'bill-reversal',
      text: `冲销${bill.unitLabel} ${bill.charge} ${bill.periodFrom.slice(0, 7)} 账单：${reason}`,
      source: { kind: 'bill-reversal', id: billId },
      lines,
    })
  await recordAudit(tx, act, {
    companyId: bill.companyId,
    communityId,
    action: 'bills.reverse',
    subjectKind: 'bill',
    subjectId: billId,
    before: { amountFen: bill.amountFen, paidFen: bill.paidFen },
    after: { reason, paidInto: paidInto ?? null },
  })
}

function linesOf({ unitId, fund, charge, amountFen, waivedFen, paidFen }: LockedBill, billId: string) {
  const of = { unitId, fund, category: charge, billId } as const
  const asked = amountFen - waivedFen
  return [
    { ...of, account: fund === 'collected' ? 'collected' : 'income', side: 'debit', amountFen: asked } as const,
    { ...of, account: 'receivable', side: 'credit', amountFen: asked } as const,
    { ...of, account: 'receivable', side: 'debit', amountFen: paidFen, publishedAs: 'refunded' } as const,
    { unitId, account: 'prepaid', side: 'credit', amountFen: paidFen } as const,
  ].filter(({ amountFen: fen }) => fen > 0)
}

/** A refund that is on its way would give the same money back twice. */
async function moveIntoBalance(tx: EntityManager, communityId: string, billId: string, bill: LockedBill): Promise<void> {
  const [refund] = (await tx.query(
    `SELECT 1 FROM refund_parts p JOIN refunds r ON r.community_id = p.community_id AND r.id = p.refund_id
     WHERE p.community_id = $1 AND p.bill_id = $2 AND r.state IN ('asked', 'approved', 'sent', 'abnormal') LIMIT 1`,
    [communityId, billId],
  )) as unknown[]
  if (refund) throw new ProblemError('BILL_BEING_REFUNDED')
  await tx.query(
    `INSERT INTO unit_balances AS b (community_id, unit_id, balance_fen) VALUES ($1, $2, $3)
     ON CONFLICT (community_id, unit_id) DO UPDATE SET balance_fen = b.balance_fen + excluded.balance_fen`,
    [communityId, bill.unitId, bill.paidFen],
  )
}
