import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { TestCommunity } from '../world.ts'

/** What was reconciled, by what it is called in paths and bodies. */
export interface ReconciliationIds {
  payStatementId: string
  payDifferenceId: string
}

/** A day's statement of the merchant `paymentsOf` made, its fee, and a payment that is missing in it. */
export async function reconciliationOf(app: TestApp, community: TestCommunity, paymentId: string): Promise<ReconciliationIds> {
  const now = app.clock.now()
  const [payStatementId, payDifferenceId] = [newId(now), newId(now)] as const
  await app.owner.query(
    `WITH s AS (INSERT INTO pay_statements (company_id, id, account, day, state, checked_at, created_at)
       SELECT $1, $2, '1900009999', date '2026-01-05' + count(*)::int, 'checked', $5, $5 FROM pay_statements WHERE company_id = $1),
     l AS (INSERT INTO pay_statement_lines (company_id, statement_id, line, kind, happened_at, number, wechat_number, state, amount_fen, fee_mil)
       VALUES ($1, $2, 1, 'payment', $5, 'unknown', '42000001', 'SUCCESS', 100, 1000)),
     f AS (INSERT INTO pay_statement_fees (company_id, statement_id, community_id, fee_fen) VALUES ($1, $2, $3, 60))
     INSERT INTO pay_differences (company_id, id, statement_id, kind, number, community_id, payment_id, our_fen, happened_at, created_at)
     VALUES ($1, $4, $2, 'missing', replace($6::uuid::text, '-', ''), $3, $6::uuid, 10500, $5, $5)`,
    [community.companyId, payStatementId, community.id, payDifferenceId, now, paymentId],
  )
  return { payStatementId, payDifferenceId }
}
