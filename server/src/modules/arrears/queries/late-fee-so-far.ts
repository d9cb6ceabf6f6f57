import type { LateFeeNow } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { IS_OWED, OWN_BILL } from '../../billing/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { feeOf, LATE_BILL, type LateBillRow } from './late-bills.ts'

/** Nothing grows on a bill that is paid or reversed, or whose late fee was waived. */
const ROW = `
  ${LATE_BILL}, ${IS_OWED} AND NOT EXISTS (
    SELECT FROM late_fee_waivers w WHERE w.community_id = b.community_id AND w.bill_id = b.id AND w.state = 'approved') AS grows
  FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id`

const OF_OFFICE = { name: 'late-fee-so-far', text: `SELECT ${ROW} WHERE b.community_id = $1 AND b.id = $2` }

const OWN = { name: 'own-late-fee-so-far', text: `SELECT ${ROW} WHERE b.id = $3 AND ${OWN_BILL}` }

type Row = LateBillRow & { grows: boolean }

/** What being late with a bill costs until today. @throws ProblemError NOT_FOUND */
export async function lateFeeSoFar(database: Database, act: CallerAct, communityId: string, billId: string): Promise<LateFeeNow> {
  const [row] = await database.read<Row>(act.reach, OF_OFFICE, [communityId, billId])
  return viewOf(row, todayIn(act))
}

/** The same of a bill of the caller's own home. @throws ProblemError NOT_FOUND */
export async function ownLateFeeSoFar(database: Database, act: CallerAct, billId: string): Promise<LateFeeNow> {
  const today = todayIn(act)
  const [row] = await database.read<Row>(act.reach, OWN, [act.caller.account?.id ?? null, today, billId])
  return viewOf(row, today)
}

function viewOf(row: Row | undefined, today: string): LateFeeNow {
  if (!row) throw new ProblemError('NOT_FOUND')
  const fee = row.grows ? feeOf(row, today) : null
  return { lateFee: fee && fee.feeFen > 0 ? fee : null }
}
