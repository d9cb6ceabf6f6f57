import type { BillView, EntryKind } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { BILL_ROW, billDetail, OF_BILL, type BillRecord } from './bill-row.ts'

const READ = {
  name: 'read-bill',
  text: `
    SELECT ${BILL_ROW}, b.run_id AS "runId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.posted_at, 'kind', e.kind, 'text', e.text, 'byName', e.posted_by_name,
          'amountFen', h.fen, 'paymentId', h.payment_id) ORDER BY e.posted_at, e.id), '[]')
       FROM (SELECT l.entry_id, l.payment_id,
           sum(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END)::float8 AS fen
         FROM ledger_lines l WHERE l.community_id = b.community_id AND l.bill_id = b.id AND l.account = 'receivable'
         GROUP BY l.entry_id, l.payment_id) h
       JOIN ledger_entries e ON e.community_id = b.community_id AND e.id = h.entry_id) AS history
    FROM bills b ${OF_BILL} WHERE b.community_id = $1 AND b.id = $2`,
}

interface Happening {
  at: string
  kind: EntryKind
  text: string
  byName: string
  amountFen: number
  paymentId: string | null
}

export async function readBill(database: Database, act: CallerAct, communityId: string, id: string): Promise<BillView> {
  const [row] = await database.read<BillRecord & { runId: string | null; history: Happening[] }>(act.reach, READ, [
    communityId,
    id,
  ])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { runId, history, ...bill } = row
  return {
    ...billDetail(bill, todayIn(act)),
    runId,
    history: history.map((each) => ({ ...each, at: new Date(each.at).toISOString() })),
  }
}
