import type { UnitAccount } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { BILL_ROW, billDetail, IS_OWED, OF_BILL, type BillRecord } from './bill-row.ts'

const ACCOUNT = {
  name: 'unit-account',
  text: `
    SELECT u.label AS "unitLabel", k.name AS "communityName", k.hotline, coalesce(a.balance_fen, 0)::float8 AS "balanceFen", o.bills::int AS "owedBills",
      coalesce(o.fen, 0)::float8 AS "owedFen", coalesce(o.overdue, 0)::float8 AS "overdueFen"
    FROM units u JOIN communities k ON k.id = u.community_id
    LEFT JOIN unit_balances a ON a.community_id = u.community_id AND a.unit_id = u.id
    CROSS JOIN LATERAL (
      SELECT count(*) AS bills, sum(b.amount_fen - b.waived_fen - b.paid_fen) AS fen,
        sum(b.amount_fen - b.waived_fen - b.paid_fen) FILTER (WHERE b.due_on < $3) AS overdue
      FROM bills b WHERE b.community_id = u.community_id AND b.unit_id = u.id AND ${IS_OWED}) o
    WHERE u.community_id = $1 AND u.id = $2`,
}

type AccountRow = UnitAccount & { communityName: string; hotline: string }

async function accountOf(database: Database, act: CallerAct, communityId: string, unitId: string): Promise<AccountRow> {
  const [row] = await database.read<AccountRow>(act.reach, ACCOUNT, [communityId, unitId, todayIn(act)])
  if (!row) throw new ProblemError('NOT_FOUND')
  return row
}

/** What a unit owes, and what it has paid ahead. */
export async function readUnitAccount(
  database: Database,
  act: CallerAct,
  communityId: string,
  unitId: string,
): Promise<UnitAccount> {
  const { communityName, hotline, ...account } = await accountOf(database, act, communityId, unitId)
  return account
}

const BILLS = {
  name: 'statement-bills',
  text: `
    SELECT ${BILL_ROW} FROM bills b ${OF_BILL} WHERE b.community_id = $1 AND b.unit_id = $2 AND b.reversed_at IS NULL
      AND b.period_from BETWEEN $3 AND ($4::date + interval '1 month - 1 day') ORDER BY b.period_from, c.name, b.id LIMIT 1000`,
}

/** What is printed for a household: its bills of some months with how each was reckoned. */
export async function statementOf(
  database: Database,
  act: CallerAct,
  communityId: string,
  unitId: string,
  { from, to }: { from: string; to: string },
) {
  const account = await accountOf(database, act, communityId, unitId)
  const rows = await database.read<BillRecord>(act.reach, BILLS, [communityId, unitId, `${from}-01`, `${to}-01`])
  return { ...account, from, to, madeOn: todayIn(act), bills: rows.map((row) => billDetail(row, todayIn(act))) }
}

export type Statement = Awaited<ReturnType<typeof statementOf>>
