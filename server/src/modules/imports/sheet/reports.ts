import ExcelJS from 'exceljs'
import { columns, ownColumns } from './columns.ts'
import { findTable } from './find-table.ts'
import type { Fault } from './household-row.ts'
import { kindOfRow } from './kind-of-row.ts'
import { openWorkbook } from './workbook-file.ts'

/** What was wrong, by row and column; beside the file it is about. */
export async function writeReport(path: string, faults: readonly Fault[]): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('导入问题', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = [
    { header: '行号', width: 8 },
    { header: '列', width: 12 },
    { header: '内容', width: 30 },
    { header: '原因', width: 60 },
  ]
  sheet.getRow(1).font = { bold: true }
  for (const { row, column, content, reason } of faults)
    sheet.addRow([row, column ? columns[column].title : '整行', harmless(content), reason])
  await workbook.xlsx.writeFile(path)
}

/** What begins like a formula stays text wherever the report is opened or pasted. */
export function harmless(content: string): string {
  return /^[=+\-@\t\r]/.test(content) ? `'${content}` : content
}

const WRONG: ExcelJS.FillPattern = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBD5D2' } }

/** The workbook as it was given, with the outcome and the reason behind each row and the wrong cells marked. */
export async function markWorkbook({
  from,
  to,
  faults,
  word,
}: {
  from: string
  to: string
  faults: readonly Fault[]
  word: { good: string; wrong: string }
}): Promise<void> {
  const workbook = await openWorkbook(from, { cellsOnly: false })
  const { sheet, heading, places } = findTable(workbook, columns)
  const { outcome, reason } = placesOfOutcome(sheet, heading)
  const byRow = Map.groupBy(faults, ({ row }) => row)
  sheet.eachRow((row, number) => {
    if (number <= heading || kindOfRow(row, places) !== 'entry') return
    const wrong = byRow.get(number) ?? []
    row.getCell(outcome).value = wrong.length > 0 ? word.wrong : word.good
    row.getCell(reason).value = wrong.length > 0 ? wrong.map((fault) => fault.reason).join('；') : null
    const marked = wrong.flatMap(({ column }) => (column && places.has(column) ? [places.get(column)!] : []))
    // Cells of one look share it: each marked one gets a look of its own.
    for (const place of [...marked, ...(wrong.length > 0 ? [outcome] : [])])
      row.getCell(place).style = { ...row.getCell(place).style, fill: WRONG }
  })
  await workbook.xlsx.writeFile(to)
}

/** Behind the last column; where an earlier report put them, they are overwritten. */
function placesOfOutcome(sheet: ExcelJS.Worksheet, heading: number): { outcome: number; reason: number } {
  const headings = sheet.getRow(heading)
  const placeOf = (title: string) => {
    let place = 0
    headings.eachCell((cell, at) => void (cell.value === title && (place ||= at)))
    return place
  }
  const outcome = placeOf(ownColumns.outcome) || headings.cellCount + 1
  const reason = placeOf(ownColumns.reason) || outcome + 1
  headings.getCell(outcome).value = ownColumns.outcome
  headings.getCell(reason).value = ownColumns.reason
  sheet.getColumn(reason).width = 60
  return { outcome, reason }
}
