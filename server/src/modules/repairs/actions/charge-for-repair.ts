import type { RepairReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { answered } from './work-on-repair.ts'
import { takeAction, type LoadedRepair, type RepairRef } from './take-action.ts'

/** REP-05: a charge is offered before the work, line by line; a new offer takes the place of the last. */
export function offerCharge(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  lines: { label: string; amountFen: number }[],
): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'offer-charge', ({ clocks, repair }) => {
    if (repair.chargeState === 'agreed') throw new ProblemError('CHARGE_ALREADY_AGREED')
    const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
    return {
      clocks: answered(clocks, act.now),
      repair: {
        chargeState: 'offered',
        chargeLines: lines,
        chargeFen: amountFen,
        chargeOfferedAt: act.now,
        chargeAnsweredAt: null,
      },
      content: { amountFen, lines },
    }
  })
}

/** The resident agrees; from now on the amount is fixed. */
export function agreeCharge(tx: EntityManager, act: CallerAct, ref: RepairRef): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'agree-charge', (loaded) => {
    refuseUnlessOffered(loaded)
    return {
      repair: { chargeState: 'agreed', chargeAnsweredAt: act.now },
      content: { amountFen: loaded.repair.chargeFen },
      told: { chargeFen: loaded.repair.chargeFen, chargeLines: loaded.repair.chargeLines },
    }
  })
}

export function refuseCharge(tx: EntityManager, act: CallerAct, ref: RepairRef, reason: string): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'refuse-charge', (loaded) => {
    refuseUnlessOffered(loaded)
    return { repair: { chargeState: 'refused', chargeAnsweredAt: act.now }, content: { reason } }
  })
}

function refuseUnlessOffered({ repair }: LoadedRepair): void {
  if (repair.chargeState !== 'offered') throw new ProblemError('NO_CHARGE_OFFERED')
}
