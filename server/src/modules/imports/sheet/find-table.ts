import type ExcelJS from 'exceljs'
import { readCell } from './cell.ts'
import { columnHeaded, columnOrder, columns, isNeeded, ownColumns, type Column } from './columns.ts'
import { UnreadableSheet } from './workbook-file.ts'

/** How far down the heading may stand, below titles and notes. */
const HEADING_WITHIN = 30

/** Where the households stand in a workbook. */
export interface Table {
  sheet: ExcelJS.Worksheet
  /** The row of the headings. */
  heading: number
  places: ReadonlyMap<Column, number>
  /** What was passed over, in words for people. */
  notes: string[]
}

interface Headings {
  row: number
  places: Map<Column, number>
  strangers: string[]
}

/** Finds the sheet and the row in which our columns are headed. @throws UnreadableSheet when no sheet has them */
export function findTable(workbook: ExcelJS.Workbook): Table {
  const shown = workbook.worksheets.filter((sheet) => sheet.state === 'visible')
  const hidden = workbook.worksheets.filter((sheet) => sheet.state !== 'visible')
  if (shown.length === 0) throw new UnreadableSheet('工作簿里没有可见的工作表。')
  const found = shown.map((sheet) => ({ sheet, headings: headingsOf(sheet) }))
  const whole = found.filter(({ headings }) => missingIn(headings).length === 0)
  const [first, ...more] = whole
  if (!first) throw new UnreadableSheet(whatIsMissing(found))
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
function headingsOf(sheet: ExcelJS.Worksheet): Headings {
  let best: Headings = { row: 1, places: new Map(), strangers: [] }
  for (let row = 1; row <= Math.min(HEADING_WITHIN, sheet.rowCount); row++) {
    const headings = headingsIn(sheet.getRow(row), row)
    if (headings.places.size > best.places.size) best = headings
  }
  return best
}

function headingsIn(cells: ExcelJS.Row, row: number): Headings {
  const places = new Map<Column, number>()
  const strangers: string[] = []
  cells.eachCell((cell, place) => {
    const heading = readCell(cell.value)
    if (!('text' in heading) || heading.text === '' || isOurs(heading.text)) return
    const column = columnHeaded(heading.text)
    if (column && !places.has(column)) places.set(column, place)
    else if (!strangers.includes(heading.text)) strangers.push(heading.text)
  })
  return { row, places, strangers }
}

const isOurs = (heading: string) => (Object.values(ownColumns) as string[]).includes(heading)

const missingIn = ({ places }: Headings) => columnOrder.filter((column) => isNeeded(column) && !places.has(column))

function whatIsMissing(found: { sheet: ExcelJS.Worksheet; headings: Headings }[]): string {
  const nearest = found.reduce((best, each) => (each.headings.places.size > best.headings.places.size ? each : best))
  const titles = missingIn(nearest.headings).map((column) => columns[column].title)
  return `工作表“${nearest.sheet.name}”缺少列：${titles.join('、')}。请使用模板，或补上这些列的表头。`
}
