import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { MEETING_TOLD } from '../actions/load-meeting.ts'
import { EVE } from '../queries/eve.sql.ts'

/**
 * On the day before, from nine o'clock on, once for each beginning: a meeting that is moved is reminded of again. Whoever looks
 * first marks the meeting; for who looks at the same time the row no longer meets the condition.
 */
const REMIND = `
  WITH reminded AS (
    UPDATE meetings n SET reminded_for = n.starts_at
    WHERE n.state = 'announced' AND n.starts_at > $1 AND n.starts_at < $1::timestamptz + interval '2 days'
      AND ${EVE('n.starts_at')} <= $1 AND n.reminded_for IS DISTINCT FROM n.starts_at
    RETURNING n.community_id, n.id, n.starts_at)
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${MEETING_TOLD}', community_id,
    jsonb_build_object('meetingId', id, 'what', 'reminded', 'turn', extract(epoch FROM starts_at)::bigint), $1, $1
  FROM reminded RETURNING id`

/** Reminds of what is tomorrow. */
@Injectable()
export class RemindOfMeetings {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('20 */5 * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns of how many meetings people are reminded */
  async run(): Promise<number> {
    return (await this.#database.run(REMIND, [this.#clock.now()])).length
  }
}
