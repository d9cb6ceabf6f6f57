import { ProblemError } from './problem.ts'

/** Where the next page begins: the sort values of the last row shown. */
export function cursorOf(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** @throws ProblemError VALIDATION_FAILED for a cursor we did not make. */
export function readCursor(cursor: string | undefined, length: number): unknown[] | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length) return values
  } catch {
    // not ours either
  }
  throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'cursor', message: '翻页位置已失效，请从第一页看起。' }])
}

/** Cuts the row too many off, which only said that there is a next page. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  sortValues: (row: Row) => readonly unknown[],
  view: (row: Row) => View,
): { items: View[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? cursorOf(sortValues(last)) : null }
}
