import type { Page } from '@yinuo/contracts'
import { ProblemError } from '../../../platform/http/index.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Rows newest first, by their ids, which are ordered by time; one row more than asked for says that there are more. */
export function pageOfRows<Row extends { id: string }>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? Buffer.from(JSON.stringify([last.id])).toString('base64url') : null }
}

/** The id after which the page begins; null for the first page. */
export function idBefore(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  try {
    const [id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown]
    if (typeof id === 'string' && uuid.test(id)) return id
  } catch {
    // Not a cursor of ours, like any other wrong one.
  }
  throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'cursor', message: '翻页位置不正确，请回到第一页。' }])
}
