import { ProblemError } from '../../../platform/http/index.ts'

/** The order of a list: by an instant of the case, then by its id. */
export interface PageOrder {
  key: string
  direction: 'ASC' | 'DESC'
}

export const MOST_PRESSING_FIRST: PageOrder = { key: `coalesce(c.due_at, 'infinity'::timestamptz)`, direction: 'ASC' }
export const NEWEST_FIRST: PageOrder = { key: 'c.reported_at', direction: 'DESC' }

/** What comes behind the row whose keys are at `$at` and the place after it. */
export function behind({ key, direction }: PageOrder, at: string): string {
  return `(${key}, c.id) ${direction === 'ASC' ? '>' : '<'} (${at}::timestamptz, ${next(at)}::uuid)`
}

/** What a row of the list is made of: a JSON object over `cases c` and what is joined to it. */
export interface PagedRow {
  row: string
  from: string
}

const LARGEST_PAGE = 100

/**
 * A page of rows as JSON text; `nextCursor` names the last row when there is one more behind it. `$3` is the page size.
 * The constant limit tells the planner that few rows are wanted, so that one plan, which walks the index of the order,
 * serves every call; with the parameter alone it plans each call anew, which takes longer than the page.
 */
export function pageSql({ row, from }: PagedRow, conditions: readonly string[], { key, direction }: PageOrder): string {
  return `
    SELECT json_build_object(
      'items', coalesce(json_agg(p.row ORDER BY p.n) FILTER (WHERE p.n <= $3), '[]'),
      'nextCursor', CASE WHEN count(*) > $3 THEN max(p.cursor) FILTER (WHERE p.n = $3) END)::text AS page
    FROM (
      SELECT w.row, replace(w.key::text, ' ', 'T') || '~' || w.id AS cursor, row_number() OVER (ORDER BY w.key ${direction}, w.id ${direction}) AS n
      FROM (
        SELECT ${row} AS row, ${key} AS key, c.id
        FROM ${from}
        WHERE ${conditions.join(' AND ')}
        ORDER BY ${key} ${direction}, c.id ${direction} LIMIT ${LARGEST_PAGE + 1}
      ) w
      ORDER BY w.key ${direction}, w.id ${direction} LIMIT $3 + 1
    ) p`
}

/** Words of people as a pattern of LIKE that means just them. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

/**
 * Cases in which a word stands, by the places of its pattern and of the word itself. A telephone number is found by its whole, so that
 * a masked one cannot be guessed digit by digit.
 */
export const saysIn = (like: string, whole: string) =>
  `(c.number ILIKE ${like} OR c.place_label ILIKE ${like} OR c.description ILIKE ${like} OR c.reporter_name ILIKE ${like}
    OR c.reporter_phone = ${whole})`

const CURSOR = /^(infinity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::?\d\d)?)~([0-9a-f-]{36})$/

/** The keys of the last row of the page before. */
export function keysOf(cursor: string): [string, string] {
  const [, key, id] = CURSOR.exec(cursor) ?? []
  if (!key || !id)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'cursor', message: '翻页位置不对，请从第一页重新查看' }])
  return [key, id]
}

function next(at: string): string {
  return `$${Number(at.slice(1)) + 1}`
}
