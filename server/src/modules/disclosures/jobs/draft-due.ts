import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { DISCLOSURE_TOLD } from '../actions/load-disclosure.ts'
import { copyLines, openingBefore } from '../queries/copy.sql.ts'

const TODAY = `($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`

/** The periods of plan `p` that have ended, from the one it begins with. */
const ENDED = `
  (SELECT f::date AS period_from, (f + make_interval(months => cycle_months(p.cycle)) - interval '1 day')::date AS period_to
   FROM generate_series(cycle_start(p.cycle, p.since)::timestamp, ${TODAY}::timestamp, make_interval(months => cycle_months(p.cycle))) AS f)`

/** One draft of each fund and period, whichever server comes first. */
const DRAFT = `
  WITH drafted AS (
    INSERT INTO disclosures (community_id, id, fund, period_from, period_to, edition, due_on, opening_fen, copied_at, created_at)
    SELECT p.community_id, uuidv7(), p.fund, e.period_from, e.period_to, 1, e.period_to + p.due_after_days,
      ${openingBefore('p.community_id', 'p.fund', 'e.period_from')}, $1, $1
    FROM disclosure_plans p CROSS JOIN LATERAL ${ENDED} e
    WHERE e.period_to < ${TODAY} AND e.period_from >= p.since
      AND NOT EXISTS (SELECT FROM disclosures d WHERE d.community_id = p.community_id AND d.fund = p.fund AND d.period_from = e.period_from)
    ON CONFLICT (community_id, fund, period_from, edition) DO NOTHING
    RETURNING community_id, id, fund, period_from, period_to
  ), lines AS (${copyLines('drafted')})
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${DISCLOSURE_TOLD}', community_id, jsonb_build_object('disclosureId', id, 'what', 'drafted'), $1, $1
  FROM drafted RETURNING id`

/** Each that is not posted in time is told of once. */
const LATE = `
  WITH late AS (
    UPDATE disclosures SET late_told_at = $1 WHERE state <> 'posted' AND late_told_at IS NULL AND edition = 1 AND due_on < ${TODAY}
    RETURNING community_id, id)
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${DISCLOSURE_TOLD}', community_id, jsonb_build_object('disclosureId', id, 'what', 'late'), $1, $1
  FROM late RETURNING id`

/** A calendar was set: what it makes due is drafted at once. */
export async function draftAsPlanned(tx: EntityManager, act: Act): Promise<void> {
  await tx.query(DRAFT, [act.now])
}

/** Keeps the calendar: drafts what has become due, and warns of what is late. */
@Injectable()
export class DraftDisclosures {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('0 */10 * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many were drafted, and of how many it was said that they are late */
  async run(): Promise<{ drafted: number; late: number }> {
    const now = this.#clock.now()
    const drafted = await this.#database.run(DRAFT, [now])
    return { drafted: drafted.length, late: (await this.#database.run(LATE, [now])).length }
  }
}
