import type { EntityManager } from 'typeorm'
import { DateTime } from 'luxon'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { recordMove } from '../../organisation/index.ts'
import { auditArchive } from './audit-archive.ts'
import { lockOccupant, type Occupant } from './load-household.ts'

export interface Leaving {
  /** The first day the home is no longer theirs: today ends every right at once. */
  movedOutOn: string
  reason: string
  version: number
}

/** Moves somebody out of a home; rights are read at each request, so they end with the day before (ORG-02, ORG-04). */
export async function movePersonOut(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  residencyId: string,
  { movedOutOn, reason, version }: Leaving,
): Promise<{ id: string; version: number }> {
  const { unitId, occupant } = await lockOccupant(tx, communityId, residencyId)
  if (occupant.version !== version) throw new ProblemError('STALE_VERSION')
  await endOccupancy(tx, act, { communityId, unitId }, occupant, { movedOutOn, reason })
  const { residentId, role } = occupant
  await recordMove(tx, act, { communityId, unitId, residentId, role, kind: 'move-out', on: movedOutOn, detail: reason })
  return { id: residencyId, version: version + 1 }
}

/** Sets the last day of somebody's right to a home, and says why. */
export async function endOccupancy(
  tx: EntityManager,
  act: CallerAct,
  { communityId, unitId }: { communityId: string; unitId: string },
  { residencyId, role, validFrom, validUntil }: Occupant,
  { movedOutOn, reason }: Pick<Leaving, 'movedOutOn' | 'reason'>,
): Promise<void> {
  if (movedOutOn < validFrom)
    throw new ProblemError('VALIDATION_FAILED', {}, [
      { field: 'movedOutOn', message: `搬出日不能早于入住日 ${validFrom}，请重新选择。` },
    ])
  const lastDay = DateTime.fromISO(movedOutOn).minus({ days: 1 }).toISODate()!
  if (validUntil !== null && validUntil < lastDay)
    throw new ProblemError('VALIDATION_FAILED', {}, [
      { field: 'movedOutOn', message: `登记的截止日是 ${validUntil}，搬出日不能在它之后，请先修改截止日。` },
    ])
  await tx.query(
    'UPDATE residencies SET valid_until = $3, ended_because = $4, version = version + 1 WHERE community_id = $1 AND id = $2',
    [communityId, residencyId, lastDay, reason],
  )
  await auditArchive(tx, act, communityId, {
    action: 'archive.move-out',
    subjectKind: 'residency',
    subjectId: residencyId,
    before: { validUntil },
    after: { validUntil: lastDay, reason, unitId, role },
  })
}
