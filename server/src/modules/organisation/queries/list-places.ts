import type { Place, Rooms } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

const PLACES = {
  name: 'list-places',
  text: `
    SELECT kind, id, label, building_id AS "buildingId", x, y FROM (
      SELECT 'building' AS kind, id, name AS label, id AS building_id, plan_x AS x, plan_y AS y, 0 AS sort, ordinal
      FROM buildings WHERE community_id = $1
      UNION ALL
      SELECT kind, id, label, building_id, plan_x, plan_y, CASE kind WHEN 'area' THEN 1 ELSE 2 END, 0
      FROM places WHERE community_id = $1
    ) place ORDER BY sort, ordinal, label`,
}

/** Everything of a community that has a place on its plan and is nobody's home. */
export function listPlaces(database: Database, act: Act, communityId: string): Promise<Place[]> {
  return database.read<Place>(act.reach, PLACES, [communityId])
}

const ROOMS = {
  name: 'list-rooms',
  text: `
    SELECT coalesce((SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY ordinal, name)
                     FROM buildings WHERE community_id = $1), '[]') AS buildings,
      coalesce((SELECT json_agg(json_build_object('id', id, 'label', label) ORDER BY coalesce(entrance, ''), floor, number)
                FROM units WHERE community_id = $1 AND building_id = $2::uuid), '[]') AS units
    FROM communities WHERE id = $1`,
}

/** Buildings, and the rooms of the one asked for: enough to say where one lives, and nothing about who lives there. */
export async function listRooms(
  database: Database,
  act: Act,
  communityId: string,
  buildingId: string | undefined,
): Promise<Rooms> {
  const [rooms] = await database.read<Rooms>(act.reach, ROOMS, [communityId, buildingId ?? null])
  if (!rooms) throw new ProblemError('NOT_FOUND')
  return rooms
}
