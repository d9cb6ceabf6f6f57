import type { RepairReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { stopClock, type Clock } from '../../cases/index.ts'
import { refuseForeignFiles } from '../queries/own-files.ts'
import { confirmClock, progressClock } from '../rules/repair-clocks.ts'
import { takeAction, type LoadedRepair, type RepairRef } from './take-action.ts'

/** A human answer stops the clock of the answer. */
export function answered(clocks: readonly Clock[], now: Date): Clock[] {
  return clocks.filter(({ name, stoppedAt }) => name === 'answer' && !stoppedAt).map((clock) => stopClock(clock, now))
}

/** REP-05: every sign of life starts the clock of progress anew and takes the flag away. */
function signOfLife({ clocks, promise }: LoadedRepair, now: Date) {
  return { clocks: [...answered(clocks, now), progressClock(promise, now)], set: { flaggedNoProgress: false } }
}

export async function arriveForRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  fileIds: string[],
): Promise<RepairReceipt> {
  await refuseForeignFiles(tx, act, ref.communityId, fileIds)
  return takeAction(tx, act, ref, 'arrive', (loaded) => ({
    ...signOfLife(loaded, act.now),
    files: { ids: fileIds, purpose: 'before' },
  }))
}

export async function noteProgress(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  note: { text: string; fileIds: string[] },
): Promise<RepairReceipt> {
  await refuseForeignFiles(tx, act, ref.communityId, note.fileIds)
  return takeAction(tx, act, ref, 'note', (loaded) => ({
    ...signOfLife(loaded, act.now),
    content: { text: note.text },
    files: { ids: note.fileIds, purpose: 'progress' },
  }))
}

export interface Material {
  name: string
  quantity: number
  unit: string
  unitPriceFen: number
}

/** REP-05: what was used; prices are those of the day, kept with the repair. */
export async function addMaterials(tx: EntityManager, act: Act, ref: RepairRef, materials: Material[]): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'add-materials', async (loaded) => {
    await tx.query(
      `INSERT INTO repair_materials (community_id, id, case_id, name, quantity, unit, unit_price_fen)
       SELECT $1, m.id, $2, m.name, m.quantity, m.unit, m."unitPriceFen"
       FROM jsonb_to_recordset($3::jsonb) AS m(id uuid, name text, quantity numeric, unit text, "unitPriceFen" bigint)`,
      [ref.communityId, ref.id, JSON.stringify(materials.map((material) => ({ ...material, id: newId(act.now) })))],
    )
    const listed = materials.map((material) => `${material.name} ${material.quantity}${material.unit}`).join('、')
    return { ...signOfLife(loaded, act.now), content: { materials: listed } }
  })
}

/** Finishes the work: proof is a photo of it, a charge must have been agreed, and the reporter is asked to confirm. */
export async function finishRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: RepairRef,
  result: { text: string; labourMinutes: number; fileIds: string[] },
): Promise<RepairReceipt> {
  if (result.fileIds.length === 0) throw new ProblemError('PROOF_REQUIRED')
  await refuseForeignFiles(tx, act, ref.communityId, result.fileIds)
  return takeAction(tx, act, ref, 'finish', ({ clocks, repair, promise }) => {
    if (repair.chargeState === 'offered') throw new ProblemError('CHARGE_NOT_AGREED')
    return {
      clocks: [
        ...clocks.filter(({ name }) => name !== 'confirm').map((clock) => stopClock(clock, act.now)),
        confirmClock(promise, act.now),
      ],
      set: { flaggedNoProgress: false },
      repair: { labourMinutes: (repair.labourMinutes ?? 0) + result.labourMinutes, doneAt: act.now },
      content: { text: result.text, labourMinutes: result.labourMinutes },
      files: { ids: result.fileIds, purpose: 'after' },
    }
  })
}
