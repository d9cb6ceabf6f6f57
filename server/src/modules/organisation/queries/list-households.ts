import type { Page, ResidencyRole, UnitRow, UnitState, UnitUse } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { readHouseholdQuery } from '../rules/household-query.ts'
import { LIST_UNITS, SEARCH_UNITS } from './households.sql.ts'
import { todayIn } from './today.ts'

export interface HouseholdWish {
  query?: string | undefined
  buildingId?: string | undefined
  cursor?: string | undefined
  limit: number
}

interface Row {
  id: string
  label: string
  building_name: string
  building_id: string
  ordinal: number
  entrance: string
  floor: number
  number: string
  use: UnitUse
  state: UnitState
  area: number
  residents: { id: string; name: string; phone: string; role: ResidencyRole }[]
  open_repairs: number
}

/** Units of a community with who lives there, as they stand or as they were searched for. */
export async function listHouseholds(
  database: Database,
  act: Act,
  communityId: string,
  wish: HouseholdWish,
): Promise<Page<UnitRow>> {
  const after = readCursor(wish.cursor, 6) ?? new Array<null>(6).fill(null)
  const values = [communityId, wish.buildingId ?? null, ...after, todayIn(act), wish.limit + 1]
  const rows = wish.query
    ? await search(database, act, wish.query, values)
    : await database.read<Row>(act.reach, LIST_UNITS, values)
  return pageOf(rows, wish.limit, sortValues, view)
}

function search(database: Database, act: Act, typed: string, values: unknown[]): Promise<Row[]> {
  const { room, phone, name } = readHouseholdQuery(typed)
  return database.read<Row>(act.reach, SEARCH_UNITS, [...values, room, phone, name])
}

function sortValues(row: Row): unknown[] {
  return [row.ordinal, row.building_id, row.entrance, row.floor, row.number, row.id]
}

function view(row: Row): UnitRow {
  return {
    id: row.id,
    label: row.label,
    buildingName: row.building_name,
    use: row.use,
    state: row.state,
    areaSquareMetres: row.area,
    residents: row.residents.map(({ phone, ...resident }) => ({ ...resident, phoneMasked: maskPhone(phone) })),
    openRepairs: row.open_repairs,
  }
}
