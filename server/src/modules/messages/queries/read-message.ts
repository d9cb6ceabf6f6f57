import type { MessageView } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

/** What was said is shown to who may see what it is about: the case, or else the whole community. */
const READ_MESSAGE = {
  name: 'read-message',
  text: `
    SELECT m.id, m.kind, m.title, m.body, m.recipient_name AS "recipientName", m.urgent, m.created_at AS "sentAt", m.read_at AS "readAt",
      m.case_id AS "caseId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'messageId', d.message_id, 'kind', m.kind, 'recipientName', m.recipient_name,
         'channel', d.channel, 'state', d.state, 'attempts', d.attempts, 'reason', d.reason, 'at', d.at, 'nextAt', d.next_at, 'resent', d.resent)
         ORDER BY d.id), '[]')
       FROM deliveries d WHERE d.community_id = m.community_id AND d.message_id = m.id) AS deliveries
    FROM messages m
    WHERE m.community_id = $1 AND m.id = $2 AND CASE
      WHEN m.case_id IS NOT NULL THEN EXISTS (SELECT 1 FROM cases c WHERE c.community_id = m.community_id AND c.id = m.case_id)
      ELSE current_setting('app.buildings', true) = 'all'
        OR m.community_id::text = ANY (string_to_array(current_setting('app.buildings', true), ',')) END`,
}

type Row = Omit<MessageView, 'sentAt' | 'readAt'> & { sentAt: Date; readAt: Date | null }

const iso = (at: string | null) => (at === null ? null : new Date(at).toISOString())

/** One message with every channel it was tried on. */
export async function readMessage(database: Database, act: Act, communityId: string, id: string): Promise<MessageView> {
  const [row] = await database.read<Row>(act.reach, READ_MESSAGE, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return {
    ...row,
    sentAt: row.sentAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    deliveries: row.deliveries.map((each) => ({ ...each, at: iso(each.at)!, nextAt: iso(each.nextAt) })),
  }
}
