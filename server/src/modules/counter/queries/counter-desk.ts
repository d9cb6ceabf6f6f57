import type { CounterDesk } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { IS_OWED } from '../../billing/index.ts'
import { todayIn } from '../../organisation/index.ts'

/** As many as an old debt may have; the counter takes the oldest first. */
const MOST_BILLS = 200

const DESK = {
  name: 'counter-desk',
  text: `
    SELECT u.id AS "unitId", u.label AS "unitLabel", coalesce(a.balance_fen, 0)::float8 AS "balanceFen",
      coalesce((SELECT p.payer_name FROM payments p WHERE p.community_id = u.community_id AND p.unit_id = u.id AND p.state = 'paid'
        AND p.payer_name <> '' ORDER BY p.created_at DESC LIMIT 1), '') AS "lastPayerName"
    FROM units u LEFT JOIN unit_balances a ON a.community_id = u.community_id AND a.unit_id = u.id
    WHERE u.community_id = $1 AND u.id = $2`,
}

const BILLS = {
  name: 'counter-bills',
  text: `
    SELECT b.id, c.name AS "chargeName", b.period_from::text AS "periodFrom", b.period_to::text AS "periodTo", b.due_on::text AS "dueOn",
      (b.amount_fen - b.waived_fen - b.paid_fen)::float8 AS "owedFen", b.due_on < $3 AS overdue, p.id AS "heldBy",
      p.expires_at AS "heldUntil"
    FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
    LEFT JOIN payment_parts t ON t.community_id = b.community_id AND t.bill_id = b.id AND t.holds
    LEFT JOIN payments p ON p.community_id = t.community_id AND p.id = t.payment_id
    WHERE b.community_id = $1 AND b.unit_id = $2 AND ${IS_OWED} ORDER BY b.period_from, b.id LIMIT ${MOST_BILLS}`,
}

type BillRecord = Omit<CounterDesk['bills'][number], 'heldUntil'> & { heldUntil: Date | null }

/** What a unit owes, as who takes money at the counter needs it. */
export async function readCounterDesk(database: Database, act: Act, communityId: string, unitId: string): Promise<CounterDesk> {
  const [[desk], bills] = await Promise.all([
    database.read<Omit<CounterDesk, 'bills'>>(act.reach, DESK, [communityId, unitId]),
    database.read<BillRecord>(act.reach, BILLS, [communityId, unitId, todayIn(act)]),
  ])
  if (!desk) throw new ProblemError('NOT_FOUND')
  return { ...desk, bills: bills.map((bill) => ({ ...bill, heldUntil: bill.heldUntil?.toISOString() ?? null })) }
}

const OF_ORDER = {
  name: 'unit-of-order',
  text: `SELECT unit_id AS "unitId" FROM payments WHERE community_id = $1 AND id = $2 AND way = 'wechat'`,
}

/** The unit an order by WeChat is for. */
export async function unitOfOrder(database: Database, act: Act, communityId: string, paymentId: string): Promise<string> {
  const [order] = await database.read<{ unitId: string }>(act.reach, OF_ORDER, [communityId, paymentId])
  if (!order) throw new ProblemError('NOT_FOUND')
  return order.unitId
}
