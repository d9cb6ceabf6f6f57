import type { Page, ResidencyRole, UnitRow, UnitState, UnitUse } from '@yinuo/contracts'
import type { Act, Database, Statement } from '../../../platform/database/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { readHouseholdQuery } from '../rules/household-query.ts'
import { LIST_EMPTY_UNITS, LIST_UNITS, SEARCH_EMPTY_UNITS, SEARCH_UNITS } from './households.sql.ts'
import { todayIn } from './today.ts'

export interface HouseholdWish {
  query?: string | undefined
  buildingId?: string | undefined
  use?: UnitUse | undefined
  state?: UnitState | undefined
  role?: ResidencyRole | undefined
  withoutResidents?: boolean | undefined
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
  plates: string[]
  open_repairs: number
}

/** Units of a community with who lives there, as they stand or as they were searched for. */
export async function listHouseholds(
  database: Database,
  act: Act,
  communityId: string,
  wish: HouseholdWish,
  phone = maskPhone,
): Promise<Page<UnitRow>> {
  const after = readCursor(wish.cursor, 6) ?? new Array<null>(6).fill(null)
  const narrowed = [wish.use ?? null, wish.state ?? null, wish.role ?? null]
  const values = [communityId, wish.buildingId ?? null, ...after, todayIn(act), wish.limit + 1, ...narrowed]
  const rows = await database.read<Row>(act.reach, ...statementFor(wish, values))
  return pageOf(rows, wish.limit, sortValues, (row) => view(row, phone))
}

function statementFor({ query, withoutResidents }: HouseholdWish, values: unknown[]): [Statement, unknown[]] {
  if (!query) return [withoutResidents ? LIST_EMPTY_UNITS : LIST_UNITS, values]
  const { room, phone, name, phoneEnd, plate, space } = readHouseholdQuery(query)
  return [withoutResidents ? SEARCH_EMPTY_UNITS : SEARCH_UNITS, [...values, room, phone, name, phoneEnd, plate, space]]
}

function sortValues(row: Row): unknown[] {
  return [row.ordinal, row.building_id, row.entrance, row.floor, row.number, row.id]
}

function view(row: Row, shown: (phone: string) => string): UnitRow {
  return {
    id: row.id,
    label: row.label,
    buildingName: row.building_name,
    use: row.use,
    state: row.state,
    areaSquareMetres: row.area,
    residents: row.residents.map(({ phone, ...resident }) => ({ ...resident, phoneMasked: shown(phone) })),
    plates: row.plates,
    openRepairs: row.open_repairs,
  }
}
