import { openRepairStates, type RepairState } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { behind, escapeLike, keysOf, MOST_PRESSING_FIRST, NEWEST_FIRST, pageSql, saysIn } from '../../cases/index.ts'
import { REPAIR_PAGED } from './repair-row.ts'

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
  const where = (name: string, condition: (...places: [string, string]) => string, ...given: unknown[]) => {
    const next = values.push(...given) - given.length + 1
    names.push(name)
    conditions.push(condition(`$${next}`, `$${next + 1}`))
  }
  if (filters.state) where('state', (at) => `c.state = ANY (${at}::text[])`, filters.state)
  if (filters.category) where('category', (at) => `c.category = ${at}`, filters.category)
  if (filters.urgency) where('urgency', (at) => `c.urgency = ${at}`, filters.urgency)
  if (filters.assigneeId) where('assignee', (at) => `c.assignee_id = ${at}::uuid`, filters.assigneeId)
  if (filters.late) where('late', () => `c.due_at < $2`)
  if (filters.query) where('query', saysIn, `%${escapeLike(filters.query)}%`, filters.query)
  if (filters.cursor) where('cursor', (at) => behind(order, at), ...keysOf(filters.cursor))
  const statement = { name: `list-repairs-${names.join('-')}`, text: pageSql(REPAIR_PAGED, conditions, order) }
  const [row] = await database.read<{ page: string }>(act.reach, statement, values)
  return row!.page
}
