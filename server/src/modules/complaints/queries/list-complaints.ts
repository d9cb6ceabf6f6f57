import { openComplaintStates, type ComplaintPage, type ComplaintState } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { behind, escapeLike, keysOf, MOST_PRESSING_FIRST, NEWEST_FIRST, pageSql, saysIn } from '../../cases/index.ts'
import { COMPLAINT_PAGED } from './complaint-row.ts'

interface PageWish {
  cursor?: string
  limit: number
}

export interface ComplaintFilters extends PageWish {
  state?: ComplaintState[]
  sort?: string
  category?: string
  department?: string
  assigneeId?: string
  late?: boolean
  query?: string
}

/** The complaints of one community, most pressing first; with closed states asked for, the newest first. */
export async function listComplaints(
  database: Database,
  act: CallerAct,
  communityId: string,
  filters: ComplaintFilters,
): Promise<ComplaintPage> {
  const isHistory = filters.state?.some((state) => !(openComplaintStates as readonly string[]).includes(state)) ?? false
  const order = isHistory ? NEWEST_FIRST : MOST_PRESSING_FIRST
  const values: unknown[] = [communityId, act.now, filters.limit]
  const conditions = [`c.community_id = $1`, `c.kind = 'complaint'`, ...(isHistory ? [] : ['c.open'])]
  const names: string[] = [isHistory ? 'history' : 'queue']
  const where = (name: string, condition: (...places: [string, string]) => string, ...given: unknown[]) => {
    const next = values.push(...given) - given.length + 1
    names.push(name)
    conditions.push(condition(`$${next}`, `$${next + 1}`))
  }
  if (filters.state) where('state', (at) => `c.state = ANY (${at}::text[])`, filters.state)
  if (filters.sort) where('sort', (at) => `k.sort = ${at}`, filters.sort)
  if (filters.category) where('category', (at) => `c.category = ${at}`, filters.category)
  if (filters.department) where('department', (at) => `k.department = ${at}`, filters.department)
  if (filters.assigneeId) where('assignee', (at) => `c.assignee_id = ${at}::uuid`, filters.assigneeId)
  if (filters.late) where('late', () => `c.due_at < $2`)
  if (filters.query) where('query', saysIn, `%${escapeLike(filters.query)}%`, filters.query)
  if (filters.cursor) where('cursor', (at) => behind(order, at), ...keysOf(filters.cursor))
  const page = { name: `list-complaints-${names.join('-')}`, text: pageSql(COMPLAINT_PAGED, conditions, order) }
  const statement = isHistory ? { ...page, isInIndexOrder: true as const } : page
  const [row] = await database.read<{ page: string }>(act.reach, statement, values)
  return JSON.parse(row!.page) as ComplaintPage
}

/** What the caller said under their name or under nobody's; newest first. Of one account, not of one home. */
export async function myComplaints(
  database: Database,
  authorHash: Buffer,
  act: CallerAct,
  { cursor, limit }: PageWish,
): Promise<ComplaintPage> {
  const mine = `c.kind = 'complaint' AND c.community_id = ANY ($4::uuid[]) AND (c.community_id, c.id) IN (
    SELECT community_id, id FROM cases WHERE reporter_account_id = $1
    UNION ALL SELECT community_id, case_id FROM complaint_authors WHERE author_hash = $5)`
  const after = cursor ? [behind(NEWEST_FIRST, '$6')] : []
  const statement = {
    name: `my-complaints${cursor ? '-after' : ''}`,
    text: pageSql(COMPLAINT_PAGED, [mine, ...after], NEWEST_FIRST),
  }
  const { account, homes } = act.caller
  const communities = homes.map((home) => home.communityId)
  const values = [account!.id, act.now, limit, communities, authorHash, ...(cursor ? keysOf(cursor) : [])]
  const [row] = await database.read<{ page: string }>(act.reach, statement, values)
  return JSON.parse(row!.page) as ComplaintPage
}

/** What a member of staff has to answer; most pressing first. */
export async function myComplaintWork(database: Database, act: CallerAct, { cursor, limit }: PageWish): Promise<ComplaintPage> {
  const staff = act.caller.staff!
  const communities = staff.posts.filter((post) => post.permissions.includes('complaints.handle')).map((post) => post.communityId)
  const mine = `c.open AND c.kind = 'complaint' AND c.community_id = ANY ($4::uuid[]) AND c.assignee_id = $1`
  const after = cursor ? [behind(MOST_PRESSING_FIRST, '$5')] : []
  const statement = {
    name: `my-complaint-work${cursor ? '-after' : ''}`,
    text: pageSql(COMPLAINT_PAGED, [mine, ...after], MOST_PRESSING_FIRST),
  }
  const values = [staff.id, act.now, limit, communities, ...(cursor ? keysOf(cursor) : [])]
  const [row] = await database.read<{ page: string }>(act.reach, statement, values)
  return JSON.parse(row!.page) as ComplaintPage
}
