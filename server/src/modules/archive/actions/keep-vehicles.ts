import type { EntityManager } from 'typeorm'
import { DateTime } from 'luxon'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { Kept } from '../http/structure.dto.ts'
import type { VehicleDraft, VehicleEdit, VehicleFacts } from '../http/vehicles.dto.ts'
import { faultOfTerm } from '../rules/term.ts'
import { auditArchive } from './audit-archive.ts'
import {
  holdPlate,
  insertVehicle,
  limitVehicle,
  lockVehicle,
  orElsewhere,
  plateOf,
  type Vehicle,
  type WhereTold,
} from './vehicle-rows.ts'

/** The office reads the archive: it is told which home has the plate. */
const byLabel: WhereTold = ({ label }) => label

export async function addVehicle(tx: EntityManager, act: CallerAct, communityId: string, draft: VehicleDraft): Promise<Kept> {
  const after = await decided(tx, act, communityId, draft.unitId, draft, null)
  await holdPlate(tx, act, communityId, after.plate, byLabel)
  const id = await insertVehicle(tx, act, communityId, after)
  const subject = { action: 'archive.add-vehicle', subjectKind: 'vehicle', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before: null, after })
  return { id, version: 1 }
}

export async function editVehicle(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  edit: VehicleEdit,
): Promise<Kept> {
  const { version, ...before } = await lockVehicle(tx, communityId, id)
  if (version !== edit.version) throw new ProblemError('STALE_VERSION')
  const after = await decided(tx, act, communityId, before.unitId, edit, before)
  await holdPlate(tx, act, communityId, after.plate, byLabel, id)
  const { kind, plate, description, residentId, spaceId, validFrom, validUntil } = after
  await tx
    .query(
      `UPDATE vehicles SET kind = $3, plate = $4, description = $5, resident_id = $6, space_id = $7, valid_from = $8,
         valid_until = $9, version = version + 1 WHERE community_id = $1 AND id = $2`,
      [communityId, id, kind, plate, description, residentId, spaceId, validFrom, validUntil],
    )
    .catch(orElsewhere(plate))
  const subject = { action: 'archive.edit-vehicle', subjectKind: 'vehicle', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before, after })
  return { id, version: version + 1 }
}

/** The vehicle is here no more from today; its plate is free at once. */
export async function endVehicle(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  seen: number,
): Promise<void> {
  const { version, ...before } = await lockVehicle(tx, communityId, id)
  if (version !== seen) throw new ProblemError('STALE_VERSION')
  const lastDay = dayBefore(act)
  if (before.validUntil !== null && before.validUntil <= lastDay) return
  await limitVehicle(tx, communityId, id, lastDay)
  const subject = { action: 'archive.end-vehicle', subjectKind: 'vehicle', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before, after: { ...before, validUntil: lastDay } })
}

/** Days are read whole, and this one is still running: so yesterday was the last. */
export function dayBefore(act: Pick<Act, 'now'>): string {
  return DateTime.fromISO(todayIn(act)).minus({ days: 1 }).toISODate()!
}

async function decided(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  facts: VehicleFacts,
  before: Vehicle | null,
): Promise<Vehicle> {
  const { kind, description = '', residentId = null, spaceId = null, validUntil = null } = facts
  const validFrom = facts.validFrom ?? before?.validFrom ?? todayIn(act)
  const plate = plateOf(kind, facts.plate)
  const fault = faultOfTerm(validFrom, validUntil)
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [fault])
  const [found] = (await tx.query(
    `SELECT EXISTS (SELECT 1 FROM residencies WHERE community_id = $1 AND unit_id = $2 AND resident_id = $3) AS "livesHere",
       s.id AS "spaceId", s.unit_id AS "spaceOf"
     FROM units u LEFT JOIN parking_spaces s ON s.community_id = $1 AND s.id = $4::uuid AND s.withdrawn_at IS NULL
     WHERE u.community_id = $1 AND u.id = $2`,
    [communityId, unitId, residentId, spaceId],
  )) as { livesHere: boolean; spaceId: string | null; spaceOf: string | null }[]
  if (!found || (residentId && !found.livesHere) || (spaceId && !found.spaceId)) throw new ProblemError('NOT_FOUND')
  if (found.spaceOf !== null && found.spaceOf !== unitId)
    throw new ProblemError('VALIDATION_FAILED', {}, [
      { field: 'spaceId', message: '这个车位属于另一套房屋，请选择本户的或公共的车位。' },
    ])
  return { unitId, kind, plate, description, residentId, spaceId, validFrom, validUntil }
}
