import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { Settlement } from '../rules/after-attempt.ts'
import type { DeliveryFacts, OuterChannel } from '../rules/next-channel.ts'

/** A message for one run to bring on its way. */
export interface MessageRef {
  communityId: string
  messageId: string
  /** Names the run that may touch what was begun: the first one, or one that was called when something had rested. */
  holder?: string
}

/** Messages of one community that are brought on their way together. */
export interface MessagesRef {
  communityId: string
  messageIds: readonly string[]
  holder?: string
}

/** Who works on messages of which community. */
export interface Run {
  communityId: string
  holder: string
}

export interface DeliveryRow extends DeliveryFacts {
  message_id: string
  attempts: number
  /** Not null: a call was begun and its end is not known. */
  called_at: Date | null
  grant_id: string | null
}

/** Holds what rests: no run. */
export const RESTING = 'watch'
export const FIRST = 'first'

/** One channel of one message. */
export interface Leg {
  messageId: string
  channel: OuterChannel
}

export interface BegunLeg extends Leg {
  attempts: number
  grantId: string | null
}

/**
 * How far the channels of messages have got. A first call on a grant is written down by its grant alone, which was taken for that
 * message and no other; such a call is shown as what it is, begun and without an end.
 */
export async function loadDeliveries(
  tx: EntityManager,
  { communityId }: Run,
  messageIds: readonly string[],
): Promise<Map<string, DeliveryRow[]>> {
  const rows = (await tx.query(
    `SELECT d.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
       SELECT message_id, channel, state, held_by, attempts, called_at, grant_id FROM deliveries
       WHERE community_id = $1 AND message_id = wanted.id
       UNION ALL
       SELECT wanted.id, 'subscribe', 'pending', '${FIRST}', 1, consumed_at, id FROM message_grants
       WHERE consumed_by = wanted.id AND NOT EXISTS (
         SELECT 1 FROM deliveries WHERE community_id = $1 AND message_id = wanted.id AND channel = 'subscribe')
       -- Each by its index, even when a push is so fresh that nothing is known yet about what it wrote.
       OFFSET 0
     ) AS d`,
    [communityId, messageIds],
  )) as DeliveryRow[]
  return Map.groupBy(rows, ({ message_id }) => message_id)
}

/** Whether the grant that was taken for a call says all there is to say of its beginning. */
export function isBegunByGrant({ holder }: Run, { channel, attempts, grantId }: BegunLeg): boolean {
  return channel === 'subscribe' && attempts === 1 && grantId !== null && holder === FIRST
}

/** Writes down that calls are about to be made, before they are: what a worker that dies then leaves behind. */
export async function beginAttempts(tx: EntityManager, act: Act, run: Run, calls: readonly BegunLeg[]): Promise<void> {
  const legs = calls.filter((leg) => !isBegunByGrant(run, leg))
  if (legs.length === 0) return
  await tx.query(
    `INSERT INTO deliveries (community_id, id, message_id, channel, state, attempts, called_at, grant_id, at, held_by)
     SELECT $1, leg.id, leg.message_id, leg.channel, 'pending', leg.attempts, $2, leg.grant_id, $2, $3
     FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::uuid[]) AS leg (id, message_id, channel, attempts, grant_id)
     ON CONFLICT (community_id, message_id, channel) DO UPDATE
     SET attempts = excluded.attempts, called_at = $2, grant_id = excluded.grant_id, at = $2, held_by = $3, next_at = NULL`,
    [
      run.communityId,
      act.now,
      run.holder,
      legs.map(() => newId(act.now)),
      ...columns(legs),
      legs.map(({ attempts }) => attempts),
      legs.map(({ grantId }) => grantId),
    ],
  )
}

/**
 * Writes down how calls ended, and gives back grants of which it is certain that WeChat did not use them. Does nothing where
 * another worker has taken the delivery over meanwhile, or the message is gone.
 */
