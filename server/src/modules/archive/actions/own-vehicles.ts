import { MOST_VEHICLES_BY_PHONE } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct, CallerHome } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { OwnVehicle } from '../http/vehicles.dto.ts'
import { mayRegister, mayRemove } from '../rules/own-vehicle.ts'
import { dayBefore } from './keep-vehicles.ts'
import { ANOTHER_HOME, holdPlate, insertVehicle, limitVehicle, lockVehicle, plateOf } from './vehicle-rows.ts'

/** An owner or a tenant registers a vehicle of their home. */
export async function registerOwnVehicle(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { unitId, kind, plate: typed, description = '' }: OwnVehicle,
): Promise<{ id: string }> {
  const homes = homesOf(act, communityId, unitId)
  const home = homes.find(mayRegister)
  if (!home) throw new ProblemError('HOLDER_NEEDED')
  const plate = plateOf(kind, typed)
  await holdPlate(tx, act, communityId, plate, (there) => (there.unitId === unitId ? '您的这套房屋' : ANOTHER_HOME))
  const [count] = (await tx.query(
    `SELECT count(*)::int AS vehicles FROM vehicles WHERE community_id = $1 AND unit_id = $2 AND (valid_until IS NULL OR valid_until >= $3::date)`,
    [communityId, unitId, todayIn(act)],
  )) as { vehicles: number }[]
  if (count!.vehicles >= MOST_VEHICLES_BY_PHONE) throw new ProblemError('VEHICLES_FULL', { most: MOST_VEHICLES_BY_PHONE })
  const residentId = home.residentId
  const after = { unitId, kind, plate, description, residentId, spaceId: null, validFrom: todayIn(act), validUntil: null }
  const id = await insertVehicle(tx, act, communityId, after)
  await audit(tx, act, home, 'vehicles.register', id, null, after)
  return { id }
}

/** Who registered it takes it off again, and an owner any vehicle of the home. */
export async function removeOwnVehicle(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<void> {
  const { version: _, ...before } = await lockVehicle(tx, communityId, id)
  const homes = homesOf(act, communityId, before.unitId)
  const lastDay = dayBefore(act)
  if (before.validUntil !== null && before.validUntil <= lastDay) throw new ProblemError('NOT_FOUND')
  if (!homes.some(mayRegister)) throw new ProblemError('HOLDER_NEEDED')
  const home = homes.find((each) => mayRemove(each, before))
  if (!home) throw new ProblemError('VEHICLE_OF_OTHERS')
  await limitVehicle(tx, communityId, id, lastDay)
  await audit(tx, act, home, 'vehicles.remove', id, before, { ...before, validUntil: lastDay })
}

/** The caller's rights in a home; a home of others does not exist for them. */
function homesOf(act: CallerAct, communityId: string, unitId: string): CallerHome[] {
  const homes = act.caller.homes.filter((home) => home.communityId === communityId && home.unitId === unitId)
  if (homes.length === 0) throw new ProblemError('NOT_FOUND')
  return homes
}

function audit(
  tx: EntityManager,
  act: CallerAct,
  { companyId, communityId }: CallerHome,
  action: string,
  subjectId: string,
  before: object | null,
  after: object,
): Promise<void> {
  return recordAudit(tx, act, { companyId, communityId, action, subjectKind: 'vehicle', subjectId, before, after })
}
