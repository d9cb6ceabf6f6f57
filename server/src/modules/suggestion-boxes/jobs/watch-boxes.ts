import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { DUE_ON } from '../queries/due-on.ts'

export const BOX_WAITS = 'boxes.waits'

export interface BoxWaits {
  boxId: string
  dueOn: string
  what: 'due' | 'late'
}

/** Each day to empty a box is told at eight, and once more at eight of the day after it, however many workers look. */
const WAITING = `
  WITH boxes AS (
    SELECT b.community_id, b.id, ${DUE_ON('$1')} AS due_on, ($1::timestamptz AT TIME ZONE m.time_zone)::date AS today
    FROM suggestion_boxes b JOIN communities m ON m.id = b.community_id
    WHERE b.retired_at IS NULL AND ($1::timestamptz AT TIME ZONE m.time_zone)::time >= time '08:00'
  ), due AS (
    UPDATE suggestion_boxes b SET due_told_for = x.due_on FROM boxes x
    WHERE b.community_id = x.community_id AND b.id = x.id AND x.due_on = x.today AND b.due_told_for IS DISTINCT FROM x.due_on
    RETURNING b.community_id, b.id, x.due_on, 'due' AS what
  ), late AS (
    UPDATE suggestion_boxes b SET late_told_for = x.due_on FROM boxes x
    WHERE b.community_id = x.community_id AND b.id = x.id AND x.due_on < x.today AND b.late_told_for IS DISTINCT FROM x.due_on
    RETURNING b.community_id, b.id, x.due_on, 'late' AS what
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${BOX_WAITS}', community_id, jsonb_build_object('boxId', id, 'dueOn', due_on, 'what', what), $1, $1
  FROM (SELECT * FROM due UNION ALL SELECT * FROM late) waits RETURNING id`

@Injectable()
export class WatchBoxes {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('40 * * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many boxes were told of */
  async run(): Promise<number> {
    return (await this.#database.run(WAITING, [this.#clock.now()])).length
  }
}
