import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { BuildingRow, UnitCell } from '../http/structure.dto.ts'

const BUILDINGS = {
  name: 'list-buildings',
  text: `
    SELECT b.id, b.name, b.plan_x AS "planX", b.plan_y AS "planY", b.version, coalesce(sum(e.units), 0)::int AS units,
      json_build_object('vacant', coalesce(sum(e.vacant), 0), 'occupied', coalesce(sum(e.occupied), 0), 'let', coalesce(sum(e.let), 0),
        'renovating', coalesce(sum(e.renovating), 0)) AS states,
      coalesce(json_agg(json_build_object('name', e.entrance, 'units', e.units) ORDER BY e.entrance)
        FILTER (WHERE e.entrance IS NOT NULL), '[]') AS entrances
    FROM buildings b LEFT JOIN (
      SELECT building_id, coalesce(entrance, '') AS entrance, count(*) AS units, count(*) FILTER (WHERE state = 'vacant') AS vacant,
        count(*) FILTER (WHERE state = 'occupied') AS occupied, count(*) FILTER (WHERE state = 'let') AS let,
        count(*) FILTER (WHERE state = 'renovating') AS renovating
      FROM units WHERE community_id = $1 GROUP BY 1, 2
    ) e ON e.building_id = b.id
    WHERE b.community_id = $1 GROUP BY b.community_id, b.id ORDER BY b.ordinal, b.id`,
}

/** The buildings as they stand, with their entrances and how many units are in which state. */
export function listBuildings(database: Database, act: Act, communityId: string): Promise<BuildingRow[]> {
  return database.read<BuildingRow>(act.reach, BUILDINGS, [communityId])
}

/** More than any building has. */
const MOST_UNITS = 5000

const UNITS = {
  name: 'units-of-building',
  text: `
    SELECT b.id AS building_id, u.id, coalesce(u.entrance, '') AS entrance, u.floor, u.number, u.label, u.use, u.state,
      u.area_square_centimetres / 10000.0::float8 AS "areaSquareMetres", u.delivered_on::text AS "deliveredOn", u.version,
      (SELECT count(*)::int FROM residencies h WHERE h.community_id = $1 AND h.unit_id = u.id AND h.valid_from <= $3::date
         AND (h.valid_until IS NULL OR h.valid_until >= $3::date)) AS residents
    FROM buildings b LEFT JOIN LATERAL (
      SELECT * FROM units u WHERE u.community_id = $1 AND u.building_id = b.id
      ORDER BY coalesce(u.entrance, ''), u.floor, u.number, u.id LIMIT ${MOST_UNITS}
    ) u ON true
    WHERE b.community_id = $1 AND b.id = $2`,
}

/** Every unit of a building where it stands: entrance, floor, number. */
export async function unitsOfBuilding(
  database: Database,
  act: Act,
  communityId: string,
  buildingId: string,
): Promise<UnitCell[]> {
  const rows = await database.read<UnitCell & { building_id: string }>(act.reach, UNITS, [communityId, buildingId, todayIn(act)])
  if (rows.length === 0) throw new ProblemError('NOT_FOUND')
  // A building without units gives one row that is no unit.
  return rows.filter(({ id }) => id !== null).map(({ building_id: _, ...unit }) => unit)
}
