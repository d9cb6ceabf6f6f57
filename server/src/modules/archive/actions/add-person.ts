import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { recordMove } from '../../organisation/index.ts'
import type { Occupancy } from '../rules/occupant.ts'
import { auditArchive } from './audit-archive.ts'
import { lockHousehold } from './load-household.ts'
import { refuseFaulty, settlePerson } from './settle-person.ts'

/** Puts somebody on file for a home: with their days they may use it from the mini-program at once (ORG-02). */
export async function addPerson(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  person: Occupancy,
): Promise<{ id: string; version: number }> {
  refuseFaulty(person, await lockHousehold(tx, communityId, unitId))
  const { residencyId, residentId } = await settlePerson(tx, act, communityId, unitId, person)
  const { role, validFrom } = person
  await recordMove(tx, act, { communityId, unitId, residentId, role, kind: 'move-in', on: validFrom })
  await auditArchive(tx, act, communityId, {
    action: 'archive.add-person',
    subjectKind: 'residency',
    subjectId: residencyId,
    before: null,
    after: { unitId, ...person },
  })
  return { id: residencyId, version: 1 }
}
