import { open, stat } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { PropertyType } from '@yinuo/contracts'
import { readCell, type Cell } from './cell.ts'
import { faultsBetween } from './check-sheet.ts'
import { columnOrder, columns, type Column } from './columns.ts'
import { readHouseholdRow, type Cells, type Fault, type HouseholdRow } from './household-row.ts'

const MOST_BYTES = 30 * 1024 * 1024
const MOST_UNPACKED_BYTES = 400 * 1024 * 1024
const MOST_ROWS = 100_000

/** A file that is not a sheet of households at all; the message is for people. */
export class UnreadableSheet extends Error {}

export interface Sheet {
  good: HouseholdRow[]
  faults: Fault[]
  rows: number
}

/** Reads a workbook's first sheet. @throws UnreadableSheet when there is nothing to be read row by row. */
export async function readSheet(path: string, propertyType: PropertyType): Promise<Sheet> {
  await refuseBomb(path)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path).catch(() => {
    throw new UnreadableSheet('文件不是 Excel 工作簿（.xlsx），或已损坏。请用模板重新填写。')
  })
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new UnreadableSheet('工作簿里没有工作表。')
  const places = placesOf(sheet)
  const good: HouseholdRow[] = []
  const faults: Fault[] = []
  let rows = 0
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const cells = cellsOf(row, places)
    if (Object.values(cells).every((cell) => 'text' in cell && cell.text === '')) return
    if (++rows > MOST_ROWS) throw new UnreadableSheet(`行数太多，一次最多导入 ${MOST_ROWS} 行，请分成几个文件。`)
    const read = readHouseholdRow(number, cells, propertyType)
    if ('faults' in read) faults.push(...read.faults)
    else good.push(read.household)
  })
  if (rows === 0) throw new UnreadableSheet('工作表里没有数据，请从第 2 行开始填写。')
  const between = faultsBetween(good)
  const refused = new Set(between.map(({ row }) => row))
  return {
    good: good.filter(({ row }) => !refused.has(row)),
    faults: [...faults, ...between].sort((a, b) => a.row - b.row),
    rows,
  }
}

/** Where each column stands: by its title in the first row, in any order. */
function placesOf(sheet: ExcelJS.Worksheet): Map<Column, number> {
  const places = new Map<Column, number>()
  sheet.getRow(1).eachCell((cell, place) => {
    const title = readCell(cell.value)
    if (!('text' in title)) return
    const column = columnOrder.find((each) => plain(columns[each].title) === plain(title.text))
    if (column && !places.has(column)) places.set(column, place)
  })
  const missing = columnOrder.filter((column) => !places.has(column)).map((column) => columns[column].title)
  if (missing.length > 0) throw new UnreadableSheet(`第 1 行缺少列：${missing.join('、')}。请使用模板（--template）。`)
  return places
}

const plain = (title: string) =>
  title
    .normalize('NFKC')
    .replace(/[\s()²㎡m*]|平方米/g, '')
    .replace(/2$/, '')

function cellsOf(row: ExcelJS.Row, places: Map<Column, number>): Cells {
  const cells = columnOrder.map((column): [Column, Cell] => [column, readCell(row.getCell(places.get(column)!).value)])
  return Object.fromEntries(cells) as unknown as Cells
}

/** A workbook is a ZIP. What it says it unpacks to is added up before anything is unpacked. */
async function refuseBomb(path: string): Promise<void> {
  const { size } = await stat(path)
  if (size > MOST_BYTES) throw new UnreadableSheet(`文件太大（${Math.round(size / 1024 / 1024)} MB），不超过 30 MB。`)
  const file = await open(path)
  try {
    const content = await file.readFile()
    const unpacked = unpackedBytes(content)
    if (unpacked === null) throw new UnreadableSheet('文件不是 Excel 工作簿（.xlsx），或已损坏。请用模板重新填写。')
    if (unpacked > MOST_UNPACKED_BYTES) throw new UnreadableSheet('文件解压后异常庞大，已拒绝。')
  } finally {
    await file.close()
  }
}

/** The sum over the ZIP's central directory; null when it is no ZIP. */
function unpackedBytes(zip: Buffer): number | null {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return null
  let at = zip.readUInt32LE(end + 16)
  let sum = 0
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null
    sum += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return sum
}
