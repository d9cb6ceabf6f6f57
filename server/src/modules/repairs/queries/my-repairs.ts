import type { CallerAct } from '../../access/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { keysOf, pageSql } from './list-repairs.ts'

const NEWEST = { by: 'c.reported_at DESC, c.id DESC', key: 'c.reported_at' }
const PRESSING = { by: `coalesce(c.due_at, 'infinity'::timestamptz), c.id`, key: `coalesce(c.due_at, 'infinity'::timestamptz)` }

interface PageWish {
  cursor?: string
  limit: number
}

/** What a resident reported, or somebody of the household for their home; newest first. */
export async function myRepairs(database: Database, act: CallerAct, { cursor, limit }: PageWish): Promise<string> {
  const { account, homes } = act.caller
  const mine = `c.kind = 'repair' AND c.community_id = ANY ($5::uuid[])
    AND (c.reporter_account_id = $1 OR (c.place_kind = 'unit' AND c.place_id = ANY ($4::uuid[])))`
  const after = cursor ? [`(c.reported_at, c.id) < ($6::timestamptz, $7::uuid)`] : []
  const statement = { name: `my-repairs${cursor ? '-after' : ''}`, text: pageSql([mine, ...after], NEWEST.by, NEWEST.key) }
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
  const after = cursor ? [`(coalesce(c.due_at, 'infinity'::timestamptz), c.id) > ($5::timestamptz, $6::uuid)`] : []
  const statement = { name: `my-work${cursor ? '-after' : ''}`, text: pageSql([mine, ...after], PRESSING.by, PRESSING.key) }
  const values = [act.caller.staff!.id, act.now, limit, communities, ...(cursor ? keysOf(cursor) : [])]
  const [row] = await database.read<{ page: string }>(act.reach, statement, values)
  return row!.page
}
