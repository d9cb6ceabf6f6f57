import type { RepairReceipt, VisitMethod } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { stopClock, type Clock } from '../../cases/index.ts'
import { refuseForeignFiles } from '../queries/own-files.ts'
import { clocksAtIntake } from '../rules/repair-clocks.ts'
import { assignedTo, candidatesFor } from './dispatch-repair.ts'
import { takeAction, type RepairRef } from './take-action.ts'

const stopAll = (clocks: readonly Clock[], now: Date) =>
  clocks.filter(({ stoppedAt }) => !stoppedAt).map((clock) => stopClock(clock, now))

/** REP-06: the reporter confirms and rates. */
export function confirmRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  answer: { rating: number; comment?: string },
): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'confirm', ({ clocks }) => ({
    clocks: stopAll(clocks, act.now),
    set: { closedAt: act.now },
    repair: { rating: answer.rating, ratingComment: answer.comment ?? null, closeReason: 'confirmed' },
    content: { rating: answer.rating, comment: answer.comment ?? null },
  }))
}

/** REP-06: nobody answered in time: it closes itself and counts as unconfirmed. */
export function closeUnanswered(tx: EntityManager, act: Act, ref: RepairRef): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'close-unanswered', ({ clocks }) => ({
    clocks: stopAll(clocks, act.now),
    set: { closedAt: act.now },
    repair: { closeReason: 'unanswered' },
  }))
}

/** REP-06: not mended. New clocks run from now under the same figures; who had it gets it again if still on duty. */
export async function reopenRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  wish: { reason: string; fileIds: string[] },
): Promise<RepairReceipt> {
  await refuseForeignFiles(tx, act, ref.communityId, wish.fileIds)
  return takeAction(tx, act, ref, 'reopen', async ({ case: found, clocks, repair, promise }) => {
    await stopOldRound(tx, ref, clocks, act.now)
    const before = (await candidatesFor(tx, ref.communityId, found.buildingId)).find(
      ({ staffId, onDuty }) => staffId === found.assigneeId && onDuty,
    )
    const again =
      before && assignedTo({ staffId: before.staffId, name: before.name, because: [{ rule: 'again', text: '上次由其处理' }] })
    return {
      ...again,
      to: again ? 'assigned' : 'reported',
      newRound: true,
      clocks: clocksAtIntake(promise, act.now),
      set: { assigneeId: null, assignedBecause: [], ...again?.set, closedAt: null, flaggedNoProgress: false },
      repair: { reopened: repair.reopened + 1, doneAt: null, rating: null, ratingComment: null, closeReason: null },
      content: { reason: wish.reason, ...again?.content },
      files: { ids: wish.fileIds, purpose: 'reopen' },
    }
  })
}

/** The clocks of the round that ends stay as they are; only the wait for confirmation is over. */
async function stopOldRound(tx: EntityManager, ref: RepairRef, clocks: readonly Clock[], now: Date): Promise<void> {
  if (clocks.every(({ stoppedAt }) => stoppedAt)) return
  await tx.query(
    `UPDATE case_clocks SET stopped_at = $3, next_step_at = NULL WHERE community_id = $1 AND case_id = $2 AND stopped_at IS NULL`,
    [ref.communityId, ref.id, now],
  )
}

export function cancelRepair(tx: EntityManager, act: CallerAct, ref: RepairRef, reason: string): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'cancel', ({ clocks }) => ({
    clocks: stopAll(clocks, act.now),
    set: { closedAt: act.now },
    content: { reason },
  }))
}

/** REP-06: a return visit, by telephone or at the door. */
export function recordVisit(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  visit: { method: VisitMethod; satisfied: boolean; finding: string },
): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'visit', async () => {
    await tx.query(
      `INSERT INTO repair_visits (community_id, id, case_id, method, satisfied, finding, visitor_id, visitor_name, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ref.communityId,
        newId(act.now),
        ref.id,
        visit.method,
        visit.satisfied,
        visit.finding,
        act.actor.id,
        act.actor.name,
        act.now,
      ],
    )
    return { content: { ...visit } }
  })
}

/** REP-06: the closed case is put away whole; nothing on it changes any more. */
export function archiveRepair(tx: EntityManager, act: Act, ref: RepairRef): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'archive', () => ({}))
}
