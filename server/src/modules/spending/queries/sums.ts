import type { Fund, FundSums } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'

/** From the books, not the register: what residents paid counts as well, and what was turned round counts less. */
const SUMS = {
  name: 'fund-sums',
  text: `
    WITH sums AS (
      SELECT to_char(l.booked_on, 'YYYY-MM') AS month, l.fund, coalesce(l.category, '') AS category,
        coalesce(sum(CASE l.side WHEN 'credit' THEN l.amount_fen ELSE -l.amount_fen END) FILTER (WHERE l.published_as IN ('received', 'refunded')), 0)::float8 AS "receivedFen",
        coalesce(sum(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) FILTER (WHERE l.published_as = 'spent'), 0)::float8 AS "spentFen"
      FROM ledger_lines l
      WHERE l.community_id = $1 AND l.published_as IS NOT NULL AND l.booked_on BETWEEN $2::date AND $3::date AND ($4::text IS NULL OR l.fund = $4)
      GROUP BY 1, 2, 3)
    SELECT (SELECT coalesce(json_agg(m ORDER BY m.month, m.fund), '[]') FROM (SELECT month, fund, sum("receivedFen") AS "receivedFen",
        sum("spentFen") AS "spentFen" FROM sums GROUP BY month, fund) m) AS months,
      (SELECT coalesce(json_agg(c ORDER BY c."spentFen" + c."receivedFen" DESC, c.category), '[]') FROM (SELECT category,
        sum("receivedFen") AS "receivedFen", sum("spentFen") AS "spentFen" FROM sums GROUP BY category) c) AS categories`,
}

/** Income against spending by month and fund, and by what it was for. */
export async function fundSums(
  database: Database,
  act: Act,
  communityId: string,
  { from, to, fund }: { from: string; to: string; fund?: Fund | undefined },
): Promise<FundSums> {
  const [sums] = await database.read<FundSums>(act.reach, SUMS, [communityId, from, to, fund ?? null])
  return sums!
}
