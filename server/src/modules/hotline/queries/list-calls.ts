import type { CallKind, HotlineCall, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { escapeLike, saysIn } from '../../cases/index.ts'

interface Row extends Omit<HotlineCall, 'reportedAt' | 'callerPhoneMasked'> {
  reportedAt: Date
  phone: string | null
}

/** `$2`: the kinds the reader may see. What was answered at once says the answer; the rest say how they stand. */
const LIST = {
  name: 'list-hotline-calls',
  text: `
    SELECT c.id, c.kind, c.number, c.state, c.category, k.sort, c.place_label AS "placeLabel", c.description,
      c.reporter_name AS "callerName", c.reporter_phone AS phone,
      c.reported_at AS "reportedAt", c.open, s.name AS "takenByName", t.name AS "assigneeName",
      c.due_at IS NOT NULL AND c.due_at < $10 AS late,
      (SELECT e.content ->> 'text' FROM case_events e WHERE c.kind = 'consultation' AND e.community_id = c.community_id
        AND e.case_id = c.id AND e.kind = 'reply' ORDER BY e.at LIMIT 1) AS answer
    FROM cases c
    JOIN communities m ON m.id = c.community_id
    LEFT JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
    LEFT JOIN staff s ON s.id = c.registered_by
    LEFT JOIN staff t ON t.id = c.assignee_id
    WHERE c.community_id = $1 AND c.channel = 'telephone' AND c.kind = ANY ($2::text[])
      AND ($3::text IS NULL OR ${saysIn('$3', '$11')})
      AND ($4::date IS NULL OR c.reported_at >= $4::date::timestamp AT TIME ZONE m.time_zone)
      AND ($5::date IS NULL OR c.reported_at < ($5::date + 1)::timestamp AT TIME ZONE m.time_zone)
      AND ($6::boolean IS NULL OR c.open = $6)
      AND ($7::timestamptz IS NULL OR (c.reported_at, c.id) < ($7, $8::uuid))
    ORDER BY c.reported_at DESC, c.id DESC LIMIT $9`,
}

export interface CallFilters {
  kind?: CallKind
  query?: string
  firstDay?: string
  lastDay?: string
  open?: boolean
  cursor?: string
  limit: number
}

/** What came by telephone, the newest first. Repairs are shown to who may read repairs of the whole community. */
export async function listCalls(
  database: Database,
  act: CallerAct,
  communityId: string,
  { kind, query, firstDay, lastDay, open, cursor, limit }: CallFilters,
): Promise<Page<HotlineCall>> {
  const kinds = (['complaint', 'consultation', 'repair'] as const).filter(
    (each) => (!kind || each === kind) && (each !== 'repair' || holds(act.caller, communityId, 'repairs.read', null)),
  )
  const after = readCursor(cursor, 2) ?? [null, null]
  const like = query ? `%${escapeLike(query)}%` : null
  const values = [
    communityId,
    kinds,
    like,
    firstDay ?? null,
    lastDay ?? null,
    open ?? null,
    ...after,
    limit + 1,
    act.now,
    query ?? null,
  ]
  const rows = await database.read<Row>(act.reach, LIST, values)
  return pageOf(
    rows,
    limit,
    (row) => [row.reportedAt.toISOString(), row.id],
    ({ phone, ...row }) => ({
      ...row,
      reportedAt: row.reportedAt.toISOString(),
      callerPhoneMasked: phone && maskPhone(phone),
    }),
  )
}