export async function settleAttempts(
  tx: EntityManager,
  act: Act,
  { communityId, holder }: Run,
  ends: readonly { leg: BegunLeg; settlement: Settlement }[],
): Promise<void> {
  const legs = ends.map(({ leg }) => leg)
  const of = <Value>(value: (settlement: Settlement) => Value) => ends.map(({ settlement }) => value(settlement))
  const returned = ends.filter(({ leg, settlement }) => leg.grantId && settlement.grant === 'returned').map(({ leg }) => leg)
  await tx.query(
    `WITH settled AS (
       INSERT INTO deliveries AS d (community_id, id, message_id, channel, state, attempts, reason, provider_id, called_at, grant_id,
         at, next_at, held_by)
       SELECT $1, e.id, e.message_id, e.channel, e.state, e.attempts, e.reason, e.provider_id, CASE WHEN e.unknown THEN $2::timestamptz END,
         e.grant_id, $2, e.next_at, CASE WHEN e.next_at IS NULL THEN $3 ELSE '${RESTING}' END
       FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::text[], $9::text[], $10::text[], $11::boolean[], $12::uuid[],
           $13::timestamptz[]) AS e (id, message_id, channel, attempts, state, reason, provider_id, unknown, grant_id, next_at)
         CROSS JOIN LATERAL (SELECT FROM messages WHERE community_id = $1 AND id = e.message_id FOR KEY SHARE) AS still_there
       ORDER BY e.message_id
       ON CONFLICT (community_id, message_id, channel) DO UPDATE
       SET state = excluded.state, reason = excluded.reason, provider_id = excluded.provider_id, at = excluded.at,
         called_at = excluded.called_at, grant_id = excluded.grant_id, next_at = excluded.next_at, held_by = excluded.held_by
       WHERE d.attempts = excluded.attempts AND d.state = 'pending' AND d.held_by = $3
       RETURNING d.message_id, d.channel
     )
     UPDATE message_grants g SET consumed_at = NULL, consumed_by = NULL
     FROM settled JOIN unnest($14::uuid[], $15::uuid[]) AS back (message_id, grant_id) USING (message_id)
     WHERE settled.channel = 'subscribe' AND g.id = back.grant_id`,
    [
      communityId,
      act.now,
      holder,
      legs.map(() => newId(act.now)),
      ...columns(legs),
      legs.map(({ attempts }) => attempts),
      of(({ state }) => state),
      of(({ reason }) => reason && asKept(reason)),
      of(({ providerId }) => providerId && asKept(providerId)),
      of(({ unknown }) => unknown),
      ends.map(({ leg, settlement }) => (settlement.grant === 'returned' ? null : leg.grantId)),
      of(({ restMinutes }) => (restMinutes === null ? null : new Date(act.now.getTime() + restMinutes * 60_000))),
      returned.map(({ messageId }) => messageId),
      returned.map(({ grantId }) => grantId),
    ],
  )
}

/** Writes down that channels were left out, or given up without a call. */
export async function closeChannels(
  tx: EntityManager,
  act: Act,
  { communityId }: Run,
  legs: readonly (Leg & { state: 'skipped' | 'failed'; reason: string })[],
): Promise<void> {
  if (legs.length === 0) return
  await tx.query(
    `INSERT INTO deliveries AS d (community_id, id, message_id, channel, state, reason, at)
     SELECT $1, leg.id, leg.message_id, leg.channel, leg.state, leg.reason, $2
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[]) AS leg (id, message_id, channel, state, reason)
     ON CONFLICT (community_id, message_id, channel) DO UPDATE
     SET state = excluded.state, reason = excluded.reason, at = $2, called_at = NULL`,
    [
      communityId,
      act.now,
      legs.map(() => newId(act.now)),
      ...columns(legs),
      legs.map(({ state }) => state),
      legs.map(({ reason }) => reason),
    ],
  )
}

/** Lays channels to rest until their time; whoever watches then calls a run for them. */
export async function restChannels(
  tx: EntityManager,
  act: Act,
  { communityId }: Run,
  legs: readonly (Leg & { until: Date; reason: string })[],
): Promise<void> {
  if (legs.length === 0) return
  await tx.query(
    `INSERT INTO deliveries AS d (community_id, id, message_id, channel, state, reason, at, next_at, held_by)
     SELECT $1, leg.id, leg.message_id, leg.channel, 'pending', leg.reason, $2, leg.until, '${RESTING}'
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[]) AS leg (id, message_id, channel, reason, until)
     ON CONFLICT (community_id, message_id, channel) DO UPDATE
     SET reason = excluded.reason, at = $2, next_at = excluded.next_at, held_by = excluded.held_by`,
    [
      communityId,
      act.now,
      legs.map(() => newId(act.now)),
      ...columns(legs),
      legs.map(({ reason }) => reason),
      legs.map(({ until }) => until),
    ],
  )
}

const columns = (legs: readonly Leg[]) => [legs.map(({ messageId }) => messageId), legs.map(({ channel }) => channel)]

const LONGEST_KEPT = 200

/** What others answer may be anything; a zero byte PostgreSQL does not take. */
const asKept = (words: string) => words.replaceAll('\u0000', '').slice(0, LONGEST_KEPT)
