export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Of a workbook that is saved, not shown. */
export const attachment = (name: string) => ({
  'content-type': XLSX,
  'content-disposition': `attachment; filename="${name}"`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})
