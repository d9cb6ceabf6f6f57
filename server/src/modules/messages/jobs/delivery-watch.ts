import { Inject, Injectable, Logger } from '@nestjs/common'
import { Interval } from '@nestjs/schedule'
import { Clock, newId } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { isConnectionLoss, WorkerDatabase } from '../../../platform/database/index.ts'
import { Jobs } from '../../../platform/jobs/index.ts'
import { RESTING } from '../actions/attempt-delivery.ts'
import { deliverMessage } from './deliver-message.ts'

const EVERY_MS = 2000
const AT_ONCE = 500

/** Takes what has rested long enough, and gives each message to one run; watchers beside each other take different ones. */
const TAKE = `
  WITH due AS (
    SELECT community_id, id FROM deliveries WHERE state = 'pending' AND next_at <= $1 AND held_by = $2
    ORDER BY next_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE deliveries d SET next_at = NULL, held_by = $3 || ' ' || d.message_id FROM due
    WHERE d.community_id = due.community_id AND d.id = due.id
    RETURNING d.community_id, d.message_id, d.held_by
  )
  SELECT DISTINCT community_id AS "communityId", message_id AS "messageId", held_by AS holder FROM taken`

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

  /** @returns how many messages it gave to a run */
  run(): Promise<number> {
    const now = this.#clock.now()
    const round = newId(now)
    return this.#database.transaction(async (tx) => {
      const due = (await tx.query(TAKE, [now, RESTING, round])) as { communityId: string; messageId: string; holder: string }[]
      const jobs = due.map((ref) => ({ businessKey: ref.holder, payload: ref }))
      if (jobs.length > 0) await this.#jobs.enqueue(tx, deliverMessage, jobs)
      return due.length
    })
  }
}
