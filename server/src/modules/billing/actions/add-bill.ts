import { moneyLimits, type BillKind, type Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { postEntry } from '../../ledger/index.ts'
import { chargeOfKind } from '../store/charge-of-kind.ts'

/** A bill that no run makes: an agreed repair, a late fee. */
export interface BillDraft {
  communityId: string
  unitId: string
  kind: Exclude<BillKind, 'charge'>
  fund: Fund
  /** The repair or the late bill it is about: of each such thing there is one bill from a day on. */
  subjectId: string
  from: string
  to: string
  dueOn: string
  /** What it is made of, as the household reads it. */
  lines: readonly { text: string; amountFen: number }[]
}

/**
 * Asks a unit for money, in the caller's transaction, and posts it; the same subject from the same day on a second time changes nothing.
 * @returns the bill's id, or null when there was one already.
 * @throws ProblemError PERIOD_CLOSED when today lies in a month that is closed.
 */
export async function addBill(tx: EntityManager, act: Act, draft: BillDraft): Promise<string | null> {
  const { communityId, unitId, fund } = draft
  const lines = draft.lines.filter(({ amountFen }) => amountFen !== 0)
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  if (amountFen <= 0 || amountFen > moneyLimits.amountFen) throw new Error(`a bill of ${amountFen} fen`)
  const charge = await chargeOfKind(tx, act, communityId, draft.kind, fund)
  const id = newId(act.now)
  const added = (await tx.query(
    `INSERT INTO bills (community_id, id, unit_id, charge_id, subject_id, kind, period_from, period_to, due_on, amount_fen, made_of, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
    [
      communityId,
      id,
      unitId,
      charge.id,
      draft.subjectId,
      draft.kind,
      draft.from,
      draft.to,
      draft.dueOn,
      amountFen,
      JSON.stringify({ basis: 'lines', lines }),
      act.now,
    ],
  )) as unknown[]
  if (added.length === 0) return null
  const what = { amountFen, fund, category: charge.name, unitId, billId: id } as const
  await postEntry(tx, act, {
    communityId,
    kind: 'bill-run',
    text: `${charge.name}账单：${lines.map(({ text }) => text).join('、')}`,
    source: { kind: 'bill', id },
    lines: [
      { ...what, account: 'receivable', side: 'debit' },
      { ...what, account: fund === 'collected' ? 'collected' : 'income', side: 'credit' },
    ],
  })
  return id
}
