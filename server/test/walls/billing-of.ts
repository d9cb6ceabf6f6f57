import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { TestCommunity } from '../world.ts'

/** What homes are asked for and by what, by what it is called in paths and bodies. */
export interface BillingIds {
  chargeId: string
  billId: string
  runId: string
  exemptionId: string
  meterId: string
  readingId: string
  sharedCostId: string
}

/** A charge with its bill out of a run, an exemption, a meter that was read, and a cost that waits to be shared. */
export async function billingOf(app: TestApp, community: TestCommunity, unitId: string): Promise<BillingIds> {
  const now = app.clock.now()
  const [chargeId, billId, runId, exemptionId, meterId, readingId, sharedCostId, sharedId, somebody] = Array.from(
    { length: 9 },
    () => newId(now),
  )
  await app.owner.query(
    `WITH c AS (INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, created_at)
       VALUES ($1, $2, '电梯运行费', 'property-fee', 'unit', 'month', 10, $11), ($1, $9, '照明公摊', 'collected', 'shared', 'month', 10, $11)),
     r AS (INSERT INTO bill_runs (community_id, id, month, started_by, started_by_name, started_at, finished_at)
       VALUES ($1, $4, '2025-03-01', $10, '会计', $11, $11)),
     rc AS (INSERT INTO bill_run_charges (community_id, run_id, charge_id, period_from, period_to, expected, bills, sum_fen, finished_at)
       VALUES ($1, $4, $2, '2025-03-01', '2025-03-31', 1, 1, 5000, $11)),
     b AS (INSERT INTO bills (community_id, id, unit_id, charge_id, subject_id, run_id, period_from, period_to, due_on, amount_fen, made_of, created_at)
       VALUES ($1, $3, $12, $2, $12, $4, '2025-03-01', '2025-03-31', '2025-03-11', 5000, '{"basis": "lines", "lines": []}', $11)),
     e AS (INSERT INTO exemptions (community_id, id, charge_id, unit_id, kind, percent, valid_from, reason, granted_by_name, created_at)
       VALUES ($1, $5, $2, $12, 'vacancy', 30, '2020-01-01', '空置', '会计', $11)),
     m AS (INSERT INTO meters (community_id, id, unit_id, kind, number, digits, installed_on, first_reading, created_at)
       VALUES ($1, $6, $12, 'gas', 'G1', 5, '2020-01-01', 0, $11)),
     n AS (INSERT INTO meter_readings (community_id, id, meter_id, unit_id, read_on, value, before, used, how, read_by_name, created_at)
       VALUES ($1, $7, $6, $12, '2025-03-01', 1000, 0, 1000, 'read', '会计', $11))
     INSERT INTO shared_costs (community_id, id, charge_id, period_from, amount_fen, share_key, text, entered_by_name, created_at)
     VALUES ($1, $8, $9, '2025-03-01', 1000, 'unit', '照明电费', '会计', $11)`,
    [community.id, chargeId, billId, runId, exemptionId, meterId, readingId, sharedCostId, sharedId, somebody, now, unitId],
  )
  return { chargeId, billId, runId, exemptionId, meterId, readingId, sharedCostId } as BillingIds
}
