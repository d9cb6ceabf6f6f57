import {
  plainNotice,
  type BoardNotice,
  type BoardNoticeRow,
  type NoticeCategory,
  type NoticeState,
  type Page,
} from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { belongs, dayAt, FILES } from './audience.sql.ts'
import { iso } from './notice-row.ts'
import { EDITIONS, type EditionRow } from './read-notice.ts'

/** $1 the account, $2 the communities worked in, $3 now. */
export const standingOf = ({ caller, now }: CallerAct): unknown[] => [
  caller.account?.id ?? null,
  [...new Set(caller.staff?.posts.map(({ communityId }) => communityId))],
  now,
]

const today = dayAt('$3::timestamptz')

/** Whether `n` is for one of the caller's homes of today; who works there sees all. */
export const visible = `(n.community_id = ANY ($2::uuid[]) OR EXISTS (
  SELECT 1 FROM residents r WHERE r.community_id = n.community_id AND r.account_id = $1::uuid AND ${belongs('n.audience', today)}))`

const pinned = `coalesce(n.pinned_until >= ${today}, false)`

const ROW = `
  n.id, n.community_id AS "communityId", n.category, n.title, n.urgent, ${pinned} AS pinned, n.published_at AS "publishedAt",
  n.edition > 1 AS corrected, cardinality(n.file_ids) > 0 AS "hasFiles",
  $1::uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM notice_reads x WHERE x.community_id = n.community_id AND x.notice_id = n.id
    AND x.account_id = $1 AND x.edition >= n.told_edition) AS unread`

/** Of one community no more than a page, in the order of its index: whom a notice is for is asked of few, however many there are. */
const pageOfPlace = (which: string, top: 0 | 1) => `(
  SELECT n.*, ${top} AS top FROM notices n
  WHERE n.community_id = place.id AND n.published_at IS NOT NULL AND n.state = 'published' AND ${which} AND ${visible}
    AND ($5::int IS NULL OR (${top}, n.published_at, n.id) < ($5, $6::timestamptz, $7::uuid))
  ORDER BY n.published_at DESC, n.id DESC LIMIT $8)`

const LIST = {
  name: 'list-board',
  text: `
    SELECT ${ROW}, left(n.body, 300) AS body
    FROM unnest($4::uuid[]) AS place (id)
    CROSS JOIN LATERAL (${pageOfPlace(`n.pinned_until >= ${today}`, 1)} UNION ALL ${pageOfPlace(`NOT ${pinned}`, 0)}) AS n
    ORDER BY n.top DESC, n.published_at DESC, n.id DESC LIMIT $8`,
}

const READ = {
  name: 'read-board',
  text: `
    SELECT ${ROW}, n.body, n.state, n.withdrawn_because AS "withdrawnBecause", c.name AS "communityName", ${FILES('n')} AS files,
      ${EDITIONS(`e.state = 'published'`)} AS editions
    FROM notices n JOIN communities c ON c.id = n.community_id
    WHERE n.id = $4 AND n.published_at IS NOT NULL AND ${visible}`,
}

interface Row {
  id: string
  communityId: string
  category: NoticeCategory
  title: string
  urgent: boolean
  pinned: boolean
  publishedAt: Date
  corrected: boolean
  hasFiles: boolean
  unread: boolean
  body: string
}

type ReadRow = Row & {
  state: NoticeState
  withdrawnBecause: string | null
  communityName: string
  files: FileFacts[]
  editions: EditionRow[]
}

const EXCERPT = 60

export async function listBoard(
  database: Database,
  act: CallerAct,
  { communityId, cursor, limit }: { communityId?: string; cursor?: string; limit: number },
): Promise<Page<BoardNoticeRow>> {
  const after = readCursor(cursor, 3) ?? [null, null, null]
  const places = communityId ? [communityId] : act.reach.communities
  const rows = await database.read<Row>(act.reach, LIST, [...standingOf(act), places, ...after, limit + 1])
  return pageOf(
    rows,
    limit,
    (row) => [Number(row.pinned), row.publishedAt.toISOString(), row.id],
    ({ body, ...row }) => ({
      ...row,
      publishedAt: row.publishedAt.toISOString(),
      excerpt: [...plainNotice(body)].slice(0, EXCERPT).join(''),
    }),
  )
}

/** A published notice as its readers see it; of a withdrawn one only that it is. */
export async function readBoard(database: Database, links: FileLinks, act: CallerAct, id: string): Promise<BoardNotice> {
  const [row] = await database.read<ReadRow>(act.reach, READ, [...standingOf(act), id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { state, files, editions, ...rest } = row
  const isWithdrawn = state === 'withdrawn'
  return {
    ...rest,
    withdrawn: isWithdrawn,
    body: isWithdrawn ? '' : row.body,
    publishedAt: row.publishedAt.toISOString(),
    files: isWithdrawn ? [] : files.map((file) => links.fileView(file, act)),
    editions: isWithdrawn
      ? []
      : editions.map(({ number, title, body, note, publishedAt, files: old }) => ({
          number,
          title,
          body,
          note,
          publishedAt: iso(publishedAt)!,
          files: old.map((file) => links.fileView(file, act)),
        })),
  }
}
