import type { MessageGroup, PersonalChannel } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Told } from '../rules/templates.ts'
import type { Run } from './attempt-delivery.ts'

/** A message, how its recipient can be reached from here, and what they and their community decided about it. */
export interface Addressed extends Told {
  urgent: boolean
  /** it went to many, and what it told was taken back */
  stopped: boolean
  toGroup: boolean
  openid: string | null
  phone: string | null
  /** confirmed by its owner */
  email: string | null
  choices: Partial<Record<MessageGroup, PersonalChannel[]>> | null
  quietFrom: string | null
  quietUntil: string | null
  communityName: string
  timeZone: string
  /** what the community decided for this kind; null: as usual */
  channels: PersonalChannel[] | null
  alwaysUrgent: boolean | null
  sealedRobot: string | null
}

/**
 * The messages by their ids, locked so that their channels are worked on by one worker at a time; what was taken back is left
 * out, and its channels are closed. A member of staff is reached by the WeChat account, phone and mail of their staff record, and
 * no more once that is disabled.
 */
export async function loadMessages(
  tx: EntityManager,
  { communityId }: Run,
  messageIds: readonly string[],
): Promise<Map<string, Addressed>> {
  const rows = (await tx.query(
    `SELECT m.id, m.kind, m.title, m.body, m.values, m.urgent, m.case_id AS "caseId", m.community_id AS "communityId",
       m.staff_id IS NOT NULL AS "toStaff", m.to_group AS "toGroup", m.created_at AS "createdAt", coalesce(m.about_id, b.about_id) AS "aboutId",
       coalesce(b.state = 'stopped', false) AS stopped, reader.*, c.name AS "communityName", c.time_zone AS "timeZone",
       p.channels, p.urgent AS "alwaysUrgent", h.sealed_robot AS "sealedRobot"
     FROM (SELECT id FROM unnest($2::uuid[]) AS id ORDER BY id) AS wanted
     CROSS JOIN LATERAL (SELECT * FROM messages WHERE community_id = $1 AND id = wanted.id FOR UPDATE) AS m
     CROSS JOIN LATERAL (
       SELECT a.openid, coalesce(s.phone, r.phone, a.phone) AS phone, f.email, f.choices, f.quiet_from AS "quietFrom",
         f.quiet_until AS "quietUntil"
       FROM (SELECT 1) AS one
       LEFT JOIN staff s ON s.id = m.staff_id AND s.active
       LEFT JOIN accounts a ON a.id = coalesce(s.account_id, m.account_id)
       LEFT JOIN residents r ON r.community_id = $1 AND r.account_id = m.account_id
       LEFT JOIN message_preferences f ON f.person_id = coalesce(s.id, m.account_id)
       -- One by one by their indexes, however many there are: some of a hundred thousand.
       OFFSET 0
     ) AS reader
     JOIN communities c ON c.id = $1
     LEFT JOIN broadcasts b ON b.community_id = $1 AND b.id = m.broadcast_id
     LEFT JOIN message_policies p ON p.community_id = $1 AND p.kind = m.kind
     LEFT JOIN message_channels h ON m.to_group AND h.community_id = $1`,
    [communityId, messageIds],
  )) as (Addressed & { id: string })[]
  const stopped = rows.filter((message) => message.stopped).map(({ id }) => id)
  if (stopped.length > 0)
    await tx.query(
      `UPDATE deliveries SET state = 'skipped', reason = '已撤回，不再发送', next_at = NULL
       WHERE community_id = $1 AND message_id = ANY ($2::uuid[]) AND state = 'pending' AND called_at IS NULL`,
      [communityId, stopped],
    )
  return new Map(rows.filter((message) => !message.stopped).map((message) => [message.id, message]))
}
