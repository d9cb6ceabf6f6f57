import ExcelJS from 'exceljs'
import { columnOrder, columns } from './columns.ts'
import type { Fault } from './household-row.ts'

/** An empty sheet to fill in, with one example and what may stand in each column. */
export async function writeTemplate(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('房屋与住户', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columnOrder.map((column) => ({ header: columns[column].title, key: column, width: 14 }))
  sheet.getRow(1).font = { bold: true }
  sheet.addRow(Object.fromEntries(columnOrder.map((column) => [column, columns[column].example])))
  // As text: a spreadsheet would round a telephone number and lose the zero of a landline.
  for (const column of columnOrder) sheet.getColumn(column).numFmt = '@'
  const help = workbook.addWorksheet('填写说明')
  help.columns = [
    { header: '列', width: 12 },
    { header: '怎么填', width: 60 },
  ]
  help.getRow(1).font = { bold: true }
  for (const column of columnOrder) help.addRow([columns[column].title, columns[column].hint])
  await workbook.xlsx.writeFile(path)
}

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
