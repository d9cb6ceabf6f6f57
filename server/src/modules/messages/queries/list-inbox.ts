import { codesOf, messageGroupOf, messageKinds, type InboxMessage, type MessageGroup, type Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const LIST_INBOX = {
  name: 'list-inbox',
  text: `
    SELECT m.id, m.community_id AS "communityId", m.kind, m.title, m.body, m.case_id AS "caseId", m.case_id AS "repairId",
      coalesce(m.about_id, b.about_id) AS "aboutId", m.created_at AS "sentAt", m.read_at AS "readAt"
    FROM messages m LEFT JOIN broadcasts b ON b.community_id = m.community_id AND b.id = m.broadcast_id
    WHERE (m.account_id = $1 OR m.staff_id = $2) AND ($3::uuid IS NULL OR m.id < $3)
      AND ($5::text[] IS NULL OR m.kind = ANY ($5)) AND ($6::boolean IS NOT TRUE OR m.read_at IS NULL)
    ORDER BY m.id DESC LIMIT $4`,
}

type Row = Omit<InboxMessage, 'sentAt' | 'readAt'> & { sentAt: Date; readAt: Date | null }

/** What the caller was told, as resident and as staff, newest first. */
export async function listInbox(
  database: Database,
  act: CallerAct,
  { cursor, limit, group, unread }: { cursor?: string; limit: number; group?: MessageGroup; unread?: boolean },
): Promise<Page<InboxMessage>> {
  const { account, staff } = act.caller
  const [before] = readCursor(cursor, 1) ?? [null]
  const kinds = group ? codesOf(messageKinds).filter((kind) => messageGroupOf(kind) === group) : null
  const values = [account?.id ?? null, staff?.id ?? null, before, limit + 1, kinds, unread ?? null]
  const rows = await database.read<Row>(act.reach, LIST_INBOX, values)
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row): InboxMessage => ({ ...row, sentAt: row.sentAt.toISOString(), readAt: row.readAt?.toISOString() ?? null }),
  )
}
