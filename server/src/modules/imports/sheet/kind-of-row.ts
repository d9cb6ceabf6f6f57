import type ExcelJS from 'exceljs'
import { readCell } from './cell.ts'
import type { Table } from './find-table.ts'

/** What a row below the headings is. */
export function kindOfRow(row: ExcelJS.Row, places: Table['places']): 'entry' | 'sum' | 'blank' {
  if (isBlank(row, places)) return 'blank'
  return isSum(row) ? 'sum' : 'entry'
}

/** A merged cell reads as its first one all over; only what was written into a row makes it one. */
function isBlank(row: ExcelJS.Row, places: Table['places']): boolean {
  return [...places.values()].every((place) => {
    const cell = row.getCell(place)
    if (cell.isMerged && cell.master !== cell) return true
    const said = readCell(cell.value)
    return 'text' in said && said.text === ''
  })
}

/** A sum under the list says so in the first of its cells that says anything. */
function isSum(row: ExcelJS.Row): boolean {
  let first = ''
  row.eachCell((cell) => {
    const said = readCell(cell.value)
    if (first === '' && 'text' in said) first = said.text
  })
  return /^(合计|总计|小计|共计|汇总|总数)/.test(first)
}
