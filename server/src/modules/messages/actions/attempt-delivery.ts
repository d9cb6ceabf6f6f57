import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { afterAttempt, patience, type Outcome } from '../rules/after-attempt.ts'
import type { DeliveryFacts, OuterChannel } from '../rules/next-channel.ts'
import { returnGrant } from './grants.ts'

/** A message for one run to bring on its way. */
export interface MessageRef {
  communityId: string
  messageId: string
  /** Names the run that may touch what was begun: the first one, or one that was called when something had rested. */
  holder?: string
}

export interface DeliveryRow extends DeliveryFacts {
  id: string
  attempts: number
  /** Not null: a call was begun and its end is not known. */
  called_at: Date | null
  grant_id: string | null
}

/** Holds what rests: no run. */
export const RESTING = 'watch'
export const FIRST = 'first'

export const holderOf = ({ holder = FIRST }: MessageRef): string => holder

export async function loadDeliveries(tx: EntityManager, { communityId, messageId }: MessageRef): Promise<DeliveryRow[]> {
  return (await tx.query(
    `SELECT id, channel, state, held_by, attempts, called_at, grant_id FROM deliveries WHERE community_id = $1 AND message_id = $2`,
    [communityId, messageId],
  )) as DeliveryRow[]
}

/** Writes down that a call is about to be made, before it is: what a worker that dies then leaves behind. */
export async function beginAttempt(
  tx: EntityManager,
  act: Act,
  ref: MessageRef,
  channel: OuterChannel,
  grantId: string | null,
): Promise<{ attempts: number }> {
  const [row] = (await tx.query(
    `INSERT INTO deliveries AS d (community_id, id, message_id, channel, state, attempts, called_at, grant_id, at, held_by)
     VALUES ($1, $2, $3, $4, 'pending', 1, $5, $6, $5, $7)
     ON CONFLICT (community_id, message_id, channel) DO UPDATE
     SET attempts = d.attempts + 1, called_at = $5, grant_id = $6, at = $5, held_by = $7, next_at = NULL
     RETURNING attempts`,
    [ref.communityId, newId(act.now), ref.messageId, channel, act.now, grantId, holderOf(ref)],
  )) as [{ attempts: number }]
  return row
}

/** Writes down how a call ended. Does nothing when another worker has taken the delivery over meanwhile. */
export async function settleAttempt(
  tx: EntityManager,
  act: Act,
  ref: MessageRef,
  attempt: { channel: OuterChannel; attempts: number; grantId: string | null },
  outcome: Outcome,
): Promise<void> {
  const settlement = afterAttempt(outcome, attempt.attempts, patience[attempt.channel])
  const rests = settlement.restMinutes
  const settled = (await tx.query(
    `WITH settled AS (
       UPDATE deliveries SET state = $4, reason = $5, provider_id = $6, at = $7, called_at = CASE WHEN $8 THEN called_at END,
         grant_id = CASE WHEN $9 THEN NULL ELSE grant_id END, next_at = $11, held_by = CASE WHEN $11::timestamptz IS NULL THEN held_by ELSE $12 END
       WHERE community_id = $1 AND message_id = $2 AND channel = $3 AND attempts = $10 AND state = 'pending' AND held_by = $13
       RETURNING id
     ) SELECT id FROM settled`,
    [
      ref.communityId,
      ref.messageId,
      attempt.channel,
      settlement.state,
      settlement.reason,
      settlement.providerId,
      act.now,
      settlement.unknown,
      settlement.grant === 'returned',
      attempt.attempts,
      rests === null ? null : new Date(act.now.getTime() + rests * 60_000),
      RESTING,
      holderOf(ref),
    ],
  )) as unknown[]
  if (settled.length > 0 && settlement.grant === 'returned' && attempt.grantId) await returnGrant(tx, attempt.grantId)
}

/** Writes down that a channel was left out, or given up without a call. */
export async function closeChannel(
  tx: EntityManager,
  act: Act,
  ref: MessageRef,
  channel: OuterChannel,
  state: 'skipped' | 'failed',
  reason: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO deliveries AS d (community_id, id, message_id, channel, state, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (community_id, message_id, channel) DO UPDATE SET state = $5, reason = $6, at = $7, called_at = NULL`,
    [ref.communityId, newId(act.now), ref.messageId, channel, state, reason, act.now],
  )
}

/** Lays a channel to rest until its time; whoever watches then calls a run for it. */
export async function restChannel(
  tx: EntityManager,
  act: Act,
  ref: MessageRef,
  channel: OuterChannel,
  until: Date,
  reason: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO deliveries AS d (community_id, id, message_id, channel, state, reason, at, next_at, held_by)
     VALUES ($1, $2, $3, $4, 'pending', $5, $6, $7, $8)
     ON CONFLICT (community_id, message_id, channel) DO UPDATE SET reason = $5, at = $6, next_at = $7, held_by = $8`,
    [ref.communityId, newId(act.now), ref.messageId, channel, reason, act.now, until, RESTING],
  )
}
