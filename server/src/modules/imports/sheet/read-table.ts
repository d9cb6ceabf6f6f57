import type ExcelJS from 'exceljs'
import { readCell, type Cell } from './cell.ts'
import { orderOf, type ColumnsOfSheet } from './columns.ts'
import { findTable, type Table } from './find-table.ts'
import { kindOfRow } from './kind-of-row.ts'
import { openWorkbook, UnreadableSheet } from './workbook-file.ts'

const TELL_EVERY = 500

export type TellProgress = (done: number, total: number) => void

export type CellsOf<Name extends string> = Readonly<Record<Name, Cell>>

/** What a workbook is read by, and how many rows of it are taken. */
export interface TableWish<Name extends string> {
  columns: ColumnsOfSheet<Name>
  most: number
}

/** Reads the rows of the sheet that has these columns. @throws UnreadableSheet when there is nothing to be read row by row. */
export async function readTable<Name extends string, Read>(
  path: string,
  { columns, most }: TableWish<Name>,
  readRow: (row: number, cells: CellsOf<Name>) => Read,
  tell: TellProgress = () => undefined,
): Promise<{ read: Read[]; notes: string[] }> {
  const table = findTable(await openWorkbook(path, { cellsOnly: true }), columns)
  const { sheet, heading, places } = table
  const read: Read[] = []
  const notes = [...table.notes]
  sheet.eachRow((row, number) => {
    const kind = number > heading ? kindOfRow(row, places) : 'blank'
    if (kind === 'blank') return
    if (kind === 'sum') return void notes.push(`第 ${number} 行是合计，没有导入`)
    read.push(readRow(number, cellsOf(row, columns, places)))
    if (read.length > most) throw new UnreadableSheet(`行数太多，一次最多导入 ${most} 行，请分成几个文件。`)
    if (read.length % TELL_EVERY === 0) tell(read.length, Math.max(read.length, sheet.actualRowCount - heading))
  })
  if (read.length === 0) throw new UnreadableSheet(`工作表里没有数据，请从第 ${heading + 1} 行开始填写。`)
  return { read, notes }
}

function cellsOf<Name extends string>(
  row: ExcelJS.Row,
  columns: ColumnsOfSheet<Name>,
  places: Table<Name>['places'],
): CellsOf<Name> {
  const cells = orderOf(columns).map((column): [Name, Cell] => {
    const place = places.get(column)
    return [column, place === undefined ? { text: '' } : readCell(valueOf(row.getCell(place)))]
  })
  return Object.fromEntries(cells) as unknown as CellsOf<Name>
}

/** 50% is kept as a half, and only its format says that it is a percentage. */
function valueOf(cell: ExcelJS.Cell): unknown {
  const { value } = cell
  return typeof value === 'number' && cell.numFmt?.includes('%') ? Math.round(value * 1e6) / 1e4 : value
}
