import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { Occupancy } from '../rules/occupant.ts'
import { auditArchive } from './audit-archive.ts'
import { insertEvent, refuseForeignFiles } from './events.ts'
import { lockHousehold, type Occupant } from './load-household.ts'
import { endOccupancy } from './move-out.ts'
import { refuseFaulty, settlePerson } from './settle-person.ts'

export interface Transfer {
  transferredOn: string
  /** The owners as the office saw them: all of them go. */
  formerOwners: readonly { residencyId: string; version: number }[]
  newOwners: readonly { name: string; phone: string; sharePercent: number | null }[]
  /** The family of who sells goes with them; tenants stay, a sale does not end a tenancy. */
  familyMovesOut: boolean
  detail: string
  fileIds: readonly string[]
}

const REASON = '房屋过户'

/** One home, other owners: those before go and those after come in one step, and the history says so (ORG-02). */
export async function transferUnit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  transfer: Transfer,
): Promise<{ id: string; version: number }> {
  const { transferredOn, detail, fileIds } = transfer
  await refuseForeignFiles(tx, act, communityId, fileIds)
  const everybody = await lockHousehold(tx, communityId, unitId)
  const owners = everybody.filter((each) => each.role === 'owner' && isThere(each, transferredOn))
  if (!sameAsSeen(owners, transfer.formerOwners)) throw new ProblemError('STALE_VERSION')
  const family = everybody.filter((each) => each.role === 'family' && transfer.familyMovesOut && isThere(each, transferredOn))
  const going = [...owners, ...family]
  for (const each of going)
    await endOccupancy(tx, act, { communityId, unitId }, each, { movedOutOn: transferredOn, reason: REASON })
  const staying: Occupancy[] = everybody.filter((each) => !going.includes(each))
  const settled: string[] = []
  for (const newcomer of transfer.newOwners) {
    const owner: Occupancy = { ...newcomer, role: 'owner', validFrom: transferredOn, validUntil: null }
    refuseFaulty(owner, staying)
    staying.push(owner)
    settled.push((await settlePerson(tx, act, communityId, unitId, owner)).residencyId)
  }
  const event = { kind: 'transfer', title: '房屋过户', detail, begunOn: transferredOn, endedOn: null, fileIds } as const
  const eventId = await insertEvent(tx, act, communityId, unitId, event)
  await auditArchive(tx, act, communityId, {
    action: 'archive.transfer-unit',
    subjectKind: 'household',
    subjectId: unitId,
    before: { residencies: going.map(({ residencyId }) => residencyId) },
    after: { residencies: settled, newOwners: transfer.newOwners, transferredOn, detail },
  })
  return { id: eventId, version: 1 }
}

function isThere({ validUntil }: Occupant, day: string): boolean {
  return validUntil === null || validUntil >= day
}

function sameAsSeen(owners: readonly Occupant[], seen: Transfer['formerOwners']): boolean {
  return (
    owners.length === seen.length &&
    owners.every((owner) => seen.some((each) => each.residencyId === owner.residencyId && each.version === owner.version))
  )
}
