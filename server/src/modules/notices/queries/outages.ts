import type { BoardOutage, OutageRow, OutageState, OutageUpdate, OutageView, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { wishedAudience, type KeptAudience } from '../rules/index.ts'
import { standingOf, visible } from './board.ts'
import { iso } from './notice-row.ts'

const ROW = (now: string) => `
  n.id, n.community_id AS "communityId", n.service, n.scope, n.cause, n.urgent, n.state, n.starts_at AS "startsAt",
  n.expected_until AS "expectedUntil", n.recovered_at AS "recoveredAt", n.created_at AS "createdAt",
  n.state = 'announced' AND n.expected_until <= ${now} AS overdue`

const UPDATES = `
  (SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind, 'text', p.text, 'expectedUntil', p.expected_until,
      'writtenByName', p.written_by_name, 'at', p.at) ORDER BY p.at DESC, p.id DESC)
   FROM outage_updates p WHERE p.community_id = n.community_id AND p.outage_id = n.id)`

const LIST = {
  name: 'list-outages',
  text: `
    SELECT ${ROW('$6::timestamptz')}, n.announced_by_name AS "announcedByName" FROM outages n
    WHERE n.community_id = $1 AND ($2::text IS NULL OR n.state = $2)
      AND ($3::timestamptz IS NULL OR (n.created_at, n.id) < ($3, $4::uuid))
    ORDER BY n.created_at DESC, n.id DESC LIMIT $5`,
}

const READ = {
  name: 'read-outage',
  text: `
    SELECT ${ROW('$3::timestamptz')}, n.announced_by_name AS "announcedByName", n.audience, n.version, ${UPDATES} AS updates
    FROM outages n WHERE n.community_id = $1 AND n.id = $2`,
}

/** What is cut off for the caller, and what came back within a day. */
const BOARD = {
  name: 'board-outages',
  text: `
    SELECT ${ROW('$3::timestamptz')}, c.name AS "communityName", c.hotline, ${UPDATES} AS updates
    FROM outages n JOIN communities c ON c.id = n.community_id
    WHERE ($4::uuid IS NULL OR n.id = $4) AND ($5::uuid IS NULL OR n.community_id = $5)
      AND ($4::uuid IS NOT NULL OR n.state = 'announced' OR n.recovered_at > $3::timestamptz - interval '1 day') AND ${visible}
    ORDER BY n.state, n.starts_at DESC, n.id LIMIT 20`,
}

interface Row extends Pick<OutageRow, 'id' | 'communityId' | 'service' | 'scope' | 'cause' | 'urgent' | 'state' | 'overdue'> {
  startsAt: Date
  expectedUntil: Date
  recoveredAt: Date | null
  createdAt: Date
}

const times = ({ startsAt, expectedUntil, recoveredAt, createdAt }: Row) => ({
  startsAt: startsAt.toISOString(),
  expectedUntil: expectedUntil.toISOString(),
  recoveredAt: iso(recoveredAt),
  createdAt: createdAt.toISOString(),
})

const updateViews = (updates: OutageUpdate[] | null): OutageUpdate[] =>
  (updates ?? []).map((update) => ({ ...update, at: iso(update.at)!, expectedUntil: iso(update.expectedUntil) }))

export async function listOutages(
  database: Database,
  act: CallerAct,
  communityId: string,
  { state, cursor, limit }: { state?: OutageState; cursor?: string; limit: number },
): Promise<Page<OutageRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, state ?? null, ...after, limit + 1, act.now]
  const rows = await database.read<Row & Pick<OutageRow, 'announcedByName'>>(act.reach, LIST, values)
  return pageOf(
    rows,
    limit,
    (row) => [row.createdAt.toISOString(), row.id],
    (row) => ({ ...row, ...times(row) }),
  )
}

export async function readOutage(database: Database, act: CallerAct, communityId: string, id: string): Promise<OutageView> {
  const [row] = await database.read<
    Row & { announcedByName: string; audience: KeptAudience; version: number; updates: OutageUpdate[] | null }
  >(act.reach, READ, [communityId, id, act.now])
  if (!row) throw new ProblemError('NOT_FOUND')
  return { ...row, ...times(row), audience: wishedAudience(row.audience), updates: updateViews(row.updates) }
}

export async function boardOutages(
  database: Database,
  act: CallerAct,
  { id, communityId }: { id?: string; communityId?: string | undefined },
): Promise<BoardOutage[]> {
  const values = [...standingOf(act), id ?? null, communityId ?? null]
  const rows = await database.read<Row & { communityName: string; hotline: string; updates: OutageUpdate[] | null }>(
    act.reach,
    BOARD,
    values,
  )
  return rows.map((row) => ({ ...row, ...times(row), updates: updateViews(row.updates) }))
}
