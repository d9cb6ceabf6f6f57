import type { ImportCounts } from '../rules/counts.ts'
import type { Ask } from './ask.ts'

/**
 * Lays beside each staged row what the archive holds: which rows would be made, which differ. A dry run counts the plan, an
 * import writes it; so the one tells what the other does.
 */
export async function plan(ask: Ask, communityId: string, today: string): Promise<ImportCounts> {
  await ask(TABLES)
  for (const text of [BUILDINGS, UNITS, RESIDENTS]) await ask(text, [communityId])
  for (const text of [RESIDENCIES, SPACES, VEHICLES]) await ask(text, [communityId, today])
  const [counts] = await ask<ImportCounts>(COUNTS)
  return counts!
}

const TABLES = `
  CREATE TEMPORARY TABLE planned_buildings (id uuid, is_new boolean, name text) ON COMMIT DROP;
  CREATE TEMPORARY TABLE planned_units (id uuid, is_new boolean, differs boolean, version int, before jsonb, building text, entrance text,
    floor int, number text, label text, use text, state text, area bigint, delivered_on date) ON COMMIT DROP;
  CREATE TEMPORARY TABLE planned_residents (id uuid, is_new boolean, name text, phone text) ON COMMIT DROP;
  CREATE TEMPORARY TABLE planned_residencies (id uuid, is_new boolean, differs boolean, version int, before jsonb, unit_id uuid,
    resident_id uuid, role text, valid_from date, valid_until date, share numeric) ON COMMIT DROP;
  CREATE TEMPORARY TABLE planned_spaces (id uuid, is_new boolean, number text, unit_id uuid, tenure text, valid_from date) ON COMMIT DROP;
  CREATE TEMPORARY TABLE planned_vehicles (id uuid, is_new boolean, plate text, unit_id uuid, resident_id uuid, valid_from date)
    ON COMMIT DROP`

const BUILDINGS = `
  INSERT INTO planned_buildings
  SELECT coalesce(b.id, uuidv7()), b.id IS NULL, s.building
  FROM (SELECT DISTINCT building FROM staged) s LEFT JOIN buildings b ON b.community_id = $1 AND b.name = s.building`

/** A day of delivery left open says nothing about the day on file. */
const UNITS = `
  INSERT INTO planned_units
  SELECT coalesce(u.id, uuidv7()), u.id IS NULL,
    u.id IS NOT NULL AND (u.floor, u.use, u.state, u.area_square_centimetres, u.delivered_on)
      IS DISTINCT FROM (s.floor, s.use, s.state, s.area, coalesce(s.delivered_on, u.delivered_on)),
    u.version, CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('floor', u.floor, 'use', u.use, 'state', u.state,
      'area_square_centimetres', u.area_square_centimetres, 'delivered_on', u.delivered_on) END,
    s.building, s.entrance, s.floor, s.number, s.label, s.use, s.state, s.area, coalesce(s.delivered_on, u.delivered_on)
  FROM (SELECT DISTINCT ON (label) * FROM staged ORDER BY label, delivered_on, row_number) s
  LEFT JOIN units u ON u.community_id = $1 AND u.label = s.label
  ORDER BY s.row_number`

/** Somebody is the same person under the same name and number, in however many homes. */
const RESIDENTS = `
  INSERT INTO planned_residents
  SELECT coalesce(r.id, uuidv7()), r.id IS NULL, s.name, s.phone
  FROM (SELECT phone, name, min(row_number) AS row_number FROM staged WHERE name IS NOT NULL GROUP BY phone, name) s
  LEFT JOIN (
    SELECT DISTINCT ON (phone, name) id, phone, name FROM residents WHERE community_id = $1 AND erased_at IS NULL ORDER BY phone, name, id
  ) r ON r.phone = s.phone AND r.name = s.name
  ORDER BY s.row_number`

