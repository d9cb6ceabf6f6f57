import type { ClosingCheckCode, ClosingChecks } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { firstDayOf, lastDayOf } from '../rules/index.ts'

export interface CheckRow {
  check: ClosingCheckCode
  count: number
  /** A month with one of these is not closed: afterwards it could no longer be booked in it. */
  blocks: boolean
}

/** `$1` community, `$2` first and `$3` last day of the month. */
export const CHECKS = `
  SELECT 'records-asked' AS check, count(*)::int AS count, true AS blocks FROM fund_records
  WHERE community_id = $1 AND state = 'asked' AND happened_on BETWEEN $2::date AND $3::date
  UNION ALL
  SELECT 'payments-open', count(*)::int, false FROM payments
  WHERE community_id = $1 AND state = 'open' AND (created_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $2::date AND $3::date
  UNION ALL
  SELECT 'refunds-open', count(*)::int, false FROM refunds
  WHERE community_id = $1 AND state IN ('asked', 'approved', 'sent', 'abnormal')
    AND (created_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $2::date AND $3::date
  UNION ALL
  SELECT 'overpayments-open', count(*)::int, false FROM overpayments
  WHERE community_id = $1 AND state = 'open' AND (created_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $2::date AND $3::date`

const READ = { name: 'ledger-closing-checks', text: CHECKS }

export async function closingChecks(database: Database, act: Act, communityId: string, month: string): Promise<ClosingChecks> {
  const checks = await database.read<CheckRow>(act.reach, READ, [communityId, firstDayOf(month), lastDayOf(month)])
  return { month, checks }
}
