import type { Statement } from '../../../platform/database/index.ts'

/** Sorted as the houses stand: building, entrance, floor, room. A page begins behind ($3 … $8). */
const AFTER = `($3::int IS NULL OR (b.ordinal, b.id, coalesce(u.entrance, ''), u.floor, u.number, u.id) > ($3, $4::uuid, $5, $6::int, $7, $8::uuid))`
const ORDER = `ordinal, building_id, coalesce(entrance, ''), floor, number, id`
const UNIT = `u.community_id, u.id, u.label, u.entrance, u.floor, u.number, u.use, u.state, u.area_square_centimetres, b.id AS building_id,
  b.ordinal, b.name AS building_name`

const NOW = `valid_from <= $9::date AND (valid_until IS NULL OR valid_until >= $9::date)`
const DWELLING = `FROM residencies h WHERE h.community_id = $1 AND h.unit_id = u.id AND ${NOW}`
/** What hits are narrowed to: $11 use, $12 state, $13 a role somebody lives there in. */
const NARROWED = `($11::text IS NULL OR u.use = $11) AND ($12::text IS NULL OR u.state = $12)
    AND ($13::text IS NULL OR EXISTS (SELECT 1 ${DWELLING} AND h.role = $13))`
const EMPTY = `AND NOT EXISTS (SELECT 1 ${DWELLING})`
/** The same for all units: who lives anywhere is read once, where EXISTS would ask for each of 200,000 units. */
const LIVED_IN = `SELECT h.unit_id FROM residencies h WHERE h.community_id = $1 AND ${NOW}`
const ALL_NARROWED = `($11::text IS NULL OR u.use = $11) AND ($12::text IS NULL OR u.state = $12)
    AND ($13::text IS NULL OR u.id IN (${LIVED_IN} AND h.role = $13))`

const withHouseholds = (units: string) => `
  WITH page AS (${units})
  SELECT id, label, building_name, building_id, ordinal, coalesce(entrance, '') AS entrance, floor, number, use, state,
    area_square_centimetres / 10000.0::float8 AS area,
    coalesce((
      SELECT json_agg(json_build_object('id', r.id, 'name', r.name, 'phone', r.phone, 'role', h.role) ORDER BY h.role = 'owner' DESC, r.name)
      FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
      WHERE h.community_id = page.community_id AND h.unit_id = page.id AND h.valid_from <= $9::date
        AND (h.valid_until IS NULL OR h.valid_until >= $9::date)), '[]') AS residents,
    coalesce((SELECT json_agg(v.plate ORDER BY v.plate) FROM vehicles v WHERE v.community_id = page.community_id AND v.unit_id = page.id
      AND (v.valid_until IS NULL OR v.valid_until >= $9::date)), '[]') AS plates,
    (SELECT count(*)::int FROM cases c
     WHERE c.community_id = page.community_id AND c.place_id = page.id AND c.place_kind = 'unit' AND c.kind = 'repair' AND c.open) AS open_repairs
  FROM page ORDER BY ${ORDER}`

/** Every building gives no more than a page, through its index; so the first page of 200,000 units costs what it shows. */
export const LIST_UNITS = {
  name: 'list-units',
  text: withHouseholds(`
    SELECT u.* FROM buildings b CROSS JOIN LATERAL (
      SELECT ${UNIT} FROM units u
      WHERE u.community_id = $1 AND u.building_id = b.id AND ${AFTER} AND ${ALL_NARROWED}
      ORDER BY coalesce(u.entrance, ''), u.floor, u.number, u.id LIMIT $10
    ) u
    WHERE b.community_id = $1 AND ($2::uuid IS NULL OR b.id = $2) AND ($3::int IS NULL OR b.ordinal >= $3)
    ORDER BY ${ORDER} LIMIT $10`),
}

