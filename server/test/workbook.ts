import ExcelJS from 'exceljs'
import type request from 'supertest'
import { columnOrder, columns, type Column } from '../src/modules/imports/index.ts'

export type Line = Partial<Record<Column, unknown>>

/** A home with its owner, as a row of the template says it. */
export const home = (room: number, changed: Line = {}): Line => ({
  building: '1号楼',
  entrance: '1单元',
  floor: 1,
  number: String(room),
  use: '住宅',
  area: 90,
  state: '自住',
  name: `住户${room}`,
  phone: `1390000${String(room).padStart(4, '0')}`,
  role: '业主',
  from: '2024-05-01',
  ...changed,
})

export const titlesOf = (order: readonly Column[] = columnOrder) => order.map((column) => columns[column].title)

export const valuesOf = (line: Line, order: readonly Column[] = columnOrder) => order.map((column) => line[column] ?? null)

/** A workbook with these rows below the headings of the template. */
export async function workbookOf(lines: readonly Line[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('房屋与住户').addRows([titlesOf(), ...lines.map((line) => valuesOf(line))])
  return bytesOf(workbook)
}

export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export async function opened(content: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(content.buffer as ArrayBuffer)
  return workbook
}

/** A download as it is, for `parse` of the test client. */
export function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.on('end', () => done(null, Buffer.concat(parts)))
}
