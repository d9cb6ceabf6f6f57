import { Inject, Injectable, Logger } from '@nestjs/common'
import { Interval } from '@nestjs/schedule'
import { Clock, newId } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { isConnectionLoss, WorkerDatabase } from '../../../platform/database/index.ts'
import { Jobs } from '../../../platform/jobs/index.ts'
import { RESTING } from '../actions/attempt-delivery.ts'
import { enqueueMany } from './delivery-jobs.ts'

const EVERY_MS = 2000
const AT_ONCE = 500

/** Takes what has rested long enough, and gives each message to one run; watchers beside each other take different ones. */
const TAKE = `
  WITH due AS (
    SELECT community_id, id FROM deliveries WHERE state = 'pending' AND next_at <= $1 AND held_by = $2
    ORDER BY next_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE deliveries d SET next_at = NULL, held_by = $3 FROM due
    WHERE d.community_id = due.community_id AND d.id = due.id
    RETURNING d.community_id, d.message_id
  )
  SELECT community_id AS "communityId", array_agg(DISTINCT message_id) AS "messageIds" FROM taken GROUP BY community_id`

/** Wakes deliveries that waited: for the end of quiet hours, for a mail server, for their turn, or to be sent again. */
@Injectable()
export class DeliveryWatch {
  readonly #log = new Logger('deliveries')
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #jobs: Jobs
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, jobs: Jobs, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#jobs = jobs
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (!this.#works) return
    try {
      while ((await this.run()) === AT_ONCE);
    } catch (error) {
      if (!isConnectionLoss(error)) throw error
      this.#log.warn('deliveries wait for the database')
    }
  }

  /** @returns how many deliveries it gave to a run */
  run(): Promise<number> {
    const now = this.#clock.now()
    const holder = newId(now)
    return this.#database.transaction(async (tx) => {
      const due = (await tx.query(TAKE, [now, RESTING, holder])) as { communityId: string; messageIds: string[] }[]
      for (const { communityId, messageIds } of due) await enqueueMany(this.#jobs, tx, { communityId, messageIds, holder })
      return due.reduce((sum, { messageIds }) => sum + messageIds.length, 0)
    })
  }
}
