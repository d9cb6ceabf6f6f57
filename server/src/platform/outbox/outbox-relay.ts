import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../clock/index.ts'
import { WorkerDatabase } from '../database/worker-database.ts'
import type { OutboxEvent, OutboxHandler } from './outbox.ts'

const POLL_EVERY_MS = 200
const BATCH = 20
/** After this many failures an event is set aside for people: `dead_at` is set and it is shown on the metrics. */
const MAX_ATTEMPTS = 8

interface Claimed {
  id: string
  topic: string
  community_id: string
  payload: Record<string, unknown>
  trace_id: string | null
  attempts: number
}

/**
 * Delivers events to their handlers. Claim, effect and removal are one transaction, so a crash at any point means
 * either all or nothing; several replicas share the work by SKIP LOCKED.
 */
@Injectable()
export class OutboxRelay implements BeforeApplicationShutdown {
  readonly #log = new Logger('outbox')
  readonly #handlers = new Map<string, OutboxHandler[]>()
  #stopping = false
  #running: Promise<void> | null = null
  #wake: (() => void) | null = null

  readonly #database: WorkerDatabase
  readonly #clock: Clock

  constructor(database: WorkerDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** Registers a handler; called by modules while they are wired. */
  on(topic: string, handler: OutboxHandler): void {
    this.#handlers.set(topic, [...(this.#handlers.get(topic) ?? []), handler])
  }

  start(): void {
    this.#running ??= this.#loop()
  }

  /** Delivers everything that is due now. Returns how many events were handled. */
  async deliverDue(): Promise<number> {
    let handled = 0
    while (!this.#stopping && (await this.#deliverOne())) handled++
    return handled
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true
    this.#wake?.()
    await this.#running
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      try {
        for (let taken = BATCH; taken === BATCH && !this.#stopping;) {
          taken = 0
          while (taken < BATCH && (await this.#deliverOne())) taken++
        }
      } catch (error) {
        this.#log.warn(`the outbox waits for the database: ${(error as Error).message}`)
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        setTimeout(resolve, POLL_EVERY_MS)
      })
    }
  }

  async #deliverOne(): Promise<boolean> {
    const failed = await this.#database.transaction(async (tx) => {
      const event = await claim(tx, this.#clock.now())
      if (!event) return undefined
      try {
        await tx.query('SAVEPOINT handling')
        await this.#handle(tx, event)
        await tx.query('DELETE FROM outbox WHERE id = $1', [event.id])
        return null
      } catch (error) {
        await tx.query('ROLLBACK TO SAVEPOINT handling')
        await postpone(tx, event, error as Error, this.#clock.now())
        return { event, error: error as Error }
      }
    })
    if (failed) this.#log.error(`${failed.event.topic} failed (try ${failed.event.attempts + 1}): ${failed.error.stack}`)
    return failed !== undefined
  }

  async #handle(tx: EntityManager, claimed: Claimed): Promise<void> {
    const event: OutboxEvent = {
      id: claimed.id,
      topic: claimed.topic,
      communityId: claimed.community_id,
      payload: claimed.payload,
      traceId: claimed.trace_id,
    }
    const act = {
      actor: { kind: 'system' as const, id: null, name: '系统' },
      reach: { communities: [event.communityId], companies: [] },
      now: this.#clock.now(),
      traceId: claimed.trace_id ?? claimed.id,
      address: null,
      idempotency: null,
    }
    for (const handler of this.#handlers.get(event.topic) ?? []) await handler(tx, act, event)
  }
}

async function claim(tx: EntityManager, now: Date): Promise<Claimed | undefined> {
  const rows = (await tx.query(
    `SELECT id, topic, community_id, payload, trace_id, attempts FROM outbox
     WHERE available_at <= $1 AND dead_at IS NULL ORDER BY available_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  )) as Claimed[]
  return rows[0]
}

async function postpone(tx: EntityManager, event: Claimed, error: Error, now: Date): Promise<void> {
  const attempts = event.attempts + 1
  const waitSeconds = Math.min(2 ** attempts, 300)
  await tx.query(`UPDATE outbox SET attempts = $2, failed_because = $3, available_at = $4, dead_at = $5 WHERE id = $1`, [
    event.id,
    attempts,
    error.message.slice(0, 500),
    new Date(now.getTime() + waitSeconds * 1000),
    attempts >= MAX_ATTEMPTS ? now : null,
  ])
}
