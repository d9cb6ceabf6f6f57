import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { arrearsLimits } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { IS_OWED } from '../../billing/index.ts'
import { REMINDED } from '../actions/remind.ts'
import { filledIn, OWED } from '../queries/owed.sql.ts'

const TODAY = `($1::timestamptz AT TIME ZONE c.time_zone)::date`

/**
 * Every bill that reached a stage today, or while nobody looked for a day or two, household by household: one reminder for all its
 * bills of a stage, and for a bill that reached several only the last. Of servers that look at once each bill and stage is claimed
 * by one; the others write what is left, mostly nothing.
 */
const REMIND = `
  WITH reached AS MATERIALIZED (
    SELECT DISTINCT ON (b.community_id, b.id) b.community_id, b.id AS bill_id, b.unit_id, s.id AS stage_id, s.wording, ${OWED} AS owed,
      b.due_on, ${TODAY} AS today
    FROM reminder_stages s
    JOIN communities c ON c.id = s.community_id
    JOIN bills b ON b.community_id = s.community_id AND ${IS_OWED}
      AND b.due_on BETWEEN greatest(${TODAY} - ${arrearsLimits.daysToMakeUp}, s.set_on) - s.days AND ${TODAY} - s.days
    WHERE s.ended_at IS NULL
      AND NOT EXISTS (SELECT FROM reminder_stops x WHERE x.community_id = b.community_id AND x.unit_id = b.unit_id
        AND (x.until IS NULL OR x.until >= ${TODAY}))
    ORDER BY b.community_id, b.id, s.days DESC
  ), due AS MATERIALIZED (
    SELECT r.* FROM reached r WHERE NOT EXISTS (SELECT FROM reminder_bills m
      WHERE m.community_id = r.community_id AND m.bill_id = r.bill_id AND m.stage_id = r.stage_id)
  ), households AS MATERIALIZED (
    SELECT community_id, unit_id, stage_id, uuidv7() AS id FROM due GROUP BY community_id, unit_id, stage_id
  ), claimed AS (
    INSERT INTO reminder_bills (community_id, bill_id, stage_id, unit_id, reminder_id)
    SELECT d.community_id, d.bill_id, d.stage_id, d.unit_id, h.id FROM due d JOIN households h USING (community_id, unit_id, stage_id)
    ORDER BY d.community_id, d.bill_id
    ON CONFLICT (community_id, bill_id, stage_id) DO NOTHING
    RETURNING community_id, bill_id, reminder_id
  ), reminded AS (
    INSERT INTO reminders (community_id, id, unit_id, stage_id, way, reminded_on, bills, owed_fen, due_on, text, by_name, created_at)
    SELECT o.community_id, o.reminder_id, o.unit_id, o.stage_id, 'message', o.today, o.bills, o.owed, o.due,
      ${filledIn({ wording: 'o.wording', label: 'u.label', bills: 'o.bills', owed: 'o.owed', due: 'o.due' })}, '系统', $1
    FROM (SELECT m.community_id, m.reminder_id, d.unit_id, d.stage_id, d.wording, d.today, count(*)::int AS bills, sum(d.owed) AS owed,
        min(d.due_on) AS due
      FROM claimed m JOIN due d ON d.community_id = m.community_id AND d.bill_id = m.bill_id GROUP BY 1, 2, 3, 4, 5, 6) o
    JOIN units u ON u.community_id = o.community_id AND u.id = o.unit_id
    RETURNING community_id, id
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${REMINDED}', community_id, jsonb_build_object('reminderId', id), $1, $1 FROM reminded RETURNING id`

/** Looks each hour of the day whether a bill has reached a stage. */
@Injectable()
export class RemindDue {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('20 10 9-19 * * *', { timeZone: 'Asia/Shanghai' })
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many households were reminded */
  async run(): Promise<number> {
    return this.#database.transaction(async (tx) => ((await tx.query(REMIND, [this.#clock.now()])) as unknown[]).length)
  }
}
