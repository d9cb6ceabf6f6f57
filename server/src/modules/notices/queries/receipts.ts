import type { NoticeReceipt, Page, ReceiptNumbers, ReceiptState } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { dayAt, HOMES } from './audience.sql.ts'
import { iso } from './notice-row.ts'

/** Who a published notice is for today, by the first of their homes it is for, and in which minute they read it. $1 $2 the notice, $3 now, $4 a building. */
const READERS = `
  SELECT r.id, r.name, home.label AS "unitLabel", home.role, date_trunc('minute', x.read_at) AS "readAt",
    CASE WHEN x.read_at IS NOT NULL THEN 'read' WHEN r.account_id IS NULL THEN 'unreachable' ELSE 'unread' END AS state
  FROM notices n
  JOIN residents r ON r.community_id = n.community_id AND r.erased_at IS NULL
  CROSS JOIN LATERAL (
    SELECT u.label, h.role FROM ${HOMES('n.audience', dayAt('$3::timestamptz'))} AND ($4::uuid IS NULL OR u.building_id = $4)
    ORDER BY u.label, h.role LIMIT 1) AS home
  LEFT JOIN notice_reads x ON x.community_id = n.community_id AND x.notice_id = n.id AND x.account_id = r.account_id
    AND x.edition >= n.told_edition
  WHERE n.community_id = $1 AND n.id = $2 AND n.published_at IS NOT NULL`

/** Whether the notice is there, and the building when one is named. */
const FOUND = `EXISTS (SELECT 1 FROM notices WHERE community_id = $1 AND id = $2)
  AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM buildings WHERE community_id = $1 AND id = $4))`

const LIST = {
  name: 'list-notice-receipts',
  text: `
    SELECT asked.found, page.* FROM (SELECT ${FOUND} AS found) AS asked LEFT JOIN (
      SELECT * FROM (${READERS}) AS readers
      WHERE ($5::text IS NULL OR state = $5) AND ($6::text IS NULL OR ("unitLabel", id) > ($6, $7::uuid))
      ORDER BY "unitLabel", id LIMIT $8) AS page ON true
    ORDER BY "unitLabel", id`,
}

const NUMBERS = {
  name: 'notice-receipt-numbers',
  text: `
    SELECT ${FOUND} AS found, count(*)::int AS people,
      count(*) FILTER (WHERE state = 'read')::int AS read, count(*) FILTER (WHERE state = 'unread')::int AS unread,
      count(*) FILTER (WHERE state = 'unreachable')::int AS unreachable
    FROM (${READERS}) AS readers`,
}

export interface ReceiptWish {
  state?: ReceiptState
  buildingId?: string
  cursor?: string
  limit: number
}

type Row = Omit<NoticeReceipt, 'readAt'> & { readAt: Date | null }

export async function listReceipts(
  database: Database,
  act: CallerAct,
  communityId: string,
  noticeId: string,
  { state, buildingId, cursor, limit }: ReceiptWish,
): Promise<Page<NoticeReceipt>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, noticeId, act.now, buildingId ?? null, state ?? null, ...after, limit + 1]
  const found = await database.read<{ found: boolean } & (Row | { id: null })>(act.reach, LIST, values)
  if (!found[0]!.found) throw new ProblemError('NOT_FOUND')
  const rows = found.flatMap(({ found: _, ...row }) => (row.id === null ? [] : [row as Row]))
  return pageOf(
    rows,
    limit,
    (row) => [row.unitLabel, row.id],
    (row) => ({ ...row, readAt: iso(row.readAt) }),
  )
}

export async function receiptNumbers(
  database: Database,
  act: CallerAct,
  communityId: string,
  noticeId: string,
  buildingId: string | undefined,
): Promise<ReceiptNumbers> {
  const values = [communityId, noticeId, act.now, buildingId ?? null]
  const [row] = await database.read<ReceiptNumbers & { found: boolean }>(act.reach, NUMBERS, values)
  const { found, ...numbers } = row!
  if (!found) throw new ProblemError('NOT_FOUND')
  return numbers
}
