import type { Fault, HouseholdRow, ImportedUnit } from './household-row.ts'

const compared = [
  ['use', 'use', '用途'],
  ['state', 'state', '状态'],
  ['areaSquareCentimetres', 'area', '面积'],
  ['floor', 'floor', '楼层'],
] as const

/** What is wrong between rows: the same household twice, or one unit described in two ways. The first row is taken. */
export function faultsBetween(rows: readonly HouseholdRow[]): Fault[] {
  const faults: Fault[] = []
  const firstOfUnit = new Map<string, HouseholdRow>()
  const firstOfResident = new Map<string, HouseholdRow>()
  for (const row of rows) {
    const first = firstOfUnit.get(row.unit.label)
    if (first) faults.push(...differences(first, row))
    else firstOfUnit.set(row.unit.label, row)
    const key = JSON.stringify([row.unit.label, row.resident?.name, row.resident?.phone, row.resident?.role])
    const twin = firstOfResident.get(key)
    if (twin) faults.push({ row: row.row, column: null, content: row.unit.label, reason: `与第 ${twin.row} 行重复` })
    else firstOfResident.set(key, row)
  }
  return faults
}

function differences(first: HouseholdRow, row: HouseholdRow): Fault[] {
  return compared
    .filter(([fact]) => first.unit[fact] !== row.unit[fact])
    .map(([fact, column, word]) => ({
      row: row.row,
      column,
      content: shown(row.unit, fact),
      reason: `${word}与第 ${first.row} 行的同一房屋（${first.unit.label}）不一致`,
    }))
}

function shown(unit: ImportedUnit, fact: (typeof compared)[number][0]): string {
  return fact === 'areaSquareCentimetres' ? String(unit[fact] / 10_000) : String(unit[fact])
}
