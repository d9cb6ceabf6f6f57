import { faultOfPlate, plainPlate, type VehicleKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { todayIn } from '../../organisation/index.ts'

export interface Vehicle {
  unitId: string
  kind: VehicleKind
  plate: string
  description: string
  residentId: string | null
  spaceId: string | null
  validFrom: string
  validUntil: string | null
}

/** What is said of the home a plate stands in already: whoever may not read the archive is told of no other home. */
export type WhereTold = (home: { unitId: string; label: string }) => string

export const ANOTHER_HOME = '本小区的另一套房屋'

export function plateOf(kind: VehicleKind, typed: string): string {
  const plate = plainPlate(typed)
  const fault = faultOfPlate(kind, plate)
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'plate', message: fault }])
  return plate
}

export async function lockVehicle(tx: EntityManager, communityId: string, id: string): Promise<Vehicle & { version: number }> {
  const [vehicle] = (await tx.query(
    `SELECT unit_id AS "unitId", kind, plate, description, resident_id AS "residentId", space_id AS "spaceId",
       valid_from::text AS "validFrom", valid_until::text AS "validUntil", version
     FROM vehicles WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as (Vehicle & { version: number })[]
  if (!vehicle) throw new ProblemError('NOT_FOUND')
  return vehicle
}

/** A plate is here once, as long as it is here. Two who register at once must see each other's, so the community is held. */
export async function holdPlate(
  tx: EntityManager,
  act: Act,
  communityId: string,
  plate: string,
  whereTold: WhereTold,
  exceptId: string | null = null,
): Promise<void> {
  await tx.query('SELECT 1 FROM communities WHERE id = $1 FOR NO KEY UPDATE', [communityId])
  const [home] = (await tx.query(
    `SELECT v.unit_id AS "unitId", u.label FROM vehicles v JOIN units u ON u.community_id = v.community_id AND u.id = v.unit_id
     WHERE v.community_id = $1 AND v.plate = $2 AND v.id IS DISTINCT FROM $3::uuid
       AND (v.valid_until IS NULL OR v.valid_until >= $4::date) LIMIT 1`,
    [communityId, plate, exceptId, todayIn(act)],
  )) as { unitId: string; label: string }[]
  if (home) throw new ProblemError('PLATE_TAKEN', { plate, where: whereTold(home) })
}

export async function insertVehicle(tx: EntityManager, act: Act, communityId: string, vehicle: Vehicle): Promise<string> {
  const id = newId(act.now)
  const { unitId, kind, plate, description, residentId, spaceId, validFrom, validUntil } = vehicle
  await tx
    .query(
      `INSERT INTO vehicles (community_id, id, unit_id, kind, plate, description, resident_id, space_id, valid_from, valid_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [communityId, id, unitId, kind, plate, description, residentId, spaceId, validFrom, validUntil],
    )
    .catch(orElsewhere(plate))
  return id
}

/** The plate is here in a building the writer may not look into. */
export const orElsewhere =
  (plate: string) =>
  (error: unknown): never => {
    const isTaken = (error as { constraint?: string }).constraint === 'vehicles_here_now'
    throw isTaken ? new ProblemError('PLATE_TAKEN', { plate, where: ANOTHER_HOME }) : error
  }

export async function limitVehicle(tx: EntityManager, communityId: string, id: string, lastDay: string): Promise<void> {
  await tx.query('UPDATE vehicles SET valid_until = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    lastDay,
  ])
}
