import { groundsWith, type CallerAct } from '../../access/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { behind, keysOf, MOST_PRESSING_FIRST, NEWEST_FIRST, pageSql } from '../../cases/index.ts'
import { REPAIR_PAGED } from './repair-row.ts'

interface PageWish {
  cursor?: string
  limit: number
}

/** What a resident reported, or somebody of the household for their home; newest first. */
export async function myRepairs(database: Database, act: CallerAct, { cursor, limit }: PageWish): Promise<string> {
  const { account, homes } = act.caller
  const mine = `c.kind = 'repair' AND c.community_id = ANY ($5::uuid[])
    AND (c.reporter_account_id = $1 OR (c.place_kind = 'unit' AND c.place_id = ANY ($4::uuid[])))`
  const after = cursor ? [behind(NEWEST_FIRST, '$6')] : []
  const statement = { name: `my-repairs${cursor ? '-after' : ''}`, text: pageSql(REPAIR_PAGED, [mine, ...after], NEWEST_FIRST) }
  const units = homes.map((home) => home.unitId)
  const communities = homes.map((home) => home.communityId)
  const values = [account!.id, act.now, limit, units, communities, ...(cursor ? keysOf(cursor) : [])]
  const [row] = await database.read<{ page: string }>(act.reach, statement, values)
  return row!.page
}

/** What a member of staff has to do, and what is free for their trades; most pressing first. */
export async function myWork(database: Database, act: CallerAct, { cursor, limit }: PageWish): Promise<string> {
  const communities = act.caller
    .staff!.posts.filter((post) => post.permissions.includes('repairs.work'))
    .map((post) => post.communityId)
  const mine = `c.open AND c.kind = 'repair' AND c.community_id = ANY ($4::uuid[]) AND c.state <> 'done'
    AND (c.assignee_id = $1 OR c.state = 'reported')`
  const after = cursor ? [behind(MOST_PRESSING_FIRST, '$5')] : []
  const statement = {
    name: `my-work${cursor ? '-after' : ''}`,
    text: pageSql(REPAIR_PAGED, [mine, ...after], MOST_PRESSING_FIRST),
  }
  const values = [act.caller.staff!.id, act.now, limit, communities, ...(cursor ? keysOf(cursor) : [])]
  // Another post may reach further and not be one to work by.
  const buildings = act.reach.buildings && groundsWith(act.caller, 'repairs.work')
  const [row] = await database.read<{ page: string }>({ ...act.reach, buildings }, statement, values)
  return row!.page
}
