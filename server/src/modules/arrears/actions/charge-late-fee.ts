import { arrearsLimits } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { addBill } from '../../billing/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { feeOf, LATE_BILL, type LateBillRow } from '../queries/late-bills.ts'

const SETTLED = `
  SELECT ${LATE_BILL} FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
  WHERE b.community_id = $1 AND b.id = ANY ($2::uuid[]) AND b.reversed_at IS NULL AND b.kind = 'charge'
    AND b.paid_fen + b.waived_fen = b.amount_fen
    AND NOT EXISTS (SELECT FROM late_fee_waivers w WHERE w.community_id = b.community_id AND w.bill_id = b.id AND w.state IN ('asked', 'approved'))
  ORDER BY b.id`

/**
 * Once a late bill is paid in full its fee has stopped growing: then, and only then, it becomes a bill - one, final, with how it
 * was reckoned, instead of one a month that each waiver would have to reverse. Who asks to have it waived is decided first.
 */
export async function chargeLateFees(
  tx: EntityManager,
  act: Act,
  communityId: string,
  billIds: readonly string[],
): Promise<void> {
  const today = todayIn(act)
  for (const bill of (await tx.query(SETTLED, [communityId, billIds])) as LateBillRow[]) {
    const fee = feeOf(bill, today)
    if (!fee || fee.feeFen === 0) continue
    const { unitId, fund, chargeName, periodFrom, periodTo } = bill
    await addBill(tx, act, {
      ...{ communityId, unitId, fund, kind: 'late-fee', subjectId: bill.id, from: fee.from!, to: today },
      dueOn: todayIn({ now: new Date(act.now.getTime() + arrearsLimits.lateFeeDueDays * 86_400_000) }),
      lines: [{ text: `${chargeName}（${periodFrom} 至 ${periodTo}）违约金：${fee.formula}`, amountFen: fee.feeFen }],
    })
  }
}
