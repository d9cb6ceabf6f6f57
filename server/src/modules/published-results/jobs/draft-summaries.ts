import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'

export const SUMMARY_DUE = 'results.summary-due'

/** From eight on the first of a month: the month before, once for each community that was served in it. */
const DUE = `
  WITH months AS (
    SELECT m.id AS community_id, (local.day - interval '1 month')::date AS first_day, (local.day - 1)::date AS last_day
    FROM communities m
    CROSS JOIN LATERAL (SELECT date_trunc('month', ($1::timestamptz AT TIME ZONE m.time_zone) - interval '8 hours')::date AS day) local
    WHERE EXISTS (SELECT 1 FROM standard_adoptions a WHERE a.community_id = m.id
      AND a.effective_from < local.day::timestamp AT TIME ZONE m.time_zone)
  ), due AS (
    INSERT INTO published_results (community_id, id, kind, first_day, last_day, made_for, made_by_name, created_at)
    SELECT community_id, uuidv7(), 'summary', first_day, last_day, 'summary of ' || first_day, '系统', $1 FROM months
    ON CONFLICT (community_id, made_for) DO NOTHING
    RETURNING community_id, id
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${SUMMARY_DUE}', community_id, jsonb_build_object('resultId', id), $1, $1 FROM due RETURNING id`

/** Has the summary of the month before drafted, however many workers look. */
@Injectable()
export class DraftSummaries {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('50 */5 * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many summaries fell due */
  async run(): Promise<number> {
    return (await this.#database.run(DUE, [this.#clock.now()])).length
  }
}
