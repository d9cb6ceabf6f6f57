import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { robotKinds } from '../rules/policy.ts'
import type { Telling } from './tell-people.ts'

/**
 * Tells the group chat of the staff, once, where the community has a robot and wants this kind told.
 * @returns the message's id, or null
 */
export async function tellGroup(tx: EntityManager, act: Act, telling: Telling): Promise<string | null> {
  const [told] = (await tx.query(
    `INSERT INTO messages (community_id, id, business_key, kind, to_group, recipient_name, title, body, values, urgent, case_id, created_at)
     SELECT $1, $2, $3, $4, true, '企业微信群', $5, $6, '{}', false, $7, $8
     FROM message_channels c LEFT JOIN message_policies p ON p.community_id = c.community_id AND p.kind = $4
     WHERE c.community_id = $1 AND c.sealed_robot IS NOT NULL AND coalesce(p.to_robot, $4 = ANY ($9::text[]))
     ON CONFLICT (community_id, business_key) DO NOTHING
     RETURNING id`,
    [
      telling.communityId,
      newId(act.now),
      `${telling.businessKey}:group`,
      telling.kind,
      telling.title,
      telling.body,
      telling.caseId,
      act.now,
      robotKinds,
    ],
  )) as { id: string }[]
  return told?.id ?? null
}
