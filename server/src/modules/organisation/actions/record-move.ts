import { residencyRoles, type ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'

const words = { 'move-in': '入住', 'move-out': '搬出' } as const

export interface Move {
  communityId: string
  unitId: string
  residentId: string
  role: ResidencyRole
  kind: keyof typeof words
  /** the day it happens, an ISO date */
  on: string
  detail?: string
}

/** Puts a move into the history of a household, by whatever way it came about (ORG-02). */
export async function recordMove(tx: EntityManager, act: Act, move: Move): Promise<void> {
  await tx.query(
    `INSERT INTO household_events (community_id, id, unit_id, resident_id, kind, title, detail, begun_on, recorded_by, recorded_by_name,
       recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      move.communityId,
      newId(act.now),
      move.unitId,
      move.residentId,
      move.kind,
      `${residencyRoles[move.role]}${words[move.kind]}`,
      move.detail ?? '',
      move.on,
      act.actor.id,
      // A resident's own name is not written down a second time.
      act.actor.kind === 'staff' ? act.actor.name : '住户本人',
      act.now,
    ],
  )
}
