import type pg from 'pg'
import { newId } from '../platform/clock/index.ts'
import type { HouseholdRow } from './household-row.ts'
import type { Target } from './target-community.ts'

/** What an import changed; all of it zero when the same sheet is imported again. */
export interface ImportCounts {
  buildings: number
  unitsAdded: number
  unitsChanged: number
  residents: number
  residenciesAdded: number
  residenciesChanged: number
}

/**
 * Brings rows in, set by set: what is there already stays, what differs is changed, what is missing is added; nobody
 * is removed. The caller's transaction makes it all or nothing.
 */
export async function importHouseholds(
  client: pg.ClientBase,
  target: Target,
  rows: readonly HouseholdRow[],
  { now, today, source }: { now: Date; today: string; source: string },
): Promise<ImportCounts> {
  await client.query('SELECT 1 FROM communities WHERE id = $1 FOR UPDATE', [target.id])
  await stage(client, rows, now)
  const run = async (sql: string, ...values: unknown[]) =>
    (await client.query<{ count: number }>(sql, [target.id, ...values])).rows[0]!.count
  const counts: ImportCounts = {
    buildings: await run(ADD_BUILDINGS),
    unitsChanged: await run(CHANGE_UNITS),
    unitsAdded: await run(ADD_UNITS),
    residents: await run(ADD_RESIDENTS),
    residenciesChanged: await run(CHANGE_RESIDENCIES),
    residenciesAdded: await run(ADD_RESIDENCIES, today),
  }
  if (Object.values(counts).some((count) => count > 0)) await audit(client, target, counts, { now, source })
  return counts
}

/** Every row with ids it would get if it were new. */
async function stage(client: pg.ClientBase, rows: readonly HouseholdRow[], now: Date): Promise<void> {
  await client.query(`
    CREATE TEMPORARY TABLE staged (building text, entrance text, floor int, number text, label text, use text, state text, area bigint,
      name text, phone text, role text, valid_from date, valid_until date,
      building_id uuid, unit_id uuid, resident_id uuid, residency_id uuid) ON COMMIT DROP`)
  const units = rows.map(({ unit }) => unit)
  const residents = rows.map(({ resident }) => resident)
  const ids = () => rows.map(() => newId(now))
  await client.query(
    `INSERT INTO staged SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
       $9::text[], $10::text[], $11::text[], $12::date[], $13::date[], $14::uuid[], $15::uuid[], $16::uuid[], $17::uuid[])`,
    [
      units.map(({ building }) => building),
      units.map(({ entrance }) => entrance),
      units.map(({ floor }) => floor),
      units.map(({ number }) => number),
      units.map(({ label }) => label),
      units.map(({ use }) => use),
      units.map(({ state }) => state),
      units.map(({ areaSquareCentimetres }) => areaSquareCentimetres),
      residents.map((resident) => resident?.name ?? null),
      residents.map((resident) => resident?.phone ?? null),
      residents.map((resident) => resident?.role ?? null),
      residents.map((resident) => resident?.validFrom ?? null),
      residents.map((resident) => resident?.validUntil ?? null),
      ids(),
      ids(),
      ids(),
      ids(),
    ],
  )
  // The statistics know nothing of rows as new as these, and one row joined at a time takes minutes instead of a second.
  await client.query('SET LOCAL enable_nestloop = off')
}

/** Buildings stand in the order of the numbers in their names, behind those already there. */
const ADD_BUILDINGS = `
  WITH added AS (
    INSERT INTO buildings (community_id, id, name, ordinal)
    SELECT $1, building_id, building, coalesce((SELECT max(ordinal) FROM buildings WHERE community_id = $1), 0)
      + row_number() OVER (ORDER BY substring(building FROM '[0-9]+')::numeric NULLS LAST, building)
    FROM (SELECT DISTINCT ON (building) building, building_id FROM staged ORDER BY building, building_id) s
    WHERE NOT EXISTS (SELECT 1 FROM buildings b WHERE b.community_id = $1 AND b.name = s.building)
    RETURNING 1
  ) SELECT count(*)::int AS count FROM added`

const UNITS = `SELECT DISTINCT ON (label) * FROM staged ORDER BY label, unit_id`

