import { waitReasons, type RepairReceipt, type WaitReason } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { pauseClock, resumeClock, type Clock } from '../../cases/index.ts'
import { hoursOf, progressClock, type RepairPromise } from '../rules/repair-clocks.ts'
import { answered } from './work-on-repair.ts'
import { takeAction, type RepairMove, type RepairRef } from './take-action.ts'

export interface Wait {
  for: WaitReason
  reason: string
  until?: string
}

/** REP-04: waiting for parts or for the resident holds the clock of completion, with its reason on record. */
export function waitWithRepair(tx: EntityManager, act: CallerAct, ref: RepairRef, wait: Wait): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'wait', ({ clocks, promise }) => ({
    clocks: [
      ...clocks
        .filter(({ name }) => name === 'resolve')
        .map((clock) => pauseClock(clock, act.now, `${waitReasons[wait.for]}：${wait.reason}`)),
      ...answered(clocks, act.now),
      progressClock(promise, act.now),
    ],
    set: { flaggedNoProgress: false },
    repair: {
      waitingFor: wait.for,
      waitingBecause: wait.reason,
      waitingSince: act.now,
      waitingUntil: wait.until ? new Date(wait.until) : null,
    },
    content: { for: wait.for, because: wait.reason },
  }))
}

/** Goes on after a wait. */
export function resumeRepair(tx: EntityManager, act: CallerAct, ref: RepairRef): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'resume', ({ clocks, promise }) => endWait(clocks, promise, act.now))
}

/** What ends a wait: the clock goes on with the time it had left. */
export function endWait(clocks: readonly Clock[], promise: RepairPromise, now: Date): RepairMove {
  return {
    clocks: [
      ...clocks.filter(({ name }) => name === 'resolve').map((clock) => resumeClock(clock, now, hoursOf(promise, 'resolve'))),
      progressClock(promise, now),
    ],
    set: { flaggedNoProgress: false },
    repair: { waitingFor: null, waitingBecause: null, waitingSince: null, waitingUntil: null },
  }
}
