import type { Ask } from './ask.ts'

/**
 * Writes what was planned and keeps, for each row, what is needed to take it back. Set by set; the transaction makes it all or
 * nothing. What is changed comes first: it is found by statistics that know nothing of the rows that are added.
 */
export async function writePlan(ask: Ask, communityId: string, batchId: string): Promise<void> {
  for (const text of [
    CHANGE_UNITS,
    CHANGE_RESIDENCIES,
    ADD_BUILDINGS,
    ADD_UNITS,
    ADD_RESIDENTS,
    ADD_RESIDENCIES,
    ADD_SPACES,
    ADD_VEHICLES,
  ])
    await ask(text, [communityId, batchId])
}

const keepMade = (table: string) => `, kept AS (
    INSERT INTO import_changes (community_id, batch_id, table_name, row_id, version)
    SELECT $1, $2::uuid, '${table}', id, 1 FROM made
  ) SELECT count(*) FROM made`

const keepChanged = (table: string, plan: string) => `, kept AS (
    INSERT INTO import_changes (community_id, batch_id, table_name, row_id, before, version)
    SELECT $1, $2::uuid, '${table}', c.id, p.before, c.version FROM changed c JOIN ${plan} p ON p.id = c.id
  ) SELECT count(*) FROM changed`

/** Buildings stand in the order of the numbers in their names, behind those already there. */
const ADD_BUILDINGS = `
  WITH made AS (
    INSERT INTO buildings (community_id, id, name, ordinal)
    SELECT $1, id, name, coalesce((SELECT max(ordinal) FROM buildings WHERE community_id = $1), 0)
      + row_number() OVER (ORDER BY substring(name FROM '[0-9]+')::numeric NULLS LAST, name)
    FROM planned_buildings WHERE is_new RETURNING id
  )${keepMade('buildings')}`

const ADD_UNITS = `
  WITH made AS (
    INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres, delivered_on)
    SELECT $1, u.id, b.id, u.entrance, u.floor, u.number, u.label, u.use, u.state, u.area, u.delivered_on
    FROM planned_units u JOIN planned_buildings b ON b.name = u.building WHERE u.is_new RETURNING id
  )${keepMade('units')}`

const CHANGE_UNITS = `
  WITH changed AS (
    UPDATE units u SET floor = p.floor, use = p.use, state = p.state, area_square_centimetres = p.area, delivered_on = p.delivered_on,
      version = u.version + 1
    FROM planned_units p WHERE p.differs AND u.community_id = $1 AND u.id = p.id AND u.version = p.version
    RETURNING u.id, u.version
  )${keepChanged('units', 'planned_units')}`

const ADD_RESIDENTS = `
  WITH made AS (
    INSERT INTO residents (community_id, id, name, phone)
    SELECT $1, id, name, phone FROM planned_residents WHERE is_new RETURNING id
  )${keepMade('residents')}`

const ADD_RESIDENCIES = `
  WITH made AS (
    INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from, valid_until, share_percent)
    SELECT $1, id, unit_id, resident_id, role, valid_from, valid_until, share FROM planned_residencies WHERE is_new RETURNING id
  )${keepMade('residencies')}`

const CHANGE_RESIDENCIES = `
  WITH changed AS (
    UPDATE residencies h SET valid_from = p.valid_from, valid_until = p.valid_until, share_percent = p.share, version = h.version + 1
    FROM planned_residencies p WHERE p.differs AND h.community_id = $1 AND h.id = p.id AND h.version = p.version
    RETURNING h.id, h.version
  )${keepChanged('residencies', 'planned_residencies')}`

const ADD_SPACES = `
  WITH made AS (
    INSERT INTO parking_spaces (community_id, id, number, tenure, unit_id, valid_from)
    SELECT $1, id, number, tenure, unit_id, valid_from FROM planned_spaces WHERE is_new RETURNING id
  )${keepMade('parking_spaces')}`

const ADD_VEHICLES = `
  WITH made AS (
    INSERT INTO vehicles (community_id, id, unit_id, resident_id, kind, plate, valid_from)
    SELECT $1, id, unit_id, resident_id, 'car', plate, valid_from FROM planned_vehicles WHERE is_new RETURNING id
  )${keepMade('vehicles')}`
