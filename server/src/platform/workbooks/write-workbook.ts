import { once } from 'node:events'
import type { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import { inertText } from './inert-text.ts'

export type Cell = string | number | null

/** One column of a sheet; instants and days are ISO texts and become dates of Shanghai. */
export interface Column<Row> {
  title: string
  width: number
  kind?: 'text' | 'number' | 'money' | 'instant' | 'day'
  cell(row: Row): Cell
}

export interface Sheet<Row> {
  name: string
  columns: readonly Column<Row>[]
  /** rows beyond these are left out, and a last line says so */
  most: number
}

export interface Written {
  rows: number
  /** whether everything was written: nobody left and nothing was too much */
  complete: boolean
}

const formats = { text: '@', number: 'General', money: '0.00', instant: 'yyyy-mm-dd hh:mm:ss', day: 'yyyy-mm-dd' }

/**
 * Writes a workbook as its pages come, never holding more than one of them, and stops asking when whoever reads has left.
 * @param beforeEnd done before the file becomes whole
 */
export async function writeWorkbook<Row>(
  output: PassThrough,
  { name, columns, most }: Sheet<Row>,
  pages: AsyncIterable<readonly Row[]>,
  beforeEnd: (written: Written) => Promise<void>,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useSharedStrings: false, useStyles: true })
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ title, width, kind = 'text' }) => ({
    header: title,
    width,
    style: { numFmt: formats[kind] },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(1).commit()
  const written: Written = { rows: 0, complete: false }
  let isTooMuch = false
  try {
    for await (const rows of pages) {
      const fitting = rows.slice(0, most - written.rows)
      for (const row of fitting) sheet.addRow(columns.map((column) => valueOf(column, row))).commit()
      written.rows += fitting.length
      isTooMuch = fitting.length < rows.length
      await drained(output)
      if (isTooMuch || output.destroyed) break
    }
    written.complete = !output.destroyed && !isTooMuch
  } finally {
    await beforeEnd(written)
  }
  if (output.destroyed) return
  if (isTooMuch) sheet.addRow([`只导出前 ${most} 行，请缩小范围后再导出其余部分。`]).commit()
  sheet.commit()
  await Promise.race([workbook.commit(), once(output, 'close')])
}

/** Waits for whoever reads slower than we write, and no longer than they are there. */
async function drained(output: PassThrough): Promise<void> {
  if (!output.writableNeedDrain || output.destroyed) return
  const left = new AbortController()
  const { signal } = left
  await Promise.race([once(output, 'drain', { signal }), once(output, 'close', { signal })]).catch(() => undefined)
  left.abort()
}

const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** A sheet knows no time zones: what it shows is the clock on the wall in Shanghai. */
function valueOf<Row>({ kind, cell }: Column<Row>, row: Row): string | number | Date | null {
  const value = cell(row)
  if (typeof value !== 'string') return value
  if (kind === 'instant') return new Date(Date.parse(value) + AHEAD_OF_UTC_MS)
  if (kind === 'day') return new Date(`${value}T00:00:00Z`)
  return inertText(value)
}
