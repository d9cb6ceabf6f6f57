import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { BuildingDraft, BuildingEdit, EntranceRename, Kept } from '../http/structure.dto.ts'
import { auditArchive } from './audit-archive.ts'
import { orTaken } from './taken.ts'

interface Building {
  name: string
  planX: number | null
  planY: number | null
  version: number
}

/** A new building stands behind the others until it is moved. */
export async function addBuilding(tx: EntityManager, act: CallerAct, communityId: string, draft: BuildingDraft): Promise<Kept> {
  const id = newId(act.now)
  const { name, planX, planY } = placed(draft)
  await tx
    .query(
      `INSERT INTO buildings (community_id, id, name, ordinal, plan_x, plan_y)
       SELECT $1, $2, $3, coalesce(max(ordinal), 0) + 1, $4::int, $5::int FROM buildings WHERE community_id = $1`,
      [communityId, id, name, planX, planY],
    )
    .catch(orTaken)
  await auditArchive(tx, act, communityId, {
    action: 'archive.add-building',
    subjectKind: 'building',
    subjectId: id,
    before: null,
    after: { name, planX, planY },
  })
  return { id, version: 1 }
}

/** Renaming a building renames its units, and what their codes say. */
export async function editBuilding(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  edit: BuildingEdit,
): Promise<Kept> {
  const { version, ...before } = await lockBuilding(tx, communityId, id, edit.version)
  const after = placed(edit)
  await tx
    .query(
      'UPDATE buildings SET name = $3, plan_x = $4, plan_y = $5, version = version + 1 WHERE community_id = $1 AND id = $2',
      [communityId, id, after.name, after.planX, after.planY],
    )
    .catch(orTaken)
  if (before.name !== after.name) await relabel(tx, communityId, id)
  const subject = { action: 'archive.edit-building', subjectKind: 'building', subjectId: id }
  await auditArchive(tx, act, communityId, { ...subject, before, after })
  return { id, version: version + 1 }
}

export async function orderBuildings(tx: EntityManager, act: CallerAct, communityId: string, ids: string[]): Promise<void> {
  const before = (await tx.query(
    'SELECT id, name, ordinal FROM buildings WHERE community_id = $1 ORDER BY id FOR NO KEY UPDATE',
    [communityId],
  )) as { id: string; name: string; ordinal: number }[]
  const names = new Map(before.map(({ id, name }) => [id, name]))
  // Somebody added one, or this names one of elsewhere: either way it was not this list that was put in order.
  if (ids.length !== before.length || !ids.every((id) => names.has(id))) throw new ProblemError('STALE_VERSION')
  await tx.query(
    `UPDATE buildings b SET ordinal = wanted.ordinal
     FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, ordinal) WHERE b.community_id = $1 AND b.id = wanted.id`,
    [communityId, ids],
  )
  await auditArchive(tx, act, communityId, {
    action: 'archive.order-buildings',
    subjectKind: 'community',
    subjectId: communityId,
    before: { buildings: before.sort((a, b) => a.ordinal - b.ordinal).map(({ name }) => name) },
    after: { buildings: ids.map((id) => names.get(id)) },
  })
}

/** Gives an entrance another name, with all its units. */
export async function renameEntrance(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { from = '', to, version: seen }: EntranceRename,
): Promise<Kept> {
  const { version } = await lockBuilding(tx, communityId, id, seen)
  const known = (await tx.query(
    `SELECT coalesce(entrance, '') AS name, count(*)::int AS units FROM units WHERE community_id = $1 AND building_id = $2 GROUP BY 1`,
    [communityId, id],
  )) as { name: string; units: number }[]
  const entrance = known.find(({ name }) => name === from)
  if (!entrance) throw new ProblemError('STALE_VERSION')
  if (to !== from && known.some(({ name }) => name === to)) throw new ProblemError('DUPLICATE', { what: '单元名称' })
  await tx.query(`UPDATE units SET entrance = $4 WHERE community_id = $1 AND building_id = $2 AND coalesce(entrance, '') = $3`, [
    communityId,
    id,
    from,
    to,
  ])
  await relabel(tx, communityId, id)
  await tx.query('UPDATE buildings SET version = version + 1 WHERE community_id = $1 AND id = $2', [communityId, id])
  await auditArchive(tx, act, communityId, {
    action: 'archive.rename-entrance',
    subjectKind: 'building',
    subjectId: id,
    before: { entrance: from },
    after: { entrance: to, units: entrance.units },
  })
  return { id, version: version + 1 }
}

async function lockBuilding(tx: EntityManager, communityId: string, id: string, seen: number): Promise<Building> {
  const [building] = (await tx.query(
    `SELECT name, plan_x AS "planX", plan_y AS "planY", version FROM buildings WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [communityId, id],
  )) as Building[]
  if (!building) throw new ProblemError('NOT_FOUND')
  if (building.version !== seen) throw new ProblemError('STALE_VERSION')
  return building
}

/** A place on the plan is two figures or none. */
function placed({ name, planX = null, planY = null }: BuildingDraft): Omit<Building, 'version'> {
  if ((planX === null) !== (planY === null))
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'planX', message: '请在总平面图上点选位置，或清除位置。' }])
  return { name, planX, planY }
}

/** Labels are made of building, entrance and number; codes say the label of the day unless they are told. */
async function relabel(tx: EntityManager, communityId: string, buildingId: string): Promise<void> {
  await tx
    .query(
      `UPDATE units u SET label = b.name || coalesce(u.entrance, '') || u.number, version = u.version + 1
       FROM buildings b WHERE b.community_id = $1 AND b.id = $2 AND u.community_id = $1 AND u.building_id = $2
         AND u.label <> b.name || coalesce(u.entrance, '') || u.number`,
      [communityId, buildingId],
    )
    .catch(orTaken)
  await tx.query(
    `UPDATE entry_codes e SET place_label = place.label
     FROM (SELECT id, name AS label FROM buildings WHERE community_id = $1 AND id = $2
           UNION ALL SELECT id, label FROM units WHERE community_id = $1 AND building_id = $2) place
     WHERE e.community_id = $1 AND e.place_id = place.id AND e.revoked_at IS NULL`,
    [communityId, buildingId],
  )
}
