import type { Page, PublishedResult } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

interface Row extends Omit<PublishedResult, 'createdAt' | 'publishedAt'> {
  createdAt: Date
  publishedAt: Date | null
}

const LIST = {
  name: 'list-published-results',
  text: `
    SELECT r.id, r.kind, r.first_day::text AS "firstDay", r.last_day::text AS "lastDay", r.notice_id AS "noticeId", n.title,
      n.state AS "noticeState", n.published_at AS "publishedAt", r.made_by_name AS "madeByName", r.created_at AS "createdAt"
    FROM published_results r
    JOIN notices n ON n.community_id = r.community_id AND n.id = r.notice_id
    WHERE r.community_id = $1 AND ($2::uuid IS NULL OR r.id = $2)
      AND ($3::timestamptz IS NULL OR (r.created_at, r.id) < ($3, $4::uuid))
    ORDER BY r.created_at DESC, r.id DESC LIMIT $5`,
}

/** What was drafted for publishing, and how its notice stands; the newest first. */
export async function listResults(
  database: Database,
  act: CallerAct,
  communityId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<PublishedResult>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, null, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id], view)
}

export async function readResult(database: Database, act: CallerAct, communityId: string, id: string): Promise<PublishedResult> {
  const [row] = await database.read<Row>(act.reach, LIST, [communityId, id, null, null, 1])
  if (!row) throw new ProblemError('NOT_FOUND')
  return view(row)
}

const view = (row: Row): PublishedResult => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  publishedAt: row.publishedAt?.toISOString() ?? null,
})
