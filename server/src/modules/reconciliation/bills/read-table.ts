import { parse } from 'csv-parse/sync'
import { fenOfYuan, milOfYuan } from './yuan.ts'

/** A bill that does not say what bills say. Its message is for people. */
export class BillUnreadable extends Error {}

/** One row, read by the names of its columns: they stand in another order in each type of bill. */
export class BillRow {
  readonly #names: ReadonlyMap<string, number>
  readonly #cells: readonly string[]

  constructor(names: ReadonlyMap<string, number>, cells: readonly string[]) {
    this.#names = names
    this.#cells = cells
  }

  text(name: string): string {
    const at = this.#names.get(name)
    if (at === undefined) throw new BillUnreadable(`账单缺少“${name}”一列`)
    return this.#cells[at]!
  }

  fen(name: string): number {
    return this.#amount(name, fenOfYuan)
  }

  mil(name: string): number {
    return this.#amount(name, milOfYuan)
  }

  count(name: string): number {
    const text = this.text(name)
    if (!/^\d{1,9}$/.test(text)) throw new BillUnreadable(`“${name}”一列的“${text}”不是数目`)
    return Number(text)
  }

  /** A time of Beijing, as `2026-11-20 23:59:01`. */
  instant(name: string): Date {
    const text = this.text(name)
    const at = new Date(`${text.replace(' ', 'T')}+08:00`)
    if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) || Number.isNaN(at.getTime()))
      throw new BillUnreadable(`“${name}”一列的“${text}”不是时间`)
    return at
  }

  #amount(name: string, read: (text: string) => number | null): number {
    const text = this.text(name)
    const amount = read(text)
    if (amount === null) throw new BillUnreadable(`“${name}”一列的“${text}”不是金额`)
    return amount
  }
}

export interface BillTable {
  details: BillRow[]
  summary: BillRow
}

/**
 * The two blocks of a bill of WeChat Pay: names, details, names, one row of sums. Each value begins with a backquote, which is what tells
 * values from names; cells part at a comma before a backquote, so that a comma in the name of a product parts none.
 */
export function readTable(text: string): BillTable {
  const rows = rowsOf(text)
  const [header, ...rest] = rows
  const end = rest.findIndex(([first]) => !first?.startsWith('`'))
  if (!header || header[0]?.startsWith('`') || end === -1 || rest.length !== end + 2)
    throw new BillUnreadable('账单的格式无法识别')
  const names = namesOf(header)
  return {
    details: rest.slice(0, end).map((cells) => rowOf(names, cells)),
    summary: rowOf(namesOf(rest[end]!), rest[end + 1]!),
  }
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: ',`',
      quote: false,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch {
    throw new BillUnreadable('账单的格式无法识别')
  }
}

const namesOf = (cells: readonly string[]): ReadonlyMap<string, number> =>
  new Map((cells.length === 1 ? cells[0]!.split(',') : []).map((name, at) => [name.trim(), at]))

function rowOf(names: ReadonlyMap<string, number>, [first = '', ...others]: readonly string[]): BillRow {
  if (!first.startsWith('`') || others.length + 1 !== names.size) throw new BillUnreadable('账单有一行与表头的列数不一致')
  return new BillRow(
    names,
    [first.slice(1), ...others].map((cell) => cell.trim()),
  )
}
