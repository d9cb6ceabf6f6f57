import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { TestCommunity } from '../world.ts'

/** What came in for a home, by what it is called in paths and bodies. */
export interface PaymentIds {
  paymentId: string
  refundId: string
  overpaymentId: string
  payMerchantId: string
}

/** A payment at the counter that was too much, a refund somebody asked for, and the merchant that takes the rest. */
export async function paymentsOf(app: TestApp, community: TestCommunity, unitId: string): Promise<PaymentIds> {
  const now = app.clock.now()
  const [paymentId, refundId, overpaymentId, payMerchantId, chargeId, billId, somebody] = Array.from({ length: 7 }, () =>
    newId(now),
  )
  await app.owner.query(
    `WITH c AS (INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, created_at)
       VALUES ($1, $2, '门禁卡工本费', 'property-fee', 'unit', 'year', 10, $6)),
     b AS (INSERT INTO bills (community_id, id, unit_id, charge_id, subject_id, period_from, period_to, due_on, amount_fen, paid_fen, made_of,
         created_at)
       VALUES ($1, $3, $4, $2, $4, '2024-01-01', '2024-12-31', '2024-01-11', 10000, 10000, '{"basis": "lines", "lines": []}', $6)),
     p AS (INSERT INTO payments (community_id, id, unit_id, way, state, amount_fen, taken_by, taken_by_name, proof, paid_at, created_at)
       VALUES ($1, $5, $4, 'cash', 'paid', 10500, $7, '前台', 'counter', $6, $6)),
     t AS (INSERT INTO payment_parts (community_id, payment_id, bill_id, amount_fen, settled_fen, holds, unit_id)
       VALUES ($1, $5, $3, 10500, 10000, false, $4)),
     o AS (INSERT INTO overpayments (community_id, id, payment_id, unit_id, amount_fen, reason, created_at)
       VALUES ($1, $8, $5, $4, 500, 'double', $6)),
     r AS (INSERT INTO refunds (community_id, id, payment_id, unit_id, amount_fen, way, reason, state, asked_by, asked_by_name, created_at)
       VALUES ($1, $9, $5, $4, 100, 'cash', '多收', 'asked', $7, '前台', $6))
     INSERT INTO refund_parts (community_id, refund_id, bill_id, amount_fen, unit_id) VALUES ($1, $9, $3, 100, $4)`,
    [community.id, chargeId, billId, unitId, paymentId, now, somebody, overpaymentId, refundId],
  )
  await app.owner.query(
    `INSERT INTO pay_merchants (company_id, id, community_id, mode, mchid, appid, serial_no, sealed_private_key, sealed_api_key, platform_keys,
       key_serial, stopped_at, created_at)
     VALUES ($1, $2, $3, 'direct', '1900009999', 'wx', 'AB', 'sealed', 'sealed', '[{"serial": "PUB_KEY_ID_01", "pem": ""}]', 'PUB_KEY_ID_01', $4, $4)`,
    [community.companyId, payMerchantId, community.id, now],
  )
  return { paymentId, refundId, overpaymentId, payMerchantId } as PaymentIds
}
