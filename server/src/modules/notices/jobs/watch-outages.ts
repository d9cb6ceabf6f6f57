import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'

export const OUTAGE_OVERDUE = 'notices.outage-overdue'

export interface OutageOverdue {
  outageId: string
  expectedUntil: string
}

/** Each expected time is told once when it passes, however many workers look; a new one may pass again. */
const OVERDUE = `
  WITH late AS (
    UPDATE outages SET overdue_told_of = expected_until
    WHERE state = 'announced' AND expected_until <= $1 AND overdue_told_of IS DISTINCT FROM expected_until
    RETURNING community_id, id, expected_until
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${OUTAGE_OVERDUE}', community_id, jsonb_build_object('outageId', id, 'expectedUntil', expected_until), $1, $1
  FROM late RETURNING id`

@Injectable()
export class WatchOutages {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('30 * * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many expected times have passed */
  async run(): Promise<number> {
    return (await this.#database.run(OVERDUE, [this.#clock.now()])).length
  }
}
