import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { CHECKS, type CheckRow } from '../queries/closing-checks.ts'
import { firstDayOf, lastDayOf, monthBefore, nextToClose } from '../rules/index.ts'

/**
 * Closes a month: from then on nothing is booked on its days. Who posts holds the book shared, so this waits for them, and who
 * comes later finds it closed.
 * @throws ProblemError MONTH_NOT_NEXT, MONTH_NOT_OVER, MONTH_HAS_OPEN
 */
export async function closeMonth(tx: EntityManager, act: CallerAct, communityId: string, month: string): Promise<void> {
  const closedThrough = await lockBook(tx, communityId)
  const [{ first }] = (await tx.query('SELECT min(booked_on)::text AS first FROM ledger_entries WHERE community_id = $1', [
    communityId,
  ])) as [{ first: string | null }]
  const next = nextToClose(closedThrough, first)
  if (!next) throw new ProblemError('MONTH_EMPTY')
  if (month !== next) throw new ProblemError('MONTH_NOT_NEXT', { month: next })
  if (lastDayOf(month) >= todayIn(act)) throw new ProblemError('MONTH_NOT_OVER')
  const checks = (await tx.query(CHECKS, [communityId, firstDayOf(month), lastDayOf(month)])) as CheckRow[]
  const blocking = checks.find(({ blocks, count }) => blocks && count > 0)
  if (blocking) throw new ProblemError('MONTH_HAS_OPEN', { count: blocking.count })
  await tx.query('UPDATE ledger_books SET closed_through = $2 WHERE community_id = $1', [communityId, lastDayOf(month)])
  await keepClosing(tx, act, communityId, { month, what: 'closed', reason: '' })
}

/** Opens the month closed last again. @throws ProblemError MONTH_NOT_CLOSED */
export async function reopenMonth(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { month, reason }: { month: string; reason: string },
): Promise<void> {
  const closedThrough = await lockBook(tx, communityId)
  if (closedThrough !== lastDayOf(month)) throw new ProblemError('MONTH_NOT_CLOSED')
  // Before the first month that was ever closed there is nothing to fall back to.
  await tx.query(
    `UPDATE ledger_books SET closed_through = CASE WHEN EXISTS (SELECT FROM ledger_closings c
       WHERE c.community_id = $1 AND c.what = 'closed' AND c.month < $2) THEN $3::date END WHERE community_id = $1`,
    [communityId, firstDayOf(month), lastDayOf(monthBefore(month))],
  )
  await keepClosing(tx, act, communityId, { month, what: 'reopened', reason })
}

async function lockBook(tx: EntityManager, communityId: string): Promise<string | null> {
  await tx.query('INSERT INTO ledger_books (community_id) VALUES ($1) ON CONFLICT DO NOTHING', [communityId])
  const [book] = (await tx.query(
    'SELECT closed_through::text AS "closedThrough" FROM ledger_books WHERE community_id = $1 FOR UPDATE',
    [communityId],
  )) as { closedThrough: string | null }[]
  return book!.closedThrough
}

async function keepClosing(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { month, what, reason }: { month: string; what: 'closed' | 'reopened'; reason: string },
): Promise<void> {
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO ledger_closings (community_id, id, month, what, reason, by_staff, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [communityId, id, firstDayOf(month), what, reason, act.actor.id, act.actor.name, act.now],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: what === 'closed' ? 'ledger.close' : 'ledger.reopen',
    subjectKind: 'ledger-month',
    subjectId: id,
    before: null,
    after: { month, ...(reason ? { reason } : {}) },
  })
}
