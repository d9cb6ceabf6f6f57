import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { NOTICE_TOLD } from '../actions/load-notice.ts'

/** Whoever comes first publishes: a row that another worker took no longer meets the condition. */
const PUBLISH = `
  WITH published AS (
    UPDATE notices SET state = 'published', edition = 1, told_edition = 1, published_at = $1, scheduled_for = NULL, updated_at = $1,
      version = version + 1
    WHERE state = 'scheduled' AND scheduled_for <= $1
    RETURNING *
  ), editions AS (
    INSERT INTO notice_editions (community_id, notice_id, number, title, body, file_ids, state, written_by, written_by_name,
      decided_by_name, written_at, published_at)
    SELECT community_id, id, 1, title, body, file_ids, 'published', written_by, written_by_name, decided_by_name, created_at, $1
    FROM published
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${NOTICE_TOLD}', community_id, jsonb_build_object('noticeId', id, 'what', 'published', 'onTime', true), $1, $1
  FROM published RETURNING id`

/** Publishes notices when their time has come. */
@Injectable()
export class PublishDue {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('*/10 * * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many were published */
  async run(): Promise<number> {
    return (await this.#database.run(PUBLISH, [this.#clock.now()])).length
  }
}
