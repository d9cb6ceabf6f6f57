import type { UnitState, UnitUse } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { Kept, UnitDraft, UnitEdit } from '../http/structure.dto.ts'
import { auditArchive } from './audit-archive.ts'
import { orTaken } from './taken.ts'

interface Unit {
  buildingId: string
  entrance: string | null
  floor: number
  number: string
  label: string
  use: UnitUse
  state: UnitState
  areaSquareMetres: number
  deliveredOn: string | null
}

export async function addUnit(tx: EntityManager, act: CallerAct, communityId: string, draft: UnitDraft): Promise<Kept> {
  const id = newId(act.now)
  const after = await describe(tx, communityId, draft)
  await tx
    .query(
      `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres, delivered_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [communityId, id, ...columnsOf(after)],
    )
    .catch(orTaken)
  const subject = { action: 'archive.add-unit', subjectKind: 'unit', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before: null, after })
  return { id, version: 1 }
}

export async function editUnit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  edit: UnitEdit,
): Promise<Kept> {
  const before = await lockUnit(tx, communityId, id, edit.version)
  const after = await describe(tx, communityId, edit)
  await tx
    .query(
      `UPDATE units SET building_id = $3, entrance = $4, floor = $5, number = $6, label = $7, use = $8, state = $9,
         area_square_centimetres = $10, delivered_on = $11, version = version + 1
       WHERE community_id = $1 AND id = $2`,
      [communityId, id, ...columnsOf(after)],
    )
    .catch(orTaken)
  if (before.label !== after.label)
    await tx.query('UPDATE entry_codes SET place_label = $3 WHERE community_id = $1 AND place_id = $2 AND revoked_at IS NULL', [
      communityId,
      id,
      after.label,
    ])
  const subject = { action: 'archive.edit-unit', subjectKind: 'unit', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before, after })
  return { id, version: edit.version + 1 }
}

/** What holds a unit in the archive, in the order it is told. */
const TRACES = `
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM residencies WHERE community_id = $1 AND unit_id = $2) THEN '住户记录'
    WHEN EXISTS (SELECT 1 FROM cases WHERE community_id = $1 AND place_id = $2 AND open)
      OR EXISTS (SELECT 1 FROM cases WHERE community_id = $1 AND place_id = $2 AND closed_at IS NOT NULL) THEN '报修记录'
    WHEN EXISTS (SELECT 1 FROM residence_applications WHERE community_id = $1 AND unit_id = $2) THEN '入住申请'
    WHEN EXISTS (SELECT 1 FROM residence_invitations WHERE community_id = $1 AND unit_id = $2) THEN '入住邀请'
    WHEN EXISTS (SELECT 1 FROM vehicles WHERE community_id = $1 AND unit_id = $2) THEN '车辆记录'
    WHEN EXISTS (SELECT 1 FROM parking_spaces WHERE community_id = $1 AND unit_id = $2) THEN '车位'
    WHEN EXISTS (SELECT 1 FROM household_events WHERE community_id = $1 AND unit_id = $2)
      OR EXISTS (SELECT 1 FROM household_notes WHERE community_id = $1 AND unit_id = $2) THEN '大事记或备注' END AS what`

/** Takes out a unit that was entered by mistake. One that ever had people or business stays: others refer to it. */
export async function removeUnit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  seen: number,
): Promise<void> {
  const before = await lockUnit(tx, communityId, id, seen)
  const [trace] = (await tx.query(TRACES, [communityId, id])) as { what: string | null }[]
  if (trace?.what) throw new ProblemError('UNIT_IN_USE', { label: before.label, what: trace.what })
  await tx.query('UPDATE entry_codes SET revoked_at = $3 WHERE community_id = $1 AND place_id = $2 AND revoked_at IS NULL', [
    communityId,
    id,
    act.now,
  ])
  await tx.query('DELETE FROM units WHERE community_id = $1 AND id = $2', [communityId, id])
  const subject = { action: 'archive.remove-unit', subjectKind: 'unit', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before, after: null })
}

async function lockUnit(tx: EntityManager, communityId: string, id: string, seen: number): Promise<Unit> {
  const [unit] = (await tx.query(
    `SELECT building_id AS "buildingId", entrance, floor, number, label, use, state,
       area_square_centimetres / 10000.0::float8 AS "areaSquareMetres", delivered_on::text AS "deliveredOn", version
     FROM units WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as (Unit & { version: number })[]
  if (!unit) throw new ProblemError('NOT_FOUND')
  const { version, ...before } = unit
  if (version !== seen) throw new ProblemError('STALE_VERSION')
  return before
}

/** The building is held, so that its name and the label made of it stay one. */
async function describe(tx: EntityManager, communityId: string, draft: UnitDraft): Promise<Unit> {
  const [building] = (await tx.query('SELECT name FROM buildings WHERE community_id = $1 AND id = $2 FOR SHARE', [
    communityId,
    draft.buildingId,
  ])) as { name: string }[]
  if (!building) throw new ProblemError('NOT_FOUND')
  const { buildingId, entrance = null, floor, number, use, state, areaSquareMetres, deliveredOn = null } = draft
  const label = `${building.name}${entrance ?? ''}${number}`
  return { buildingId, entrance, floor, number, label, use, state, areaSquareMetres, deliveredOn }
}

function columnsOf(unit: Unit): unknown[] {
  const { buildingId, entrance, floor, number, label, use, state, areaSquareMetres, deliveredOn } = unit
  return [buildingId, entrance, floor, number, label, use, state, Math.round(areaSquareMetres * 10_000), deliveredOn]
}
