import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Occupancy } from '../rules/occupant.ts'

/** A residency as the office changes it, with the person who has it. */
export interface Occupant extends Occupancy {
  residencyId: string
  residentId: string
  version: number
  residentVersion: number
}

const OCCUPANTS = `
  SELECT h.id AS "residencyId", r.id AS "residentId", r.name, r.phone, h.role, h.share_percent::float8 AS "sharePercent",
    h.valid_from::text AS "validFrom", h.valid_until::text AS "validUntil", h.version, r.version AS "residentVersion"
  FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
  WHERE h.community_id = $1 AND h.unit_id = $2 AND r.erased_at IS NULL ORDER BY h.valid_from, h.id`

/** Everybody who is, was or will be in a home; who changes them waits for whoever is just doing so. */
export async function lockHousehold(tx: EntityManager, communityId: string, unitId: string): Promise<Occupant[]> {
  const found = (await tx.query('SELECT 1 FROM units WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    communityId,
    unitId,
  ])) as unknown[]
  if (found.length === 0) throw new ProblemError('NOT_FOUND')
  return (await tx.query(OCCUPANTS, [communityId, unitId])) as Occupant[]
}

/** One residency with the home it is in and the others there, locked. */
export async function lockOccupant(
  tx: EntityManager,
  communityId: string,
  residencyId: string,
): Promise<{ unitId: string; occupant: Occupant; others: Occupant[] }> {
  const [at] = (await tx.query('SELECT unit_id FROM residencies WHERE community_id = $1 AND id = $2', [
    communityId,
    residencyId,
  ])) as { unit_id: string }[]
  if (!at) throw new ProblemError('NOT_FOUND')
  const everybody = await lockHousehold(tx, communityId, at.unit_id)
  const occupant = everybody.find((each) => each.residencyId === residencyId)
  if (!occupant) throw new ProblemError('NOT_FOUND')
  return { unitId: at.unit_id, occupant, others: everybody.filter((each) => each !== occupant) }
}
