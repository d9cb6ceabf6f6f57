import { plainPlate, type Page, type VehicleKind } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { VehicleRow } from '../http/vehicles.dto.ts'

const LAST = `chr(1114111)`
const MOST_HITS = 500

const VEHICLE = `
  SELECT v.id, v.plate, v.kind, v.description, v.unit_id AS "unitId", u.label AS "unitLabel", v.resident_id AS "residentId",
    r.name AS "residentName", v.space_id AS "spaceId", s.zone || s.number AS "spaceLabel", v.valid_from::text AS "validFrom",
    v.valid_until::text AS "validUntil", v.version`
const WITH = `
  JOIN units u ON u.community_id = $1 AND u.id = v.unit_id
  LEFT JOIN residents r ON r.community_id = $1 AND r.id = v.resident_id
  LEFT JOIN parking_spaces s ON s.community_id = $1 AND s.id = v.space_id
  WHERE v.community_id = $1 AND ($2::text IS NULL OR v.kind = $2)
    AND ($3::boolean OR v.valid_until IS NULL OR v.valid_until >= $6::date)
    AND ($4::text IS NULL OR (v.plate ~>=~ $4 AND (v.plate ~>~ $4 OR v.id > $5::uuid)))`
const ORDER = `ORDER BY v.plate USING ~<~, v.id LIMIT $7`

const beginning = (column: string) =>
  `(SELECT id FROM vehicles WHERE community_id = $1 AND ${column} ~>=~ $8 AND ${column} ~<~ ($8 || ${LAST}) ORDER BY ${column} USING ~<~ LIMIT ${MOST_HITS})`

const ALL_VEHICLES = { name: 'list-vehicles', text: `${VEHICLE} FROM vehicles v ${WITH} ${ORDER}` }
const VEHICLES_OF_UNIT = { name: 'vehicles-of-unit', text: `${VEHICLE} FROM vehicles v ${WITH} AND v.unit_id = $8 ${ORDER}` }
/** By the beginning of the plate, with its province, without it, or of its own part alone: one range of one index each. */
const VEHICLES_FOUND = {
  name: 'find-vehicles',
  text: `${VEHICLE} FROM (${['plate', 'plate_tail', 'plate_serial'].map(beginning).join(' UNION ')}) hit
    JOIN vehicles v ON v.community_id = $1 AND v.id = hit.id ${WITH} ${ORDER}`,
}

export interface VehicleWish {
  query?: string | undefined
  kind?: VehicleKind | undefined
  unitId?: string | undefined
  past?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

/** The vehicles that are here, by plate. */
export async function listVehicles(
  database: Database,
  act: Act,
  communityId: string,
  wish: VehicleWish,
): Promise<Page<VehicleRow>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const values = [communityId, wish.kind ?? null, wish.past ?? false, ...after, todayIn(act), wish.limit + 1]
  const rows = await database.read<VehicleRow>(act.reach, ...statementFor(wish, values))
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.plate, row.id],
    (row) => row,
  )
}

function statementFor({ query, unitId }: VehicleWish, values: unknown[]): [typeof ALL_VEHICLES, unknown[]] {
  if (unitId) return [VEHICLES_OF_UNIT, [...values, unitId]]
  const plate = plainPlate(query ?? '')
  return plate ? [VEHICLES_FOUND, [...values, plate]] : [ALL_VEHICLES, values]
}
