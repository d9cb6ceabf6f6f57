import type { Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { postEntry } from '../../ledger/index.ts'
import { auditBilling } from './audit-billing.ts'

interface OfCharge {
  name: string
  fund: Fund
  bills: number
  fen: number
}

const LOCK = `
  SELECT finished_at IS NOT NULL AS done, reversed_at IS NOT NULL AS reversed, month::text FROM bill_runs
  WHERE community_id = $1 AND id = $2 FOR UPDATE`

/** Bills are locked in the order in which payments lock theirs; what a payment has or holds counts as paid. */
const TOUCHED = `
  WITH locked AS (SELECT b.id, b.paid_fen, b.waived_fen FROM bills b WHERE b.community_id = $1 AND b.run_id = $2 AND b.reversed_at IS NULL
    ORDER BY b.id FOR UPDATE)
  SELECT count(*)::int AS bills FROM locked l WHERE l.paid_fen > 0 OR l.waived_fen > 0
    OR EXISTS (SELECT 1 FROM payment_parts p WHERE p.community_id = $1 AND p.bill_id = l.id AND p.holds)`

const TAKE_BACK = `
  WITH back AS (UPDATE bills b SET reversed_at = $3, reversed_because = $4
    WHERE b.community_id = $1 AND b.run_id = $2 AND b.reversed_at IS NULL RETURNING b.charge_id, b.amount_fen)
  SELECT c.id, c.name, c.fund, count(*)::int AS bills, sum(back.amount_fen)::float8 AS fen
  FROM back JOIN charges c ON c.community_id = $1 AND c.id = back.charge_id GROUP BY c.id, c.name, c.fund ORDER BY c.id`

/** Takes back all bills of a run that are not taken back yet, when nothing is paid for any of them; with one opposite entry. */
export async function reverseRun(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { reason }: { reason: string },
): Promise<void> {
  const [run] = (await tx.query(LOCK, [communityId, id])) as { done: boolean; reversed: boolean; month: string }[]
  if (!run) throw new ProblemError('NOT_FOUND')
  if (!run.done) throw new ProblemError('RUN_NOT_DONE')
  if (run.reversed) throw new ProblemError('RUN_REVERSED')
  const [touched] = (await tx.query(TOUCHED, [communityId, id])) as { bills: number }[]
  if (touched!.bills > 0) throw new ProblemError('RUN_HAS_PAYMENTS', { bills: String(touched!.bills) })
  const charges = (await tx.query(TAKE_BACK, [communityId, id, act.now, reason])) as OfCharge[]
  await tx.query(
    'UPDATE bill_runs SET reversed_at = $3, reversed_because = $4, version = version + 1 WHERE community_id = $1 AND id = $2',
    [communityId, id, act.now, reason],
  )
  if (charges.length > 0)
    await postEntry(tx, act, {
      communityId,
      kind: 'bill-reversal',
      text: `冲销 ${run.month.slice(0, 7)} 整批账单：${reason}`,
      source: { kind: 'bill-run-reversal', id },
      lines: charges.flatMap(({ name, fund, fen }) => [
        { account: fund === 'collected' ? 'collected' : 'income', side: 'debit', amountFen: fen, fund, category: name } as const,
        { account: 'receivable', side: 'credit', amountFen: fen, fund, category: name } as const,
      ]),
    })
  const after = { reason, bills: charges.reduce((sum, { bills }) => sum + bills, 0) }
  await auditBilling(tx, act, communityId, {
    action: 'bills.reverse-run',
    subjectKind: 'bill-run',
    subjectId: id,
    before: null,
    after,
  })
}
