import type { Page, SpaceTenure } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { SpaceRow } from '../http/vehicles.dto.ts'

const LAST = `chr(1114111)`
const MOST_HITS = 500

const withVehicles = (spaces: string, more = '') => `
  SELECT s.id, s.zone, s.number, s.area_square_centimetres / 10000.0::float8 AS "areaSquareMetres", s.tenure, s.unit_id AS "unitId",
    u.label AS "unitLabel", s.valid_from::text AS "validFrom", s.valid_until::text AS "validUntil", s.note, s.version,
    coalesce((SELECT json_agg(json_build_object('id', v.id, 'plate', v.plate) ORDER BY v.plate) FROM vehicles v
      WHERE v.community_id = $1 AND v.space_id = s.id AND (v.valid_until IS NULL OR v.valid_until >= $7::date)), '[]') AS vehicles
  FROM ${spaces} LEFT JOIN units u ON u.community_id = $1 AND u.id = s.unit_id
  WHERE s.community_id = $1 AND s.withdrawn_at IS NULL AND ($2::text IS NULL OR s.tenure = $2)
    AND (NOT $3::boolean OR s.valid_until < $7::date) AND ($4::text IS NULL OR (s.zone, s.number, s.id) > ($4, $5, $6::uuid))
    ${more}
  ORDER BY s.zone, s.number, s.id LIMIT $8`

/** By the beginning of a number, with or without its zone: one range of one index each. */
const FOUND = `(
    (SELECT id AS hit FROM parking_spaces WHERE community_id = $1 AND number_key ~>=~ space_key($9) AND number_key ~<~ (space_key($9) || ${LAST})
     ORDER BY number_key USING ~<~ LIMIT ${MOST_HITS})
    UNION
    (SELECT id FROM parking_spaces WHERE community_id = $1 AND whole_key ~>=~ space_key($9) AND whole_key ~<~ (space_key($9) || ${LAST})
     ORDER BY whole_key USING ~<~ LIMIT ${MOST_HITS})
  ) found JOIN parking_spaces s ON s.community_id = $1 AND s.id = found.hit`

const ALL_SPACES = { name: 'list-spaces', text: withVehicles('parking_spaces s') }
const SPACES_OF_UNIT = { name: 'spaces-of-unit', text: withVehicles('parking_spaces s', 'AND s.unit_id = $9') }
const SPACES_FOUND = { name: 'find-spaces', text: withVehicles(FOUND) }

export interface SpaceWish {
  query?: string | undefined
  tenure?: SpaceTenure | undefined
  unitId?: string | undefined
  lapsed?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

/** The spaces in use, as they are numbered. */
export async function listSpaces(database: Database, act: Act, communityId: string, wish: SpaceWish): Promise<Page<SpaceRow>> {
  const after = readCursor(wish.cursor, 3) ?? [null, null, null]
  const values = [communityId, wish.tenure ?? null, wish.lapsed ?? false, ...after, todayIn(act), wish.limit + 1]
  const rows = await database.read<SpaceRow>(act.reach, ...statementFor(wish, values))
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.zone, row.number, row.id],
    (row) => row,
  )
}

function statementFor({ query, unitId }: SpaceWish, values: unknown[]): [typeof ALL_SPACES, unknown[]] {
  if (unitId) return [SPACES_OF_UNIT, [...values, unitId]]
  return query ? [SPACES_FOUND, [...values, query]] : [ALL_SPACES, values]
}
