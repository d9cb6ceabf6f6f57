import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { isPlanned, PROMISES } from '../queries/promises.sql.ts'

export const MEETING_DRAFTED = 'meetings.drafted'

/** How long before its last day a meeting is drafted: half of a short period, at most six weeks. */
const AHEAD = 'least(p.every * 15, 42)'

/**
 * Drafts what the standard wants next, a week before its last day, for the office to fill in. One draft of each promise and
 * day it is due on, whichever server comes first; one that was cancelled is not drafted again.
 */
const DRAFT = `
  WITH drafted AS (
    INSERT INTO meetings (community_id, id, kind, title, starts_at, ends_at, audience, slot_minutes, slot_capacity, promised, due_on,
      created_at, updated_at)
    SELECT p.community_id, uuidv7(), CASE p.promised WHEN 'meeting' THEN 'owners-meeting' ELSE p.promised END,
      to_char(day, 'YYYY"年"FMMM"月"') || CASE p.promised WHEN 'meeting' THEN '业主会议' ELSE '总经理接待日' END,
      (day + CASE p.promised WHEN 'meeting' THEN time '09:30' ELSE time '14:00' END) AT TIME ZONE 'Asia/Shanghai',
      (day + CASE p.promised WHEN 'meeting' THEN time '11:30' ELSE time '17:00' END) AT TIME ZONE 'Asia/Shanghai',
      '{"whole": true, "buildings": [], "entrances": [], "units": [], "roles": []}',
      CASE p.promised WHEN 'reception-day' THEN 20 END, CASE p.promised WHEN 'reception-day' THEN 1 END,
      p.promised, p.ends, $1, $1
    FROM (${PROMISES('true', '$1::timestamptz')}) AS p
    CROSS JOIN LATERAL (SELECT least(p.ends, greatest(p.ends - 7, p.today + 3)) AS day) AS proposed
    WHERE p.today >= p.ends - ${AHEAD} AND NOT ${isPlanned}
    ON CONFLICT (community_id, promised, due_on) DO NOTHING
    RETURNING community_id, id)
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${MEETING_DRAFTED}', community_id, jsonb_build_object('meetingId', id), $1, $1 FROM drafted RETURNING id`

/** Keeps the promises of the standard in the calendar. */
@Injectable()
export class PlanMeetings {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('0 */15 * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many were drafted */
  async run(): Promise<number> {
    return (await this.#database.run(DRAFT, [this.#clock.now()])).length
  }
}
