import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { TestCommunity } from '../world.ts'

/** What the counter keeps, by what it is called in paths and bodies. */
export interface CounterIds {
  receiptId: string
  dayEndId: string
}

/** The receipt of a payment, and a cashier's day-end that waits for another person. */
export async function counterOf(
  app: TestApp,
  community: TestCommunity,
  { unitId, paymentId }: { unitId: string; paymentId: string },
): Promise<CounterIds> {
  const now = app.clock.now()
  const [receiptId, dayEndId, somebody] = [newId(now), newId(now), newId(now)]
  const content = {
    companyName: '一诺物业',
    communityName: community.name,
    unitLabel: '1-1-101',
    payerName: '缴款人',
    way: 'cash',
    reference: '',
    paidAt: now.toISOString(),
    lines: [],
    aheadFen: 0,
    overFen: 500,
    amountFen: 10_500,
  }
  await app.owner.query(
    `WITH r AS (INSERT INTO receipts (community_id, id, number, payment_id, unit_id, amount_fen, content, issued_by_name, issued_at)
       VALUES ($1, $2, 900001, $3, $4, 10500, $5, '前台', $6))
     INSERT INTO day_ends (community_id, id, cashier_id, cashier_name, day, state, sums, opening_fen, expected_fen, counted, counted_fen,
       deposited_fen, handed_over_fen, closed_at)
     VALUES ($1, $7, $8, '前台', '2026-01-05', 'counted', '[]', 0, 0, '[]', 0, 0, 0, $6)`,
    [community.id, receiptId, paymentId, unitId, JSON.stringify(content), now, dayEndId, somebody],
  )
  return { receiptId, dayEndId }
}
