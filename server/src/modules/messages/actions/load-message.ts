import type { EntityManager } from 'typeorm'
import type { Told } from '../rules/templates.ts'
import type { MessageRef } from './attempt-delivery.ts'

/** A message and how its recipient can be reached from here. */
export interface Addressed extends Told {
  urgent: boolean
  openid: string | null
  phone: string | null
}

/**
 * The message, locked so that its channels are worked on by one worker at a time. A member of staff is reached by the
 * WeChat account and phone of their staff record, and no more once that is disabled. What went to many goes by text message only
 * when it is urgent, and to nobody any more once it was stopped.
 */
export async function loadMessage(tx: EntityManager, { communityId, messageId }: MessageRef): Promise<Addressed | null> {
  const rows = (await tx.query(
    `SELECT m.kind, m.title, m.body, m.values, m.urgent, m.case_id AS "caseId", m.community_id AS "communityId",
       m.staff_id IS NOT NULL AS "toStaff", m.created_at AS "createdAt", b.about_id AS "aboutId", a.openid,
       CASE WHEN m.broadcast_id IS NULL OR m.urgent THEN coalesce(s.phone, r.phone, a.phone) END AS phone
     FROM messages m
     LEFT JOIN broadcasts b ON b.community_id = m.community_id AND b.id = m.broadcast_id
     LEFT JOIN staff s ON s.id = m.staff_id AND s.active
     LEFT JOIN accounts a ON a.id = coalesce(s.account_id, m.account_id)
     LEFT JOIN residents r ON r.community_id = m.community_id AND r.account_id = m.account_id
     WHERE m.community_id = $1 AND m.id = $2 AND b.state IS DISTINCT FROM 'stopped'
     FOR UPDATE OF m`,
    [communityId, messageId],
  )) as Addressed[]
  return rows[0] ?? null
}
