import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { EntityManager } from 'typeorm'
import { v5 } from 'uuid'
import { CONFIG, type Config } from '../config/index.ts'
import { createBoss, deadLetterOf } from './boss.ts'
import { jobsWaiting } from './job-metrics.ts'
import { TryAgainLater, type JobHandler, type JobQueue } from './job-queue.ts'

const POLL_EVERY_MS = 250
const IN_HAND = 10
const TIDY_EVERY_MS = 30_000
const DEAD_ARE_KEPT_SECONDS = 90 * 24 * 3600
const KEY_NAMESPACE = 'b3c1f9e2-6a0d-4a57-9f57-0a4c2f6f7f11'

export interface JobKey {
  /** Names the one thing the job does; a second job under the same key is not made. */
  businessKey: string
}

interface Registered {
  queue: JobQueue<object>
  handler: JobHandler<object>
}

/**
 * Work that talks to the outside: kept in PostgreSQL by pg-boss, put there in the transaction that wants it, done by the
 * workers, at least once, with a pause between tries. Handlers must bear being run twice.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  readonly #log = new Logger('jobs')
  readonly #url: string
  readonly #registered = new Map<string, Registered>()
  #opening: Promise<PgBoss> | null = null
  #stopping = false
  #running: Promise<void> | null = null
  readonly #stopped = new AbortController()

  constructor(@Inject(CONFIG) config: Config) {
    this.#url = config.WORKER_DATABASE_URL
  }

  /** Registers who does a queue's work; called by modules while they are wired, in every role, so that all may enqueue. */
  handle<Payload extends object>(queue: JobQueue<Payload>, handler: JobHandler<Payload>): void {
    this.#registered.set(queue.name, { queue, handler: handler as JobHandler<object> })
  }

  /** Puts jobs in, all or none, as part of a worker's transaction. */
  async enqueue<Payload extends object>(
    tx: EntityManager,
    queue: JobQueue<Payload>,
    jobs: readonly (JobKey & { payload: Payload })[],
  ): Promise<void> {
    const boss = await this.#open()
    const rows = jobs.map(({ businessKey, payload }) => ({
      id: v5(`${queue.name} ${businessKey}`, KEY_NAMESPACE),
      data: payload,
    }))
    const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: (await tx.query(text, values)) as unknown[] }) }
    await boss.insert(queue.name, rows, { db })
  }

  /** Starts to work; for processes whose role is to. What takes long in one queue keeps no other waiting. */
  start(): void {
    this.#running ??= this.#work()
  }

  /**
   * Does everything there is to do, without sleeping; answers when nothing is left.
   * With `ahead` a later try is made at once, so that a test sees how it ends.
   * @returns how many runs it took
   */
  async runDueJobs({ ahead = false }: { ahead?: boolean } = {}): Promise<number> {
    let runs = 0
    for (let ran = -1; ran !== 0; runs += ran) {
      ran = 0
      for (const registered of this.#registered.values()) ran += await this.#runBatch(registered, ahead)
    }
    return runs
  }

  /** Takes back what a dead worker had in hand, removes what is old, and shows what waits and what is dead. */
  async tidy(): Promise<void> {
    const boss = await this.#open()
    await boss.supervise()
    for (const { queue } of this.#registered.values()) {
      const { queuedCount, activeCount } = await boss.getQueueStats(queue.name)
      const dead = await boss.getQueueStats(deadLetterOf(queue.name))
      jobsWaiting.set({ queue: queue.name, state: 'waiting' }, queuedCount)
      jobsWaiting.set({ queue: queue.name, state: 'active' }, activeCount)
      jobsWaiting.set({ queue: queue.name, state: 'dead' }, dead.queuedCount)
    }
  }

  /** What was given up, newest last, for people to look at. */
  async deadJobs<Payload extends object>(queue: JobQueue<Payload>): Promise<{ payload: Payload; because: string }[]> {
    const boss = await this.#open()
    const jobs = await boss.findJobs<Payload>(deadLetterOf(queue.name))
    return jobs.map(({ data, output }) => ({
      payload: data,
      because: String((output as { message?: string } | null)?.message ?? ''),
    }))
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true
    this.#stopped.abort()
    await this.#running
    const boss = await this.#opening?.catch(() => null)
    await boss?.stop({ graceful: false })
  }

  async #work(): Promise<void> {
    const queues = [...this.#registered.values()]
    const works = queues.flatMap((registered) =>
      Array.from({ length: registered.queue.loops ?? 1 }, () =>
        this.#loop(() => this.#runBatch(registered, false), POLL_EVERY_MS),
      ),
    )
    await Promise.all([...works, this.#loop(() => this.tidy().then(() => 0), TIDY_EVERY_MS)])
  }

  /** Does something again as long as there is something to do, and then now and then. */
  async #loop(work: () => Promise<number>, everyMs: number): Promise<void> {
    while (!this.#stopping) {
      try {
        if ((await work()) > 0) continue
      } catch (error) {
        this.#log.warn(`the jobs wait for the database: ${(error as Error).message}`)
      }
      await pause(everyMs, undefined, { signal: this.#stopped.signal }).catch(() => undefined)
    }
  }

  async #runBatch(registered: Registered, ahead: boolean): Promise<number> {
    const boss = await this.#open()
    if (this.#stopping) return 0
    const options = { includeMetadata: true as const, batchSize: registered.queue.inHand ?? IN_HAND, ignoreStartAfter: ahead }
    const jobs = await boss.fetch<object>(registered.queue.name, options)
    await Promise.all(jobs.map((job) => this.#run(boss, registered, job)))
    return jobs.length
  }

  async #run(boss: PgBoss, { queue, handler }: Registered, job: JobWithMetadata<object>): Promise<void> {
    const lastTry = job.retryCount >= job.retryLimit
    try {
      await handler(job.data, { attempt: job.retryCount + 1, lastTry })
      await boss.complete(queue.name, job.id)
    } catch (error) {
      const { message, stack } = error as Error
      if (lastTry) this.#log.error(`${queue.name} ${job.id} is dead after ${job.retryCount + 1} tries: ${stack}`)
      else if (!(error instanceof TryAgainLater)) this.#log.warn(`${queue.name} ${job.id} failed, to be tried again: ${stack}`)
      await boss.fail(queue.name, job.id, { message })
    }
  }

  #open(): Promise<PgBoss> {
    this.#opening ??= this.#connect().catch((error: unknown) => {
      this.#opening = null
      throw error
    })
    return this.#opening
  }

  async #connect(): Promise<PgBoss> {
    const boss = createBoss(this.#url, { migrate: false })
    boss.on('error', (error) => this.#log.warn(`pg-boss: ${error.message}`))
    await boss.start()
    for (const { queue } of this.#registered.values()) await prepare(boss, queue)
    return boss
  }
}

async function prepare(boss: PgBoss, queue: JobQueue<object>): Promise<void> {
  const deadLetter = deadLetterOf(queue.name)
  const settings = {
    retryLimit: queue.retries,
    retryDelay: queue.delaySeconds,
    retryBackoff: true,
    retryDelayMax: queue.longestDelaySeconds,
    expireInSeconds: queue.lostAfterSeconds,
    deadLetter,
  }
  await boss.createQueue(deadLetter, { retentionSeconds: DEAD_ARE_KEPT_SECONDS })
  await boss.createQueue(queue.name, settings)
  await boss.updateQueue(queue.name, settings)
}
