import type { Labels } from '@yinuo/contracts'
import { isDay } from '../../../platform/http/values.ts'
import type { Cell } from './cell.ts'
import type { ColumnsOfSheet } from './columns.ts'
import type { CellsOf } from './read-table.ts'

/** What is wrong with a row, and in which of its cells. */
export interface FaultIn<Name extends string> {
  row: number
  column: Name | null
  content: string
  reason: string
}

/** The cells of a row, and what is wrong with them. */
export class RowReading<Name extends string> {
  readonly faults: FaultIn<Name>[] = []
  readonly #row: number
  readonly #cells: CellsOf<Name>
  readonly #columns: ColumnsOfSheet<Name>

  constructor(row: number, cells: CellsOf<Name>, columns: ColumnsOfSheet<Name>) {
    this.#row = row
    this.#cells = cells
    this.#columns = columns
    for (const [column, cell] of Object.entries(cells) as [Name, Cell][]) if ('fault' in cell) this.fault(column, cell.fault)
  }

  /** The text of a cell; null where it is empty, or was refused already. */
  text(column: Name): string | null {
    const cell = this.#cells[column]
    return 'text' in cell && cell.text !== '' ? cell.text : null
  }

  needed(column: Name, because = '必须填写'): string | null {
    const cell = this.#cells[column]
    if ('text' in cell && cell.text === '') this.fault(column, because)
    return this.text(column)
  }

  short(column: Name, text: string | null, max: number): string | null {
    if (text !== null && [...text].length > max) this.fault(column, `太长，不超过 ${max} 个字`)
    return text
  }

  word<Code extends string>(column: Name, labels: Labels<Code>, text: string | null): Code | null {
    if (text === null) return null
    const found = (Object.entries(labels) as [Code, string][]).find(([, label]) => label === text)
    if (!found) this.fault(column, `“${text}”不能识别，只能填写：${Object.values(labels).join('、')}`)
    return found?.[0] ?? null
  }

  number(column: Name, text: string | null, accepts: (value: number) => boolean, reason: string): number | null {
    if (text === null) return null
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
    if (!accepts(value)) this.fault(column, reason)
    return value
  }

  day(column: Name): string | null {
    const text = this.text(column)
    if (text === null) return null
    const day = plainDay(text)
    if (!isDay(day)) this.fault(column, '不是有效的日期，请写成 2026-03-01')
    return day
  }

  /** Several things in one cell. */
  several(column: Name): string[] {
    const parts = (this.text(column) ?? '').split(/[、,;/]/).map((part) => part.trim())
    return [...new Set(parts.filter((part) => part !== ''))]
  }

  fault(column: Name, reason: string): void {
    const cell = this.#cells[column]
    this.faults.push({
      row: this.#row,
      column,
      content: 'text' in cell ? cell.text : '',
      reason: `${this.#columns[column].title}${reason}`,
    })
  }
}

/** A day as people write it, or as a spreadsheet counts it when the cell has lost its format: days since the end of 1899. */
function plainDay(text: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?( 00?:00(:00)?)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (parts) return `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
  if (!/^[1-9]\d{4}$/.test(text)) return text
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10)
}
