/** Sorted as the houses stand: building, entrance, floor, room. A page begins behind ($3 … $8). */
const AFTER = `($3::int IS NULL OR (b.ordinal, b.id, coalesce(u.entrance, ''), u.floor, u.number, u.id) > ($3, $4::uuid, $5, $6::int, $7, $8::uuid))`
const ORDER = `ordinal, building_id, coalesce(entrance, ''), floor, number, id`
const UNIT = `u.community_id, u.id, u.label, u.entrance, u.floor, u.number, u.use, u.state, u.area_square_centimetres, b.id AS building_id,
  b.ordinal, b.name AS building_name`

const withHouseholds = (units: string) => `
  WITH page AS (${units})
  SELECT id, label, building_name, building_id, ordinal, coalesce(entrance, '') AS entrance, floor, number, use, state,
    area_square_centimetres / 10000.0::float8 AS area,
    coalesce((
      SELECT json_agg(json_build_object('id', r.id, 'name', r.name, 'phone', r.phone, 'role', h.role) ORDER BY h.role = 'owner' DESC, r.name)
      FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
      WHERE h.community_id = page.community_id AND h.unit_id = page.id AND h.valid_from <= $9::date
        AND (h.valid_until IS NULL OR h.valid_until >= $9::date)), '[]') AS residents,
    (SELECT count(*)::int FROM cases c
     WHERE c.community_id = page.community_id AND c.place_id = page.id AND c.place_kind = 'unit' AND c.open) AS open_repairs
  FROM page ORDER BY ${ORDER}`

/** Every building gives no more than a page, through its index; so the first page of 200,000 units costs what it shows. */
export const LIST_UNITS = {
  name: 'list-units',
  text: withHouseholds(`
    SELECT u.* FROM buildings b CROSS JOIN LATERAL (
      SELECT ${UNIT} FROM units u
      WHERE u.community_id = $1 AND u.building_id = b.id AND ${AFTER}
      ORDER BY coalesce(u.entrance, ''), u.floor, u.number, u.id LIMIT $10
    ) u
    WHERE b.community_id = $1 AND ($2::uuid IS NULL OR b.id = $2) AND ($3::int IS NULL OR b.ordinal >= $3)
    ORDER BY ${ORDER} LIMIT $10`),
}

const LAST = `chr(1114111)`
/** More hits than anyone reads; whoever gets them types one more character. */
const MOST_HITS = 500

/** Rooms by their beginning or their end, residents by telephone number or name: one range of one index each. */
export const SEARCH_UNITS = {
  name: 'search-units',
  text: withHouseholds(`
    SELECT ${UNIT} FROM (
      (SELECT id FROM units WHERE community_id = $1 AND room_key($11) <> '' AND room_key ~>=~ room_key($11)
         AND room_key ~<~ (room_key($11) || ${LAST}) ORDER BY room_key USING ~<~ LIMIT ${MOST_HITS})
      UNION
      (SELECT id FROM units WHERE community_id = $1 AND room_key($11) <> '' AND room_key_reversed ~>=~ (reverse(room_key($11)) || '-')
         AND room_key_reversed ~<~ (reverse(room_key($11)) || '-' || ${LAST}) ORDER BY room_key_reversed USING ~<~ LIMIT ${MOST_HITS})
      UNION
      (SELECT h.unit_id FROM (
         (SELECT id FROM residents WHERE community_id = $1 AND phone ~>=~ $12 AND phone ~<~ ($12 || ${LAST})
          ORDER BY phone USING ~<~ LIMIT ${MOST_HITS})
         UNION
         (SELECT id FROM residents WHERE community_id = $1 AND name ~>=~ $13 AND name ~<~ ($13 || ${LAST})
          ORDER BY name USING ~<~ LIMIT ${MOST_HITS})) r
       JOIN residencies h ON h.community_id = $1 AND h.resident_id = r.id
       WHERE h.valid_from <= $9::date AND (h.valid_until IS NULL OR h.valid_until >= $9::date))
    ) hit
    JOIN units u ON u.community_id = $1 AND u.id = hit.id
    JOIN buildings b ON b.community_id = $1 AND b.id = u.building_id
    WHERE ($2::uuid IS NULL OR b.id = $2) AND ${AFTER}
    ORDER BY b.ordinal, b.id, coalesce(u.entrance, ''), u.floor, u.number, u.id LIMIT $10`),
}
