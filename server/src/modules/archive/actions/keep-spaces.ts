import type { SpaceTenure } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { Kept } from '../http/structure.dto.ts'
import type { SpaceDraft, SpaceEdit } from '../http/vehicles.dto.ts'
import { faultOfTerm } from '../rules/term.ts'
import { auditArchive } from './audit-archive.ts'
import { orTaken } from './taken.ts'

interface Space {
  zone: string
  number: string
  tenure: SpaceTenure
  unitId: string | null
  areaSquareMetres: number | null
  validFrom: string | null
  validUntil: string | null
  note: string
}

export async function addSpace(tx: EntityManager, act: CallerAct, communityId: string, draft: SpaceDraft): Promise<Kept> {
  const id = newId(act.now)
  const after = await decided(tx, communityId, draft)
  await tx
    .query(
      `INSERT INTO parking_spaces (community_id, id, zone, number, tenure, unit_id, area_square_centimetres, valid_from, valid_until, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [communityId, id, ...columnsOf(after)],
    )
    .catch(orTaken)
  const subject = { action: 'archive.add-space', subjectKind: 'parking-space', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before: null, after })
  return { id, version: 1 }
}

export async function editSpace(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  edit: SpaceEdit,
): Promise<Kept> {
  const before = await lockSpace(tx, communityId, id, edit.version)
  const after = await decided(tx, communityId, edit)
  await tx
    .query(
      `UPDATE parking_spaces SET zone = $3, number = $4, tenure = $5, unit_id = $6, area_square_centimetres = $7, valid_from = $8,
         valid_until = $9, note = $10, version = version + 1 WHERE community_id = $1 AND id = $2`,
      [communityId, id, ...columnsOf(after)],
    )
    .catch(orTaken)
  const subject = { action: 'archive.edit-space', subjectKind: 'parking-space', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before, after })
  return { id, version: edit.version + 1 }
}

/** A space out of use keeps its history, and gives its number free. */
export async function withdrawSpace(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  seen: number,
): Promise<void> {
  const before = await lockSpace(tx, communityId, id, seen)
  const parked = (await tx.query(
    `SELECT plate FROM vehicles WHERE community_id = $1 AND space_id = $2 AND (valid_until IS NULL OR valid_until >= $3::date) ORDER BY plate`,
    [communityId, id, todayIn(act)],
  )) as { plate: string }[]
  if (parked.length > 0) {
    const plates = parked.map(({ plate }) => plate).join('、')
    throw new ProblemError('SPACE_IN_USE', { number: `${before.zone}${before.number}`, plates })
  }
  await tx.query('UPDATE parking_spaces SET withdrawn_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  const subject = { action: 'archive.withdraw-space', subjectKind: 'parking-space', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before, after: null })
}

async function lockSpace(tx: EntityManager, communityId: string, id: string, seen: number): Promise<Space> {
  const [space] = (await tx.query(
    `SELECT zone, number, tenure, unit_id AS "unitId", area_square_centimetres / 10000.0::float8 AS "areaSquareMetres",
       valid_from::text AS "validFrom", valid_until::text AS "validUntil", note, version
     FROM parking_spaces WHERE community_id = $1 AND id = $2 AND withdrawn_at IS NULL FOR UPDATE`,
    [communityId, id],
  )) as (Space & { version: number })[]
  if (!space) throw new ProblemError('NOT_FOUND')
  const { version, ...before } = space
  if (version !== seen) throw new ProblemError('STALE_VERSION')
  return before
}

async function decided(tx: EntityManager, communityId: string, draft: SpaceDraft): Promise<Space> {
  const {
    zone = '',
    number,
    tenure,
    unitId = null,
    areaSquareMetres = null,
    validFrom = null,
    validUntil = null,
    note = '',
  } = draft
  if ((tenure === 'public') !== (unitId === null)) {
    const message = tenure === 'public' ? '公共车位不属于任何房屋，请清除房屋。' : '请选择车位属于哪套房屋。'
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'unitId', message }])
  }
  const fault = faultOfTerm(validFrom, validUntil)
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [fault])
  if (unitId !== null) {
    const known = (await tx.query('SELECT 1 FROM units WHERE community_id = $1 AND id = $2', [communityId, unitId])) as object[]
    if (known.length === 0) throw new ProblemError('NOT_FOUND')
  }
  return { zone, number, tenure, unitId, areaSquareMetres, validFrom, validUntil, note }
}

function columnsOf({ zone, number, tenure, unitId, areaSquareMetres, validFrom, validUntil, note }: Space): unknown[] {
  const area = areaSquareMetres === null ? null : Math.round(areaSquareMetres * 10_000)
  return [zone, number, tenure, unitId, area, validFrom, validUntil, note]
}
