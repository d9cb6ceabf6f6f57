import type { Column } from './columns.ts'
import type { Fault, HouseholdRow, ImportedUnit } from './household-row.ts'

const compared = [
  ['use', 'use', '用途'],
  ['state', 'state', '状态'],
  ['areaSquareCentimetres', 'area', '面积'],
  ['floor', 'floor', '楼层'],
  ['deliveredOn', 'delivered', '交付日期'],
] as const

/** What is wrong between rows: the same household twice, one unit described in two ways, one car at two homes. The first row is taken. */
export function faultsBetween(rows: readonly HouseholdRow[]): Fault[] {
  const faults: Fault[] = []
  const units = new Map<string, HouseholdRow>()
  const residents = new Map<string, HouseholdRow>()
  const plates = new Map<string, HouseholdRow>()
  const spaces = new Map<string, HouseholdRow>()
  const shares = new Map<string, number>()
  for (const row of rows) {
    const { unit, resident } = row
    faults.push(...differences(firstOf(units, unit.label, row), row))
    const who = JSON.stringify([unit.label, resident?.name, resident?.phone, resident?.role])
    const twin = firstOf(residents, who, row)
    if (twin !== row) faults.push({ row: row.row, column: null, content: unit.label, reason: `与第 ${twin.row} 行重复` })
    faults.push(...atTwoHomes(row, 'plates', plates), ...atTwoHomes(row, 'spaces', spaces))
    const sum = (shares.get(unit.label) ?? 0) + (twin === row ? (resident?.sharePercent ?? 0) : 0)
    shares.set(unit.label, sum)
    if (sum > 100 && resident?.sharePercent)
      faults.push({
        row: row.row,
        column: 'share',
        content: String(resident.sharePercent),
        reason: `份额合计 ${sum}%，超过 100%`,
      })
  }
  return faults
}

function firstOf(seen: Map<string, HouseholdRow>, key: string, row: HouseholdRow): HouseholdRow {
  const first = seen.get(key)
  if (!first) seen.set(key, row)
  return first ?? row
}

function atTwoHomes(row: HouseholdRow, column: Extract<Column, 'plates' | 'spaces'>, seen: Map<string, HouseholdRow>): Fault[] {
  return row[column].flatMap((content) => {
    const first = firstOf(seen, content, row)
    if (first.unit.label === row.unit.label) return []
    return [{ row: row.row, column, content, reason: `“${content}”与第 ${first.row} 行（${first.unit.label}）重复` }]
  })
}

function differences(first: HouseholdRow, row: HouseholdRow): Fault[] {
  return compared
    .filter(([fact]) => first.unit[fact] !== row.unit[fact] && !isLeftOpen(first, row, fact))
    .map(([fact, column, word]) => ({
      row: row.row,
      column,
      content: shown(row.unit, fact),
      reason: `${word}与第 ${first.row} 行的同一房屋（${first.unit.label}）不一致`,
    }))
}

/** A cell left empty says nothing. */
const isLeftOpen = (first: HouseholdRow, row: HouseholdRow, fact: (typeof compared)[number][0]) =>
  first.unit[fact] === null || row.unit[fact] === null

function shown(unit: ImportedUnit, fact: (typeof compared)[number][0]): string {
  return fact === 'areaSquareCentimetres' ? String(unit[fact] / 10_000) : String(unit[fact])
}
