import type { Till } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { expectedCash, sumsOf, type TillEntry } from '../rules/till.ts'

/**
 * What a cashier ($2) has taken and given back since the day-end before, by the entries no day-end counts. Only entries since a day
 * before it are looked at: a payment that was being made when the day ended is booked by then.
 */
export const TILL_ENTRIES = `
  WITH last AS (SELECT closed_at FROM day_ends WHERE community_id = $1 AND cashier_id = $2 AND state <> 'returned' ORDER BY day DESC, id DESC LIMIT 1)
  SELECT e.id AS "entryId", e.source_kind AS kind, coalesce(p.way, r.way) AS way, coalesce(p.amount_fen, r.amount_fen)::float8 AS "amountFen"
  FROM ledger_entries e
  LEFT JOIN payments p ON e.source_kind = 'payment' AND p.community_id = e.community_id AND p.id = e.source_id
  LEFT JOIN refunds r ON e.source_kind = 'refund' AND r.community_id = e.community_id AND r.id = e.source_id
  WHERE e.community_id = $1 AND e.posted_by = $2 AND e.source_kind IN ('payment', 'refund')
    AND coalesce(p.way, r.way) IN ('cash', 'transfer', 'pos')
    AND e.posted_at >= coalesce((SELECT closed_at FROM last) - interval '1 day', '-infinity')
    AND NOT EXISTS (SELECT 1 FROM day_end_entries d WHERE d.community_id = e.community_id AND d.entry_id = e.id)`

/** What stayed in the till of a cashier ($2), and whether the day ($3) has ended for them. */
export const TILL_BEFORE = `
  SELECT coalesce((SELECT counted_fen - deposited_fen - handed_over_fen FROM day_ends
      WHERE community_id = $1 AND cashier_id = $2 AND state <> 'returned' ORDER BY day DESC, id DESC LIMIT 1), 0)::float8 AS "openingFen",
    EXISTS (SELECT 1 FROM day_ends WHERE community_id = $1 AND cashier_id = $2 AND state <> 'returned' AND day >= $3) AS "isDone"`

export interface TillBefore {
  openingFen: number
  isDone: boolean
}

/** The caller's own till, now. */
export async function readTill(database: Database, act: Act, communityId: string): Promise<Till> {
  const day = todayIn(act)
  const whose = [communityId, act.actor.id]
  const [[before], entries] = await Promise.all([
    database.read<TillBefore>(act.reach, { name: 'till-before', text: TILL_BEFORE }, [...whose, day]),
    database.read<TillEntry>(act.reach, { name: 'till-entries', text: TILL_ENTRIES }, whose),
  ])
  const { openingFen, isDone } = before!
  const sums = sumsOf(entries)
  return { day, openingFen, isDone, sums, expectedFen: expectedCash(openingFen, sums) }
}
