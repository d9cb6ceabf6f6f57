import type { NoticeRow, NoticeState, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { ROW, rowView, type Row } from './notice-row.ts'

/** One state has an index of its own, in the same order. */
const listOf = (which: 'any' | 'one') => ({
  name: `list-notices-of-${which}-state`,
  text: `
    SELECT ${ROW} FROM notices n
    WHERE n.community_id = $1 AND ${which === 'one' ? 'n.state = $2' : '$2::text IS NULL'} AND ($3::text IS NULL OR strpos(n.title, $3) > 0)
      AND ($4::timestamptz IS NULL OR (n.updated_at, n.id) < ($4, $5::uuid))
    ORDER BY n.updated_at DESC, n.id DESC LIMIT $6`,
})
const LISTS = { any: listOf('any'), one: listOf('one') } as const

const NUMBERS = {
  name: 'notice-numbers',
  text: `
    SELECT (SELECT count(*)::int FROM notices n WHERE n.community_id = $1 AND n.state = 'submitted')
        + (SELECT count(*)::int FROM notice_editions w WHERE w.community_id = $1 AND w.state = 'waiting') AS submitted,
      (SELECT count(*)::int FROM outages o WHERE o.community_id = $1 AND o.state = 'announced') AS outages,
      (SELECT count(*)::int FROM outages o WHERE o.community_id = $1 AND o.state = 'announced' AND o.expected_until <= $2) AS overdue`,
}

export interface NoticeWish {
  state?: NoticeState
  query?: string
  cursor?: string
  limit: number
}

export async function listNotices(
  database: Database,
  act: CallerAct,
  communityId: string,
  { state, query, cursor, limit }: NoticeWish,
): Promise<Page<NoticeRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, state ?? null, query ?? null, ...after, limit + 1]
  const rows = await database.read<Row>(act.reach, LISTS[state ? 'one' : 'any'], values)
  return pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id], rowView)
}

/** What waits for somebody of the office. */
export async function noticeNumbers(
  database: Database,
  act: CallerAct,
  communityId: string,
): Promise<{ submitted: number; outages: number; overdue: number }> {
  const [numbers] = await database.read<{ submitted: number; outages: number; overdue: number }>(act.reach, NUMBERS, [
    communityId,
    act.now,
  ])
  return numbers!
}
