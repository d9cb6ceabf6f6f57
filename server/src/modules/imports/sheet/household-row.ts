import {
  faultOfPlate,
  plainPlate,
  residencyRoles,
  unitStates,
  unitUses,
  type PropertyType,
  type ResidencyRole,
  type UnitState,
  type UnitUse,
} from '@yinuo/contracts'
import { isPhoneNumber, plainPhoneNumber } from '../../../platform/http/values.ts'
import { columns, type Column } from './columns.ts'
import type { CellsOf } from './read-table.ts'
import { RowReading, type FaultIn } from './row-reading.ts'

export interface ImportedUnit {
  building: string
  entrance: string | null
  floor: number
  number: string
  label: string
  use: UnitUse
  state: UnitState
  areaSquareCentimetres: number
  deliveredOn: string | null
}

export interface ImportedResident {
  name: string
  phone: string
  role: ResidencyRole
  validFrom: string | null
  validUntil: string | null
  sharePercent: number | null
}

export interface HouseholdRow {
  row: number
  unit: ImportedUnit
  resident: ImportedResident | null
  plates: string[]
  spaces: string[]
}

export type Fault = FaultIn<Column>
export type Cells = CellsOf<Column>

/** Reads one row; every cell that is wrong is told, not only the first. */
export function readHouseholdRow(
  row: number,
  cells: Cells,
  propertyType: PropertyType,
): { household: HouseholdRow } | { faults: Fault[] } {
  const reading = new RowReading(row, cells, columns)
  const unit = readUnit(reading, propertyType)
  const resident = readResident(reading)
  const plates = readPlates(reading)
  const spaces = readSpaces(reading)
  if (reading.faults.length > 0 || !unit) return { faults: reading.faults }
  return { household: { row, unit, resident, plates, spaces } }
}

/** 6层 and 6F are 6; B1 and 负1层 are one below the ground. */
const plainFloor = (text: string | null) => text?.replace(/(层|楼|F)$/i, '').replace(/^(B|负)(?=\d)/i, '-') ?? null

const plainArea = (text: string | null) => text?.replace(/\s*(m2|m²|㎡|平方米|平米|平)$/i, '') ?? null

const isShare = (value: number) => value > 0 && value <= 100 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
const isFloor = (value: number) => Number.isInteger(value) && value >= -9 && value <= 200 && value !== 0
const isArea = (value: number) => value > 0 && value <= 100_000 && Math.abs(value * 1e4 - Math.round(value * 1e4)) < 1e-6

function readUnit(reading: RowReading<Column>, propertyType: PropertyType): ImportedUnit | null {
  const building = reading.short(
    'building',
    named(reading.needed('building'), propertyType === 'residential' ? '号楼' : '座'),
    20,
  )
  const entrance = reading.short('entrance', named(reading.text('entrance'), '单元'), 20)
  const floor = reading.number('floor', plainFloor(reading.needed('floor')), isFloor, '应为 -9 到 200 之间的整数，没有 0 层')
  const number = reading.short('number', reading.needed('number')?.replace(/(室|号)$/, '') ?? null, 20)
  const use = reading.word('use', unitUses, reading.needed('use'))
  const area = reading.number('area', plainArea(reading.needed('area')), isArea, '应为大于 0、不超过 100000 的数，最多四位小数')
  const state = reading.word('state', unitStates, reading.needed('state'))
  const deliveredOn = reading.day('delivered')
  if (building === null || floor === null || number === null || use === null || area === null || state === null) return null
  const label = `${building}${entrance ?? ''}${number}`
  return { building, entrance, floor, number, label, use, state, areaSquareCentimetres: Math.round(area * 10_000), deliveredOn }
}

/** A bare number means what it is called here: 3 is 3号楼. */
function named(text: string | null, word: string): string | null {
  return text !== null && /^\d+$/.test(text) ? text + word : text
}

function readResident(reading: RowReading<Column>): ImportedResident | null {
  const isSomebody = (['name', 'phone', 'role', 'from', 'until', 'share'] as const).some(
    (column) => reading.text(column) !== null,
  )
  if (!isSomebody) return null
  if (reading.text('state') === unitStates.vacant) reading.fault('state', '是“空置”，不能同时登记住户')
  const name = reading.short('name', reading.needed('name', '必须填写（该行填了住户资料）'), 40)
  const dialled = reading.needed('phone', '必须填写（该行填了住户资料）')
  const phone = dialled === null ? null : plainPhoneNumber(dialled)
  if (phone !== null && !isPhoneNumber(phone)) reading.fault('phone', '不是有效的号码，应为 11 位手机号或带区号的座机')
  const role = reading.word('role', residencyRoles, reading.needed('role', '必须填写（该行填了住户资料）'))
  const validFrom = reading.day('from')
  const validUntil = reading.day('until')
  if (role === 'tenant' && validUntil === null) reading.fault('until', '必须填写（租户要有租期最后一天）')
  if (validFrom && validUntil && validUntil < validFrom) reading.fault('until', '早于“起”')
  const sharePercent = reading.number('share', reading.text('share')?.replace(/%$/, '') ?? null, isShare, SHARE_WANTED)
  if (sharePercent !== null && role !== null && role !== 'owner') reading.fault('share', '只有业主才有，请删去')
  return name !== null && phone !== null && role !== null ? { name, phone, role, validFrom, validUntil, sharePercent } : null
}

const SHARE_WANTED = '应为大于 0、不超过 100 的数，最多两位小数'

function readPlates(reading: RowReading<Column>): string[] {
  const plates = reading.several('plates').map(plainPlate)
  const wrong = plates.find((plate) => faultOfPlate('car', plate) !== null)
  if (wrong !== undefined) reading.fault('plates', `“${wrong}”不正确，请照车牌填写，如 沪A12345；多辆用顿号隔开`)
  return plates
}

function readSpaces(reading: RowReading<Column>): string[] {
  const spaces = reading.several('spaces')
  for (const space of spaces) reading.short('spaces', space, 20)
  return spaces
}