const CHANGE_UNITS = `
  WITH changed AS (
    UPDATE units u SET floor = s.floor, use = s.use, state = s.state, area_square_centimetres = s.area, version = u.version + 1
    FROM (${UNITS}) s
    WHERE u.community_id = $1 AND u.label = s.label
      AND (u.floor, u.use, u.state, u.area_square_centimetres) IS DISTINCT FROM (s.floor, s.use, s.state, s.area)
    RETURNING 1
  ) SELECT count(*)::int AS count FROM changed`

const ADD_UNITS = `
  WITH added AS (
    INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
    SELECT $1, s.unit_id, b.id, s.entrance, s.floor, s.number, s.label, s.use, s.state, s.area
    FROM (${UNITS}) s JOIN buildings b ON b.community_id = $1 AND b.name = s.building
    WHERE NOT EXISTS (SELECT 1 FROM units u WHERE u.community_id = $1 AND u.label = s.label)
    RETURNING 1
  ) SELECT count(*)::int AS count FROM added`

/** Somebody is the same person under the same name and number, in however many homes. */
const ADD_RESIDENTS = `
  WITH added AS (
    INSERT INTO residents (community_id, id, name, phone)
    SELECT $1, resident_id, name, phone
    FROM (SELECT DISTINCT ON (phone, name) * FROM staged WHERE name IS NOT NULL ORDER BY phone, name, resident_id) s
    WHERE NOT EXISTS (SELECT 1 FROM residents r WHERE r.community_id = $1 AND r.phone = s.phone AND r.name = s.name)
    RETURNING 1
  ) SELECT count(*)::int AS count FROM added`

const HOMES = `
  SELECT s.*, u.id AS in_unit, r.id AS by_resident
  FROM staged s
  JOIN units u ON u.community_id = $1 AND u.label = s.label
  JOIN (SELECT DISTINCT ON (phone, name) id, phone, name FROM residents WHERE community_id = $1 ORDER BY phone, name, id) r
    ON r.phone = s.phone AND r.name = s.name`

/** A day left open in the sheet says nothing about the day on file. */
const CHANGE_RESIDENCIES = `
  WITH latest AS (
    SELECT DISTINCT ON (unit_id, resident_id, role) id, unit_id, resident_id, role FROM residencies WHERE community_id = $1
    ORDER BY unit_id, resident_id, role, valid_from DESC
  ), changed AS (
    UPDATE residencies h SET valid_from = coalesce(s.valid_from, h.valid_from), valid_until = coalesce(s.valid_until, h.valid_until)
    FROM (${HOMES}) s JOIN latest l ON l.unit_id = s.in_unit AND l.resident_id = s.by_resident AND l.role = s.role
    WHERE h.community_id = $1 AND h.id = l.id
      AND (h.valid_from, h.valid_until) IS DISTINCT FROM (coalesce(s.valid_from, h.valid_from), coalesce(s.valid_until, h.valid_until))
    RETURNING 1
  ) SELECT count(*)::int AS count FROM changed`

const ADD_RESIDENCIES = `
  WITH added AS (
    INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from, valid_until)
    SELECT $1, s.residency_id, s.in_unit, s.by_resident, s.role, coalesce(s.valid_from, least($2::date, s.valid_until)), s.valid_until
    FROM (${HOMES}) s
    WHERE NOT EXISTS (SELECT 1 FROM residencies h WHERE h.community_id = $1 AND h.unit_id = s.in_unit AND h.resident_id = s.by_resident
      AND h.role = s.role)
    RETURNING 1
  ) SELECT count(*)::int AS count FROM added`

async function audit(
  client: pg.ClientBase,
  target: Target,
  counts: ImportCounts,
  { now, source }: { now: Date; source: string },
): Promise<void> {
  const id = newId(now)
  await client.query(
    `INSERT INTO audit_entries (company_id, id, community_id, at, actor_kind, actor_name, action, subject_kind, subject_id, after, trace_id)
     VALUES ($1, $2, $3, $4, 'system', '导入', 'archive.import', 'community', $3, $5, $6)`,
    [target.companyId, id, target.id, now, JSON.stringify({ ...counts, source }), `import-${id}`],
  )
}