export const LIST_EMPTY_UNITS = {
  name: 'list-empty-units',
  text: withHouseholds(`
    SELECT ${UNIT} FROM units u JOIN buildings b ON b.community_id = $1 AND b.id = u.building_id
    WHERE u.community_id = $1 AND ($2::uuid IS NULL OR b.id = $2) AND ${AFTER} AND ${ALL_NARROWED}
      AND u.id NOT IN (${LIVED_IN})
    ORDER BY b.ordinal, b.id, coalesce(u.entrance, ''), u.floor, u.number, u.id LIMIT $10`),
}

const LAST = `chr(1114111)`
/** More hits than anyone reads; whoever gets them types one more character. */
const MOST_HITS = 500

/** The rows of a table whose column begins with a text: one range of one index. */
const beginning = (found: string, table: string, column: string, text: string) => `(
  SELECT ${found} FROM ${table} WHERE community_id = $1 AND ${column} ~>=~ ${text} AND ${column} ~<~ (${text} || ${LAST})
  ORDER BY ${column} USING ~<~ LIMIT ${MOST_HITS})`

/** Whatever the words can mean: $14 room, $15 telephone, $16 name, $17 last four, $18 plate, $19 space. */
const HIT = `(
      ${beginning('id', 'units', 'room_key', `nullif(room_key($14), '')`)}
      UNION ${beginning('id', 'units', 'room_key_reversed', `(reverse(nullif(room_key($14), '')) || '-')`)}
      UNION (SELECT h.unit_id FROM (
        ${beginning('id', 'residents', 'phone', '$15')}
        UNION ${beginning('id', 'residents', 'name', '$16')}
        UNION (SELECT id FROM residents WHERE community_id = $1 AND phone_end = $17 LIMIT ${MOST_HITS})) r
        JOIN residencies h ON h.community_id = $1 AND h.resident_id = r.id WHERE ${NOW})
      UNION (SELECT v.unit_id FROM (
        ${beginning('unit_id, valid_until', 'vehicles', 'plate', '$18')}
        UNION ${beginning('unit_id, valid_until', 'vehicles', 'plate_tail', '$18')}
        UNION ${beginning('unit_id, valid_until', 'vehicles', 'plate_serial', '$18')}) v
        WHERE v.valid_until IS NULL OR v.valid_until >= $9::date)
      UNION (SELECT s.unit_id FROM (
        ${beginning('unit_id, withdrawn_at', 'parking_spaces', 'number_key', `nullif(space_key($19), '')`)}
        UNION ${beginning('unit_id, withdrawn_at', 'parking_spaces', 'whole_key', `nullif(space_key($19), '')`)}) s
        WHERE s.withdrawn_at IS NULL AND s.unit_id IS NOT NULL)
    )`

/**
 * Planning its dozen ranges takes longer than reading them, and each is read along its index whatever was typed: so it is
 * planned once. LIMIT 1 holds the order: from hits to their units, by key, and not from all units to the hits.
 */
const search = (name: string, narrowed: string): Statement => ({
  name,
  isPlannedOnce: true,
  text: withHouseholds(`
    SELECT ${UNIT} FROM ${HIT} hit
    CROSS JOIN LATERAL (SELECT * FROM units u WHERE u.community_id = $1 AND u.id = hit.id LIMIT 1) u
    CROSS JOIN LATERAL (SELECT * FROM buildings b WHERE b.community_id = $1 AND b.id = u.building_id LIMIT 1) b
    WHERE ($2::uuid IS NULL OR b.id = $2) AND ${AFTER} AND ${narrowed}
    ORDER BY b.ordinal, b.id, coalesce(u.entrance, ''), u.floor, u.number, u.id LIMIT $10`),
})

/** Rooms by their beginning or their end, residents by telephone number or name, vehicles by plate, spaces by number. */
export const SEARCH_UNITS = search('search-units', NARROWED)
export const SEARCH_EMPTY_UNITS = search('search-empty-units', `${NARROWED} ${EMPTY}`)
