import type { RepairReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { assignedTo, byHand, candidatesFor } from './dispatch-repair.ts'
import { endWait } from './wait-with-repair.ts'
import { takeAction, type RepairRef } from './take-action.ts'

/** REP-03: declines with a reason; the repair goes back to the queue and is dispatched anew, not to the same person. */
export function declineRepair(tx: EntityManager, act: CallerAct, ref: RepairRef, reason: string): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'decline', () => ({ set: { assigneeId: null, assignedBecause: [] }, content: { reason } }))
}

/** Hands a repair on to a colleague, who has to accept it. */
export function transferRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  staffId: string,
  reason: string,
): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'transfer', async ({ case: found, repair, clocks, promise }) => {
    const move = assignedTo(byHand(await candidatesFor(tx, ref.communityId, found.buildingId), staffId, found, act))
    const wait = repair.waitingFor ? endWait(clocks, promise, act.now) : {}
    return { ...wait, ...move, set: { ...wait.set, ...move.set }, content: { ...move.content, reason } }
  })
}
