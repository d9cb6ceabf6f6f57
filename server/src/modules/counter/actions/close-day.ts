import { denominations } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { TILL_BEFORE, TILL_ENTRIES, type TillBefore } from '../queries/till.ts'
import { countedCash, expectedCash, sumsOf, type Pieces, type TillEntry } from '../rules/till.ts'

export interface DayCount {
  counted: Pieces[]
  /** What ought to be there, as the cashier saw it when counting. */
  expectedFen: number
  because: string
  depositedFen: number
  depositSlip: string
  handedOverFen: number
}

const IN_USE: ReadonlySet<number> = new Set(denominations)

/** The cashier has counted: what was taken and given back since the day-end before is locked into this one. */
export async function closeDay(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { counted, expectedFen, because, depositedFen, depositSlip, handedOverFen }: DayCount,
): Promise<string> {
  if (!counted.every(({ fen }) => IN_USE.has(fen))) throw new ProblemError('DAY_END_PIECES')
  const countedFen = countedCash(counted)
  if (countedFen !== expectedFen && because === '') throw new ProblemError('DAY_END_REASON')
  if (depositedFen + handedOverFen > countedFen) throw new ProblemError('DAY_END_OUT')
  if (depositedFen > 0 && depositSlip === '') throw new ProblemError('DAY_END_SLIP')
  const day = todayIn(act)
  const whose = [communityId, act.actor.id]
  // Who returns the day-end before waits until this one is there, or this one until that is returned.
  await tx.query(
    `SELECT 1 FROM day_ends WHERE community_id = $1 AND cashier_id = $2 AND state <> 'returned' ORDER BY day DESC LIMIT 1 FOR UPDATE`,
    whose,
  )
  const [before] = (await tx.query(TILL_BEFORE, [...whose, day])) as [TillBefore]
  if (before.isDone) throw new ProblemError('DAY_END_DONE')
  const entries = (await tx.query(TILL_ENTRIES, whose)) as TillEntry[]
  if (entries.length === 0) throw new ProblemError('DAY_END_EMPTY')
  const sums = sumsOf(entries)
  if (expectedCash(before.openingFen, sums) !== expectedFen) throw new ProblemError('DAY_END_CHANGED')
  const id = newId(act.now)
  const closed = (await tx.query(
    `INSERT INTO day_ends (community_id, id, cashier_id, cashier_name, day, state, sums, opening_fen, expected_fen, counted, counted_fen,
       because, deposited_fen, deposit_slip, handed_over_fen, closed_at)
     VALUES ($1, $2, $3, $4, $5, 'counted', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (community_id, cashier_id, day) WHERE state <> 'returned' DO NOTHING RETURNING id`,
    [
      communityId,
      id,
      act.actor.id,
      act.actor.name,
      day,
      JSON.stringify(sums),
      before.openingFen,
      expectedFen,
      JSON.stringify(counted.filter(({ pieces }) => pieces > 0)),
      countedFen,
      countedFen === expectedFen ? '' : because,
      depositedFen,
      depositedFen > 0 ? depositSlip : '',
      handedOverFen,
      act.now,
    ],
  )) as unknown[]
  if (closed.length === 0) throw new ProblemError('DAY_END_DONE')
  await tx.query('INSERT INTO day_end_entries (community_id, day_end_id, entry_id) SELECT $1, $2, unnest($3::uuid[])', [
    communityId,
    id,
    entries.map(({ entryId }) => entryId),
  ])
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'counter.close-day',
    subjectKind: 'day-end',
    subjectId: id,
    before: null,
    after: { day, sums, expectedFen, countedFen, because, depositedFen, handedOverFen },
  })
  return id
}
