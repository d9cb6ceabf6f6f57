import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { Occupancy } from '../rules/occupant.ts'
import { auditArchive } from './audit-archive.ts'
import { lockOccupant, type Occupant } from './load-household.ts'
import { refuseFaulty } from './settle-person.ts'

export interface PersonChange extends Omit<Occupancy, 'phone'> {
  /** left out: stays as it is, for who sees it only masked */
  phone: string | null
  version: number
  residentVersion: number
}

/** Name and number are the person's, in all their homes; right, share and days are those in this home. */
export async function changePerson(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  residencyId: string,
  { version, residentVersion, ...change }: PersonChange,
): Promise<{ id: string; version: number }> {
  const { occupant, others } = await lockOccupant(tx, communityId, residencyId)
  if (occupant.version !== version || occupant.residentVersion !== residentVersion) throw new ProblemError('STALE_VERSION')
  const wish = { ...change, phone: change.phone ?? occupant.phone }
  refuseFaulty(wish, others)
  await renameResident(tx, communityId, occupant, wish)
  await tx
    .query(
      `UPDATE residencies SET role = $3, share_percent = $4, valid_from = $5, valid_until = $6, version = version + 1,
         ended_because = CASE WHEN valid_until IS NOT DISTINCT FROM $6::date THEN ended_because END
       WHERE community_id = $1 AND id = $2`,
      [communityId, residencyId, wish.role, wish.sharePercent, wish.validFrom, wish.validUntil],
    )
    .catch((error: unknown) => {
      if ((error as { code?: string }).code !== '23505') throw error
      throw new ProblemError('DUPLICATE', { what: `${wish.name}在同一天已登记过这个身份` })
    })
  await auditArchive(tx, act, communityId, {
    action: 'archive.change-person',
    subjectKind: 'residency',
    subjectId: residencyId,
    before: occupancyOf(occupant),
    after: wish,
  })
  return { id: residencyId, version: version + 1 }
}

async function renameResident(tx: EntityManager, communityId: string, before: Occupant, after: Occupancy): Promise<void> {
  if (before.name === after.name && before.phone === after.phone) return
  await tx.query('UPDATE residents SET name = $3, phone = $4, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    before.residentId,
    after.name,
    after.phone,
  ])
}

function occupancyOf({ name, phone, role, sharePercent, validFrom, validUntil }: Occupant): Occupancy {
  return { name, phone, role, sharePercent, validFrom, validUntil }
}
