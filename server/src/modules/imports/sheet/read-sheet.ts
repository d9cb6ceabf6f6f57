import { importLimits, type PropertyType } from '@yinuo/contracts'
import type ExcelJS from 'exceljs'
import { readCell, type Cell } from './cell.ts'
import { faultsBetween } from './check-sheet.ts'
import { columnOrder, type Column } from './columns.ts'
import { findTable, type Table } from './find-table.ts'
import { readHouseholdRow, type Cells, type Fault, type HouseholdRow } from './household-row.ts'
import { kindOfRow } from './kind-of-row.ts'
import { openWorkbook, UnreadableSheet } from './workbook-file.ts'

const TELL_EVERY = 500

export interface Sheet {
  good: HouseholdRow[]
  faults: Fault[]
  rows: number
  /** What was passed over, in words for people. */
  notes: string[]
}

export type TellProgress = (done: number, total: number) => void

/** Reads the households of a workbook. @throws UnreadableSheet when there is nothing to be read row by row. */
export async function readSheet(path: string, propertyType: PropertyType, tell: TellProgress = () => undefined): Promise<Sheet> {
  const table = findTable(await openWorkbook(path, { cellsOnly: true }))
  const { read, notes } = readRows(table, propertyType, tell)
  const good = read.flatMap((each) => ('household' in each ? [each.household] : []))
  const faults = read.flatMap((each) => ('faults' in each ? each.faults : []))
  if (read.length === 0) throw new UnreadableSheet(`工作表里没有数据，请从第 ${table.heading + 1} 行开始填写。`)
  const between = faultsBetween(good)
  const refused = new Set(between.map(({ row }) => row))
  return {
    good: good.filter(({ row }) => !refused.has(row)),
    faults: [...faults, ...between].sort((a, b) => a.row - b.row),
    rows: read.length,
    notes: [...table.notes, ...notes],
  }
}

function readRows({ sheet, heading, places }: Table, propertyType: PropertyType, tell: TellProgress) {
  const read: ReturnType<typeof readHouseholdRow>[] = []
  const notes: string[] = []
  sheet.eachRow((row, number) => {
    const kind = number > heading ? kindOfRow(row, places) : 'blank'
    if (kind === 'blank') return
    if (kind === 'sum') return void notes.push(`第 ${number} 行是合计，没有导入`)
    read.push(readHouseholdRow(number, cellsOf(row, places), propertyType))
    if (read.length > importLimits.rows)
      throw new UnreadableSheet(`行数太多，一次最多导入 ${importLimits.rows} 行，请分成几个文件。`)
    if (read.length % TELL_EVERY === 0) tell(read.length, Math.max(read.length, sheet.actualRowCount - heading))
  })
  return { read, notes }
}

function cellsOf(row: ExcelJS.Row, places: Table['places']): Cells {
  const cells = columnOrder.map((column): [Column, Cell] => {
    const place = places.get(column)
    return [column, place === undefined ? { text: '' } : readCell(valueOf(row.getCell(place)))]
  })
  return Object.fromEntries(cells) as unknown as Cells
}

/** 50% is kept as a half, and only its format says that it is a percentage. */
function valueOf(cell: ExcelJS.Cell): unknown {
  const { value } = cell
  return typeof value === 'number' && cell.numFmt?.includes('%') ? Math.round(value * 1e6) / 1e4 : value
}
