import type { EntityManager } from 'typeorm'
import type { Act, Database } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { PlannedUnit, UnitBatch, UnitsAdded } from '../http/structure.dto.ts'
import { faultOfBatch, roomsOf, type PlannedRoom } from '../rules/unit-batch.ts'
import { auditArchive } from './audit-archive.ts'

const PLAN = {
  name: 'plan-units',
  text: `
    SELECT w.floor, w.number, b.name || $3 || w.number AS label, u.id IS NOT NULL AS exists
    FROM buildings b
    CROSS JOIN ROWS FROM (jsonb_to_recordset($4::jsonb) AS (floor int, number text)) WITH ORDINALITY AS w (floor, number, place)
    LEFT JOIN units u ON u.community_id = $1 AND u.label = b.name || $3 || w.number
    WHERE b.community_id = $1 AND b.id = $2 ORDER BY w.place`,
}

/** What adding them would do: every room with its label, and which are there already. */
export async function planUnits(database: Database, act: Act, communityId: string, batch: UnitBatch): Promise<PlannedUnit[]> {
  const rooms = JSON.stringify(roomsWanted(batch))
  const planned = await database.read<PlannedUnit>(act.reach, PLAN, [communityId, batch.buildingId, batch.entrance ?? '', rooms])
  if (planned.length === 0) throw new ProblemError('NOT_FOUND')
  return planned
}

/** Adds the rooms of an entrance in one statement; those that are there already stay as they are. */
export async function addUnits(tx: EntityManager, act: CallerAct, communityId: string, batch: UnitBatch): Promise<UnitsAdded> {
  const rooms = roomsWanted(batch).map((room) => ({ ...room, id: newId(act.now) }))
  const [building] = (await tx.query('SELECT name FROM buildings WHERE community_id = $1 AND id = $2 FOR SHARE', [
    communityId,
    batch.buildingId,
  ])) as { name: string }[]
  if (!building) throw new ProblemError('NOT_FOUND')
  const { entrance = null, use, state, areaSquareMetres } = batch
  const made = (await tx.query(
    `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
     SELECT $1, w.id, $2, $3, w.floor, w.number, $4::text || coalesce($3, '') || w.number, $5, $6, $7
     FROM jsonb_to_recordset($8::jsonb) AS w (id uuid, floor int, number text)
     ON CONFLICT (community_id, label) DO NOTHING RETURNING number`,
    [
      communityId,
      batch.buildingId,
      entrance,
      building.name,
      use,
      state,
      Math.round(areaSquareMetres * 10_000),
      JSON.stringify(rooms),
    ],
  )) as { number: string }[]
  if (made.length > 0)
    await auditArchive(tx, act, communityId, {
      action: 'archive.add-units',
      subjectKind: 'building',
      subjectId: batch.buildingId,
      before: null,
      after: { entrance, use, state, areaSquareMetres, numbers: made.map(({ number }) => number) },
    })
  return { added: made.length, existing: rooms.length - made.length }
}

function roomsWanted(batch: UnitBatch): PlannedRoom[] {
  const fault = faultOfBatch(batch)
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [fault])
  return roomsOf(batch)
}
