import ExcelJS from 'exceljs'
import { columns, orderOf, type ColumnsOfSheet } from './columns.ts'

/** As far down as the drop-down lists reach. */
const LAST_ROW = 5000

const rules = [
  '从第 2 行开始填写，先删去示例行；一行写一套房屋，或一套房屋里的一个人。',
  '一户有几个人就写几行，房屋的各列照样重复（或把单元格合并）。',
  '可以调整列的顺序、增加自己的列；不认识的列不会导入。',
  '同一个文件可以反复导入：没有变化的不动，有变化的更新，没有的增加，从不删除。',
  '手机号请保持文本格式，不要写成 1.38E+10。',
]

export const template = (): ExcelJS.Workbook => templateOf('房屋与住户', columns, rules)

/** An empty sheet to fill in, with an example, what may be chosen from, and how to fill it in. */
export function templateOf<Name extends string>(
  name: string,
  columns: ColumnsOfSheet<Name>,
  rules: readonly string[],
): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = orderOf(columns).map((column) => ({ header: columns[column].title, key: column, width: 14 }))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7F1EE' } }
  sheet.addRow(Object.fromEntries(orderOf(columns).map((column) => [column, columns[column].example])))
  // As text: a spreadsheet would round a telephone number and lose the zero of a landline.
  for (const column of orderOf(columns)) sheet.getColumn(column).numFmt = '@'
  offerChoices(sheet, columns)
  explain(workbook.addWorksheet('填写说明'), columns, rules)
  return workbook
}

function offerChoices<Name extends string>(sheet: ExcelJS.Worksheet, columns: ColumnsOfSheet<Name>): void {
  const validations = (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } })
    .dataValidations
  for (const [index, column] of orderOf(columns).entries()) {
    const { choices } = columns[column]
    if (!choices) continue
    const letter = sheet.getColumn(index + 1).letter
    validations.add(`${letter}2:${letter}${LAST_ROW}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
      showErrorMessage: true,
      errorTitle: columns[column].title,
      error: `只能填写：${choices.join('、')}`,
    })
  }
}

function explain<Name extends string>(help: ExcelJS.Worksheet, columns: ColumnsOfSheet<Name>, rules: readonly string[]): void {
  help.columns = [{ width: 12 }, { width: 8 }, { width: 70 }]
  help.addRow(['列', '必填', '怎么填']).font = { bold: true }
  for (const column of orderOf(columns))
    help.addRow([columns[column].title, columns[column].optional ? '可没有' : '有此列', columns[column].hint])
  help.addRow([])
  for (const rule of rules) help.addRow(['', '', rule])
}
