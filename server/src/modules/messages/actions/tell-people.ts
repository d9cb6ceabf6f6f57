import type { MessageKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { MessageValues } from '../rules/message-values.ts'
import { tellGroup } from './tell-group.ts'

/** Who is told: a resident by account, or a member of staff (their own WeChat account is found through the staff record). */
export interface Recipient {
  accountId?: string | null
  staffId?: string | null
  name: string
}

export interface Telling {
  communityId: string
  kind: MessageKind
  /** What makes telling exactly once, e.g. `repair:<id>:accepted:<event id>`; each recipient is told once under it. */
  businessKey: string
  recipients: readonly Recipient[]
  title: string
  body: string
  values: MessageValues
  caseId: string | null
  /** What else it is about: the message leads there. */
  aboutId?: string | null
  /** Goes on two channels at once, whatever the policy of its kind says. */
  urgent?: boolean
}

export const MESSAGES_TOLD = 'messages.told'

/** Messages of one event, so that telling ten thousand people is a few dozen jobs to hand over and not one huge row. */
const MESSAGES_PER_EVENT = 500

/**
 * Puts a message into each recipient's inbox, in the transaction of what happened; the other channels follow by jobs.
 * To be called by the worker (outbox handlers and clocks). Telling again under the same key does nothing.
 * @returns how many people had not been told yet
 */
export async function tellPeople(tx: EntityManager, act: Act, telling: Telling): Promise<number> {
  const recipients = telling.recipients
    .filter((each) => each.staffId || each.accountId)
    .map((each) => ({
      id: newId(act.now),
      delivery_id: newId(act.now),
      key: `${telling.businessKey}:${each.staffId ?? each.accountId}`,
      account_id: each.staffId ? null : each.accountId,
      staff_id: each.staffId ?? null,
      name: each.name,
    }))
  if (recipients.length === 0) return 0
  const told = (await tx.query(
    `WITH told AS (
       INSERT INTO messages (community_id, id, business_key, kind, account_id, staff_id, recipient_name, title, body, values, urgent,
         case_id, about_id, created_at)
       SELECT $2, r.id, r.key, $3, r.account_id, r.staff_id, r.name, $4, $5, $6, $7, $8, $10, $9
       FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, key text, account_id uuid, staff_id uuid, name text)
       ON CONFLICT (community_id, business_key) DO NOTHING
       RETURNING id
     ), inboxed AS (
       INSERT INTO deliveries (community_id, id, message_id, channel, state, attempts, at)
       SELECT $2, r.delivery_id, told.id, 'inbox', 'sent', 1, $9
       FROM told JOIN jsonb_to_recordset($1::jsonb) AS r (id uuid, delivery_id uuid) USING (id)
     )
     SELECT id FROM told`,
    [
      JSON.stringify(recipients),
      telling.communityId,
      telling.kind,
      telling.title,
      telling.body,
      JSON.stringify(telling.values),
      telling.urgent ?? false,
      telling.caseId,
      act.now,
      telling.aboutId ?? null,
    ],
  )) as { id: string }[]
  const toGroup = recipients.some((each) => each.staff_id) ? await tellGroup(tx, act, telling) : null
  if (toGroup) await tell(tx, act, MESSAGES_TOLD, telling.communityId, { messageIds: [toGroup] })
  for (let from = 0; from < told.length; from += MESSAGES_PER_EVENT) {
    const messageIds = told.slice(from, from + MESSAGES_PER_EVENT).map(({ id }) => id)
    await tell(tx, act, MESSAGES_TOLD, telling.communityId, { messageIds })
  }
  return told.length
}
