import type { MessageKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { MessageValues } from '../rules/message-values.ts'

export interface Broadcast {
  communityId: string
  kind: MessageKind
  /** What makes it one broadcast, and each resident's message one message. */
  businessKey: string
  /** The name under which `Audiences` knows who is told. */
  audience: string
  /** What it is about: the message leads there, and stopping stops everything about it. */
  aboutId: string
  title: string
  body: string
  values: MessageValues
  /** Goes on every channel at once; one that is not goes by text message to nobody. */
  urgent: boolean
}

export const BROADCAST_BEGUN = 'messages.broadcast-begun'

/**
 * Begins to tell everybody of an audience. The messages themselves are written by a job, batch by batch, within the
 * database. To be called by the worker; telling again under the same key does nothing.
 */
export async function tellMany(tx: EntityManager, act: Act, broadcast: Broadcast): Promise<void> {
  const id = newId(act.now)
  const begun = (await tx.query(
    `INSERT INTO broadcasts (community_id, id, business_key, kind, audience, about_id, title, body, values, urgent, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (community_id, business_key) DO NOTHING RETURNING id`,
    [
      broadcast.communityId,
      id,
      broadcast.businessKey,
      broadcast.kind,
      broadcast.audience,
      broadcast.aboutId,
      broadcast.title,
      broadcast.body,
      JSON.stringify(broadcast.values),
      broadcast.urgent,
      act.now,
    ],
  )) as unknown[]
  if (begun.length > 0) await tell(tx, act, BROADCAST_BEGUN, broadcast.communityId, { broadcastId: id })
}

/** Whatever about this has not been written or sent yet, will not be. Waits for a batch that is being written. */
export async function stopTelling(tx: EntityManager, act: Act, communityId: string, aboutId: string): Promise<void> {
  await tx.query(
    `UPDATE broadcasts SET state = 'stopped', ended_at = $3 WHERE community_id = $1 AND about_id = $2 AND state <> 'stopped'`,
    [communityId, aboutId, act.now],
  )
}
