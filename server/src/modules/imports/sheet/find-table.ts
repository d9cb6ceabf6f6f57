import type ExcelJS from 'exceljs'
import { readCell } from './cell.ts'
import { columnHeaded, orderOf, ownColumns, type ColumnsOfSheet } from './columns.ts'
import { UnreadableSheet } from './workbook-file.ts'

/** How far down the heading may stand, below titles and notes. */
const HEADING_WITHIN = 30

/** Where the rows stand in a workbook. */
export interface Table<Name extends string = string> {
  sheet: ExcelJS.Worksheet
  /** The row of the headings. */
  heading: number
  places: ReadonlyMap<Name, number>
  /** What was passed over, in words for people. */
  notes: string[]
}

interface Headings<Name> {
  row: number
  places: Map<Name, number>
  strangers: string[]
}

/** Finds the sheet and the row in which our columns are headed. @throws UnreadableSheet when no sheet has them */
export function findTable<Name extends string>(workbook: ExcelJS.Workbook, columns: ColumnsOfSheet<Name>): Table<Name> {
  const shown = workbook.worksheets.filter((sheet) => sheet.state === 'visible')
  const hidden = workbook.worksheets.filter((sheet) => sheet.state !== 'visible')
  if (shown.length === 0) throw new UnreadableSheet('工作簿里没有可见的工作表。')
  const found = shown.map((sheet) => ({ sheet, headings: headingsOf(sheet, columns) }))
  const whole = found.filter(({ headings }) => missingIn(headings, columns).length === 0)
  const [first, ...more] = whole
  if (!first) throw new UnreadableSheet(whatIsMissing(found, columns))
  return {
    sheet: first.sheet,
    heading: first.headings.row,
    places: first.headings.places,
    notes: [
      ...(workbook.worksheets.length > 1 ? [`读取的工作表：${first.sheet.name}`] : []),
      ...(more.length > 0 ? [`没有读取的工作表（每次只导入一张）：${more.map(({ sheet }) => sheet.name).join('、')}`] : []),
      ...(hidden.length > 0 ? [`隐藏的工作表没有读取：${hidden.map(({ name }) => name).join('、')}`] : []),
      ...(first.headings.row > 1 ? [`表头在第 ${first.headings.row} 行，上面的内容没有读取`] : []),
      ...(first.headings.strangers.length > 0 ? [`不认识的列没有导入：${first.headings.strangers.join('、')}`] : []),
    ],
  }
}

/** The row that names most of our columns. */
function headingsOf<Name extends string>(sheet: ExcelJS.Worksheet, columns: ColumnsOfSheet<Name>): Headings<Name> {
  let best: Headings<Name> = { row: 1, places: new Map(), strangers: [] }
  for (let row = 1; row <= Math.min(HEADING_WITHIN, sheet.rowCount); row++) {
    const headings = headingsIn(sheet.getRow(row), row, columns)
    if (headings.places.size > best.places.size) best = headings
  }
  return best
}

function headingsIn<Name extends string>(cells: ExcelJS.Row, row: number, columns: ColumnsOfSheet<Name>): Headings<Name> {
  const places = new Map<Name, number>()
  const strangers: string[] = []
  cells.eachCell((cell, place) => {
    const heading = readCell(cell.value)
    if (!('text' in heading) || heading.text === '' || isOurs(heading.text)) return
    const column = columnHeaded(columns, heading.text)
    if (column && !places.has(column)) places.set(column, place)
    else if (!strangers.includes(heading.text)) strangers.push(heading.text)
  })
  return { row, places, strangers }
}

const isOurs = (heading: string) => (Object.values(ownColumns) as string[]).includes(heading)

const missingIn = <Name extends string>({ places }: Headings<Name>, columns: ColumnsOfSheet<Name>) =>
  orderOf(columns).filter((column) => !columns[column].optional && !places.has(column))

function whatIsMissing<Name extends string>(
  found: { sheet: ExcelJS.Worksheet; headings: Headings<Name> }[],
  columns: ColumnsOfSheet<Name>,
): string {
  const nearest = found.reduce((best, each) => (each.headings.places.size > best.headings.places.size ? each : best))
  const titles = missingIn(nearest.headings, columns).map((column) => columns[column].title)
  return `工作表“${nearest.sheet.name}”缺少列：${titles.join('、')}。请使用模板，或补上这些列的表头。`
}
