import type { MeetingKind, MeetingRow, MeetingState, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { ROW, rowView, type Row } from './meeting-row.ts'

const LIST = {
  name: 'list-meetings',
  text: `
    SELECT * FROM (
      SELECT ${ROW('$8::timestamptz')} FROM meetings n
      WHERE n.community_id = $1 AND ($2::text IS NULL OR n.kind = $2) AND ($3::text IS NULL OR n.state = $3)
        AND ($9::text IS NULL OR strpos(n.title, $9) > 0)
        AND ($5::timestamptz IS NULL OR (n.starts_at, n.id) < ($5, $6::uuid))
    ) AS found WHERE $4::boolean IS NOT TRUE OR unanswered > 0
    ORDER BY "startsAt" DESC, id DESC LIMIT $7`,
}

export interface MeetingFilter {
  kind?: MeetingKind
  state?: MeetingState
  unanswered?: boolean
  query?: string
  cursor?: string
  limit: number
}

export async function listMeetings(
  database: Database,
  act: CallerAct,
  communityId: string,
  { kind, state, unanswered, query, cursor, limit }: MeetingFilter,
): Promise<Page<MeetingRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, kind ?? null, state ?? null, unanswered ?? null, ...after, limit + 1, act.now, query ?? null]
  const rows = await database.read<Row>(act.reach, LIST, values)
  return pageOf(rows, limit, (row) => [row.startsAt.toISOString(), row.id], rowView)
}
