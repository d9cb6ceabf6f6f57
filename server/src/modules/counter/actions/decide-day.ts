import { dayEndStates, type DayEndState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { postEntry } from '../../ledger/index.ts'

interface DayKey {
  communityId: string
  dayEndId: string
  version: number
}

interface LockedDay {
  cashierId: string
  cashierName: string
  day: string
  state: DayEndState
  depositedFen: number
  depositSlip: string
  version: number
  isFollowed: boolean
}

/** Another person has checked it: what went to the bank is booked, and the day is locked for good. */
export async function confirmDay(tx: EntityManager, act: CallerAct, key: DayKey): Promise<void> {
  const { cashierName, day, depositedFen, depositSlip } = await lockToDecide(tx, act, key)
  await decide(tx, act, key, { state: 'confirmed', because: null })
  if (depositedFen === 0) return
  await postEntry(tx, act, {
    communityId: key.communityId,
    kind: 'transfer',
    text: `${cashierName} ${day} 日结现金存入银行（缴款单 ${depositSlip}）`,
    source: { kind: 'day-end', id: key.dayEndId },
    lines: [
      { account: 'bank', side: 'debit', amountFen: depositedFen },
      { account: 'cash', side: 'credit', amountFen: depositedFen },
    ],
  })
}

/** It does not agree: what it counted is free again, and the cashier counts anew. */
export async function returnDay(
  tx: EntityManager,
  act: CallerAct,
  { because, ...key }: DayKey & { because: string },
): Promise<void> {
  if ((await lockToDecide(tx, act, key)).isFollowed) throw new ProblemError('DAY_END_FOLLOWED')
  await decide(tx, act, key, { state: 'returned', because })
  await tx.query('DELETE FROM day_end_entries WHERE community_id = $1 AND day_end_id = $2', [key.communityId, key.dayEndId])
}

async function lockToDecide(tx: EntityManager, act: CallerAct, { communityId, dayEndId, version }: DayKey): Promise<LockedDay> {
  await tx.query('SELECT 1 FROM day_ends WHERE community_id = $1 AND id = $2 FOR UPDATE', [communityId, dayEndId])
  const [day] = (await tx.query(
    `SELECT d.cashier_id AS "cashierId", d.cashier_name AS "cashierName", d.day::text AS day, d.state, d.deposited_fen::float8 AS "depositedFen",
       d.deposit_slip AS "depositSlip", d.version,
       EXISTS (SELECT 1 FROM day_ends o WHERE o.community_id = d.community_id AND o.cashier_id = d.cashier_id AND o.state <> 'returned'
         AND o.day > d.day) AS "isFollowed"
     FROM day_ends d WHERE d.community_id = $1 AND d.id = $2`,
    [communityId, dayEndId],
  )) as LockedDay[]
  if (!day) throw new ProblemError('NOT_FOUND')
  if (day.state !== 'counted') throw new ProblemError('DAY_END_STATE', { state: dayEndStates[day.state] })
  if (day.version !== version) throw new ProblemError('STALE_VERSION')
  if (day.cashierId === act.actor.id) throw new ProblemError('DAY_END_OWN')
  return day
}

async function decide(
  tx: EntityManager,
  act: CallerAct,
  { communityId, dayEndId }: DayKey,
  { state, because }: { state: 'confirmed' | 'returned'; because: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE day_ends SET state = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, returned_because = $7, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, dayEndId, state, act.actor.id, act.actor.name, act.now, because],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: state === 'confirmed' ? 'counter.confirm-day' : 'counter.return-day',
    subjectKind: 'day-end',
    subjectId: dayEndId,
    before: { state: 'counted' },
    after: { state, because },
  })
}
