import { skills, type RepairReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { stopClock } from '../../cases/index.ts'
import { isQualified } from '../rules/choose-assignee.ts'
import { progressClock } from '../rules/repair-clocks.ts'
import { candidatesFor, skillOf } from './dispatch-repair.ts'
import { takeAction, type RepairRef } from './take-action.ts'

/** REP-03: a named, qualified person on duty takes the repair; only this stops the response clock. */
export async function acceptRepair(tx: EntityManager, act: CallerAct, ref: RepairRef): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'accept', async ({ case: found, clocks, promise }) => {
    const me = (await candidatesFor(tx, ref.communityId, found.buildingId)).find(
      (candidate) => candidate.staffId === act.actor.id,
    )
    if (!me?.onDuty) throw new ProblemError('NOT_ON_DUTY')
    const skill = skillOf(found)
    if (!isQualified(me.skills, skill)) throw new ProblemError('STAFF_NOT_QUALIFIED', { name: me.name, skill: skills[skill] })
    const isTakenFreely = found.assigneeId === null
    return {
      set: {
        assigneeId: me.staffId,
        flaggedNoProgress: false,
        ...(isTakenFreely ? { assignedBecause: [{ rule: 'taken', text: '在待派单中主动接单' }] } : {}),
      },
      clocks: [
        ...clocks.filter(({ name }) => name === 'respond').map((clock) => stopClock(clock, act.now)),
        progressClock(promise, act.now),
      ],
    }
  })
}
