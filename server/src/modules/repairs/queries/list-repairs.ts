import { openRepairStates, type RepairState } from '@yinuo/contracts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { REPAIR_ROW, REPAIR_ROW_FROM } from './repair-row.ts'

export interface RepairFilters {
  state?: RepairState[]
  category?: string
  urgency?: string
  assigneeId?: string
  late?: boolean
  query?: string
  cursor?: string
  limit: number
}

/** The queue of one community, most pressing first; with closed states asked for, the newest first. One statement; JSON text. */
export async function listRepairs(database: Database, act: Act, communityId: string, filters: RepairFilters): Promise<string> {
  const isHistory = filters.state?.some((state) => !(openRepairStates as readonly string[]).includes(state)) ?? false
  const order = isHistory ? NEWEST_FIRST : MOST_PRESSING_FIRST
  const values: unknown[] = [communityId, act.now, filters.limit]
  const conditions = [`c.community_id = $1`, `c.kind = 'repair'`, ...(isHistory ? [] : ['c.open'])]
  const names: string[] = [isHistory ? 'history' : 'queue']
  const where = (name: string, condition: (place: string) => string, ...given: unknown[]) => {
    values.push(...given)
    names.push(name)
    conditions.push(condition(`$${values.length - given.length + 1}`))
  }
  if (filters.state) where('state', (at) => `c.state = ANY (${at}::text[])`, filters.state)
  if (filters.category) where('category', (at) => `c.category = ${at}`, filters.category)
  if (filters.urgency) where('urgency', (at) => `c.urgency = ${at}`, filters.urgency)
  if (filters.assigneeId) where('assignee', (at) => `c.assignee_id = ${at}::uuid`, filters.assigneeId)
  if (filters.late) where('late', () => `c.due_at < $2`)
  if (filters.query) where('query', matches, `%${escapeLike(filters.query)}%`)
  if (filters.cursor) where('cursor', (at) => behind(order, at), ...keysOf(filters.cursor))
  const statement = { name: `list-repairs-${names.join('-')}`, text: pageSql(conditions, order) }
  const [row] = await database.read<{ page: string }>(act.reach, statement, values)
  return row!.page
}

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

const LARGEST_PAGE = 100

/**
 * A page of rows as JSON text; `nextCursor` names the last row when there is one more behind it. `$3` is the page size.
 * The constant limit tells the planner that few rows are wanted, so that one plan, which walks the index of the order,
 * serves every call; with the parameter alone it plans each call anew, which takes longer than the page.
 */
export function pageSql(conditions: readonly string[], { key, direction }: PageOrder): string {
  return `
    SELECT json_build_object(
      'items', coalesce(json_agg(p.row ORDER BY p.n) FILTER (WHERE p.n <= $3), '[]'),
      'nextCursor', CASE WHEN count(*) > $3 THEN max(p.cursor) FILTER (WHERE p.n = $3) END)::text AS page
    FROM (
      SELECT w.row, replace(w.key::text, ' ', 'T') || '~' || w.id AS cursor, row_number() OVER (ORDER BY w.key ${direction}, w.id ${direction}) AS n
      FROM (
        SELECT ${REPAIR_ROW} AS row, ${key} AS key, c.id
        FROM ${REPAIR_ROW_FROM}
        WHERE ${conditions.join(' AND ')}
        ORDER BY ${key} ${direction}, c.id ${direction} LIMIT ${LARGEST_PAGE + 1}
      ) w
      ORDER BY w.key ${direction}, w.id ${direction} LIMIT $3 + 1
    ) p`
}

function matches(at: string): string {
  return `(c.number ILIKE ${at} OR c.place_label ILIKE ${at} OR c.description ILIKE ${at} OR c.reporter_name ILIKE ${at} OR c.reporter_phone LIKE ${at})`
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

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
