import ExcelJS from 'exceljs'

/**
 * A list of homes as an office really keeps it: a title above the headings, columns in its own order and one of its own,
 * the building written once for many rows, telephone numbers with spaces, full-width digits, a sum at the end, and a
 * second sheet with something else. Two of its rows are wrong.
 */
export async function messyWorkbook(building: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('封面').addRow(['内部资料，请勿外传'])
  const sheet = workbook.addWorksheet('2026年台账')
  sheet.addRow([`${building}业主信息登记表`])
  sheet.mergeCells('A1:K1')
  sheet.addRow(['制表：客服部', null, null, '更新：2026年10月'])
  sheet.addRow(['楼号', '单元号', '层', '室号', '业主姓名', '联系电话', '身份', '建筑面积', '房屋用途', '状态', '物业备注'])
  const rows: unknown[][] = [
    ['1', 1, '１０１', '赵一', '138 0000 9101', '业主', '８９.５', '住宅', '自住', '常年在家'],
    ['1', 1, 102, '钱二', 13800009102, '业主', 89.5, '住宅', '自住', ''],
    ['1', 2, 201, '孙三', '138-0000-9201', '业主', 120.25, '住宅', '出租', '租客电话见附表'],
    ['1', 2, 202, '李四', '1380000', '业主', 89.5, '住宅', '自住', '号码不全'],
    ['1', 3, 301, '周五', '13800009301', '业主', '约90', '住宅', '自住', ''],
    ['1', 3, 302, null, null, null, 89.5, '住宅', '空置', '开发商未售'],
  ]
  for (const row of rows) sheet.addRow([null, ...row])
  sheet.getCell('A4').value = building
  sheet.mergeCells(4, 1, 3 + rows.length, 1)
  sheet.addRow(['合计', null, null, `${rows.length} 户`])
  sheet.addRow([])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
