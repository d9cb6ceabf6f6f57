import { residencyRoles } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { faultsOfOccupancy, twinOf, type Occupancy } from '../rules/occupant.ts'

/** Refuses what cannot stand beside the others in the home. */
export function refuseFaulty(wish: Occupancy, others: readonly Occupancy[]): void {
  const twin = twinOf(wish, others)
  if (twin)
    throw new ProblemError('DUPLICATE', {
      what: `${twin.name}已用这个手机号登记为这套房屋的${residencyRoles[twin.role]}，请直接修改那一条`,
    })
  const faults = faultsOfOccupancy(wish, others)
  if (faults.length > 0) throw new ProblemError('VALIDATION_FAILED', {}, faults)
}

/** Gives somebody their right to a home; who is on file in the community already, under this name and number, is not doubled. */
export async function settlePerson(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  person: Occupancy,
): Promise<{ residencyId: string; residentId: string }> {
  const residentId = await residentOnFile(tx, act, communityId, person)
  const residencyId = newId(act.now)
  const begun = (await tx.query(
    `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from, valid_until, share_percent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [communityId, residencyId, unitId, residentId, person.role, person.validFrom, person.validUntil, person.sharePercent],
  )) as unknown[]
  if (begun.length === 0)
    throw new ProblemError('DUPLICATE', { what: `${person.name}在同一天已登记过这个身份，请直接修改那一条` })
  return { residencyId, residentId }
}

async function residentOnFile(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { name, phone }: Occupancy,
): Promise<string> {
  const [known] = (await tx.query(
    `SELECT id FROM residents WHERE community_id = $1 AND phone = $3 AND name = $2 AND erased_at IS NULL
     ORDER BY account_id NULLS LAST, id LIMIT 1`,
    [communityId, name, phone],
  )) as { id: string }[]
  if (known) return known.id
  const id = newId(act.now)
  await tx.query('INSERT INTO residents (community_id, id, name, phone) VALUES ($1, $2, $3, $4)', [communityId, id, name, phone])
  return id
}