/** A term with the very day it begins is meant, else the latest one. A day left open says nothing about the day on file. */
const RESIDENCIES = `
  INSERT INTO planned_residencies
  SELECT coalesce(h.id, uuidv7()), h.id IS NULL,
    h.id IS NOT NULL AND (h.valid_from, h.valid_until, h.share_percent) IS DISTINCT FROM (s.valid_from, s.valid_until, s.share),
    h.version, CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('valid_from', h.valid_from, 'valid_until', h.valid_until,
      'share_percent', h.share_percent) END,
    s.unit_id, s.resident_id, s.role, s.valid_from, s.valid_until, s.share
  FROM (
    SELECT DISTINCT ON (s.row_number) s.row_number, u.id AS unit_id, r.id AS resident_id, s.role, h.id AS residency_id,
      coalesce(s.valid_from, h.valid_from, least($2::date, s.valid_until)) AS valid_from,
      coalesce(s.valid_until, h.valid_until) AS valid_until, coalesce(s.share, h.share_percent) AS share
    FROM staged s
    JOIN planned_units u ON u.label = s.label
    JOIN planned_residents r ON r.phone = s.phone AND r.name = s.name
    LEFT JOIN residencies h ON h.community_id = $1 AND h.unit_id = u.id AND h.resident_id = r.id AND h.role = s.role
    ORDER BY s.row_number, (h.valid_from = s.valid_from) DESC NULLS LAST, h.valid_from DESC
  ) s LEFT JOIN residencies h ON h.community_id = $1 AND h.id = s.residency_id
  ORDER BY s.row_number`

const SPACES = `
  INSERT INTO planned_spaces
  SELECT DISTINCT ON (space) coalesce(p.id, uuidv7()), p.id IS NULL, space, u.id,
    CASE WHEN s.role = 'tenant' THEN 'let' ELSE 'owned' END, coalesce(s.valid_from, $2::date)
  FROM staged s CROSS JOIN unnest(s.spaces) AS given (space)
  JOIN planned_units u ON u.label = s.label
  LEFT JOIN parking_spaces p ON p.community_id = $1 AND p.number = given.space AND p.withdrawn_at IS NULL
  ORDER BY space, s.row_number`

const VEHICLES = `
  INSERT INTO planned_vehicles
  SELECT DISTINCT ON (given.plate) coalesce(v.id, uuidv7()), v.id IS NULL, given.plate, u.id, r.id, coalesce(s.valid_from, $2::date)
  FROM staged s CROSS JOIN unnest(s.plates) AS given (plate)
  JOIN planned_units u ON u.label = s.label
  LEFT JOIN planned_residents r ON r.phone = s.phone AND r.name = s.name
  LEFT JOIN vehicles v ON v.community_id = $1 AND v.plate = given.plate AND v.valid_until IS NULL
  ORDER BY given.plate, s.row_number`

const COUNTS = `
  SELECT (SELECT count(*)::int FROM planned_buildings WHERE is_new) AS "buildingsAdded",
    (SELECT count(*)::int FROM planned_spaces WHERE is_new) AS "spacesAdded",
    (SELECT count(*)::int FROM planned_vehicles WHERE is_new) AS "vehiclesAdded",
    u.*, r.*, h.*
  FROM (SELECT count(*) FILTER (WHERE is_new)::int AS "unitsAdded", count(*) FILTER (WHERE differs)::int AS "unitsChanged",
      count(*) FILTER (WHERE NOT is_new AND NOT differs)::int AS "unitsUnchanged" FROM planned_units) u,
    (SELECT count(*) FILTER (WHERE is_new)::int AS "residentsAdded",
      count(*) FILTER (WHERE NOT is_new)::int AS "residentsUnchanged" FROM planned_residents) r,
    (SELECT count(*) FILTER (WHERE is_new)::int AS "residenciesAdded", count(*) FILTER (WHERE differs)::int AS "residenciesChanged",
      count(*) FILTER (WHERE NOT is_new AND NOT differs)::int AS "residenciesUnchanged" FROM planned_residencies) h`
