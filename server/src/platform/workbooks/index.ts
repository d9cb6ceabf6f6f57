export { inertText } from './inert-text.ts'
export { writeWorkbook, type Cell, type Column, type Sheet, type Written } from './write-workbook.ts'
