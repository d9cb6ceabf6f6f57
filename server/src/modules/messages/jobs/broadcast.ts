import { Injectable } from '@nestjs/common'
import type { MessageKind } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { Jobs, type JobQueue } from '../../../platform/jobs/index.ts'
import { Audiences } from '../audiences.ts'
import { templateOf } from '../rules/templates.ts'
import { enqueueMany } from './delivery-jobs.ts'

export interface BroadcastRef {
  communityId: string
  broadcastId: string
}

export const broadcastMessages: JobQueue<BroadcastRef> = {
  name: 'messages.broadcast',
  retries: 20,
  delaySeconds: 5,
  longestDelaySeconds: 300,
  lostAfterSeconds: 600,
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Residents of one transaction: what a stop has to wait for, and all that is ever held in memory. */
const BATCH = 5000

/**
 * Of the next accounts after the last one looked at, those that are meant: each is looked at once. What is done stands in the
 * broadcast, so any worker goes on from there.
 */
const nextBatch = (condition: string) => `
  WITH b AS (SELECT * FROM broadcasts WHERE community_id = $1 AND id = $2),
  residents_next AS MATERIALIZED (
    SELECT * FROM residents WHERE community_id = $1 AND account_id > $6 ORDER BY account_id LIMIT $3
  ), people AS MATERIALIZED (
    SELECT r.account_id, r.name FROM residents_next r, b WHERE r.erased_at IS NULL AND (${condition})
  ), told AS (
    INSERT INTO messages (community_id, id, business_key, kind, account_id, recipient_name, title, body, values, urgent, created_at,
      broadcast_id)
    SELECT $1, uuidv7(), b.business_key || ':' || p.account_id, b.kind, p.account_id, p.name, b.title, b.body, b.values, b.urgent,
      b.created_at, b.id
    FROM people p, b
    ON CONFLICT (community_id, business_key) DO NOTHING
    RETURNING id, account_id
  ), inboxed AS (
    INSERT INTO deliveries (community_id, id, message_id, channel, state, attempts, at)
    SELECT $1, uuidv7(), id, 'inbox', 'sent', 1, $4 FROM told
  ), moved AS (
    UPDATE broadcasts SET told = told + (SELECT count(*) FROM told),
      reached_account = coalesce((SELECT account_id FROM residents_next ORDER BY account_id DESC LIMIT 1), reached_account),
      state = CASE WHEN (SELECT count(*) FROM residents_next) < $3 THEN 'done' ELSE state END,
      ended_at = CASE WHEN (SELECT count(*) FROM residents_next) < $3 THEN $4 END
    WHERE community_id = $1 AND id = $2
    RETURNING state
  )
  SELECT (SELECT state = 'done' FROM moved) AS done, coalesce((
    SELECT array_agg(t.id) FROM told t, b LEFT JOIN message_policies p ON p.community_id = $1 AND p.kind = b.kind
    WHERE b.urgent OR p.urgent OR EXISTS (
      SELECT 1 FROM accounts a JOIN message_grants g ON g.openid = a.openid AND g.template = $5 AND g.consumed_at IS NULL
      WHERE a.id = t.account_id)
    OR EXISTS (SELECT 1 FROM message_preferences f WHERE f.person_id = t.account_id AND f.email IS NOT NULL)), '{}') AS outward`

/**
 * Tells everybody of a broadcast, some thousands at a time. Each batch is one statement and one transaction: who is told, the
 * inbox, how far it got, and the jobs of those who can be reached outside of the inbox.
 */
@Injectable()
export class BroadcastMessages {
  readonly #database: WorkerDatabase
  readonly #audiences: Audiences
  readonly #jobs: Jobs
  readonly #clock: Clock

  constructor(database: WorkerDatabase, audiences: Audiences, jobs: Jobs, clock: Clock) {
    this.#database = database
    this.#audiences = audiences
    this.#jobs = jobs
    this.#clock = clock
  }

  async run(ref: BroadcastRef): Promise<void> {
    while (await this.tellSome(ref));
  }

  /** @returns whether there is more to do */
  async tellSome({ communityId, broadcastId }: BroadcastRef, batch = BATCH): Promise<boolean> {
    return this.#database.transaction(async (tx) => {
      const [broadcast] = (await tx.query(
        'SELECT kind, audience, state, reached_account AS reached FROM broadcasts WHERE community_id = $1 AND id = $2 FOR UPDATE',
        [communityId, broadcastId],
      )) as { kind: MessageKind; audience: string; state: string; reached: string | null }[]
      if (broadcast?.state !== 'sending') return false
      const condition = this.#audiences.conditionOf(broadcast.audience)
      const values = [
        communityId,
        broadcastId,
        batch,
        this.#clock.now(),
        templateOf(broadcast.kind, false),
        broadcast.reached ?? NOBODY,
      ]
      const [told] = (await tx.query(nextBatch(condition), values)) as [{ done: boolean; outward: string[] }]
      await enqueueMany(this.#jobs, tx, { communityId, messageIds: told.outward })
      return !told.done
    })
  }
}
