import { importLimits, type PropertyType } from '@yinuo/contracts'
import { faultsBetween } from './check-sheet.ts'
import { columns } from './columns.ts'
import { readHouseholdRow, type Fault, type HouseholdRow } from './household-row.ts'
import { readTable, type TellProgress } from './read-table.ts'

export interface Sheet {
  good: HouseholdRow[]
  faults: Fault[]
  rows: number
  /** What was passed over, in words for people. */
  notes: string[]
}

/** Reads the households of a workbook. @throws UnreadableSheet when there is nothing to be read row by row. */
export async function readSheet(path: string, propertyType: PropertyType, tell?: TellProgress): Promise<Sheet> {
  const wish = { columns, most: importLimits.rows }
  const { read, notes } = await readTable(path, wish, (row, cells) => readHouseholdRow(row, cells, propertyType), tell)
  const good = read.flatMap((each) => ('household' in each ? [each.household] : []))
  const faults = read.flatMap((each) => ('faults' in each ? each.faults : []))
  const between = faultsBetween(good)
  const refused = new Set(between.map(({ row }) => row))
  return {
    good: good.filter(({ row }) => !refused.has(row)),
    faults: [...faults, ...between].sort((a, b) => a.row - b.row),
    rows: read.length,
    notes,
  }
}
