import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { FILL_ROUNDS, livesThere } from '../queries/fill-rounds.sql.ts'

/** A round was opened; by the plan or by somebody. */
export const ROUND_OPENED = 'visits.round-opened'

const TODAY = `($1::timestamptz AT TIME ZONE c.time_zone)::date`

/** What a round did not get done is seen in it; its households come first in the next. */
const CLOSE = `
  WITH closed AS (
    UPDATE visit_rounds r SET closed_at = $1 FROM communities c
    WHERE c.id = r.community_id AND r.closed_at IS NULL AND r.ends_on < ${TODAY}
    RETURNING r.community_id, r.id)
  UPDATE visits v SET state = 'missed', ended_at = $1, version = v.version + 1 FROM closed
  WHERE v.community_id = closed.community_id AND v.round_id = closed.id AND v.state = 'planned' RETURNING v.id`

/** Nobody is left of those for whom the visit was planned. */
const DROP = `
  UPDATE visits v SET state = 'dropped', ended_at = $1, version = v.version + 1
  FROM units u JOIN communities c ON c.id = u.community_id
  WHERE v.state = 'planned' AND u.community_id = v.community_id AND u.id = v.unit_id
    AND NOT EXISTS (SELECT FROM residencies h WHERE ${livesThere(TODAY)} AND h.valid_from <= v.planned_on)
  RETURNING v.id`

/**
 * Opens the next round where none of the whole community runs. Of two workers that look at once the second meets the number
 * the first has given, opens nothing, and so fills nothing.
 */
const OPEN = `
  WITH due AS (
    SELECT c.id, ${TODAY} AS today, (a.figures -> 'outreach' ->> 'visitEveryMonths')::int AS months
    FROM communities c
    JOIN LATERAL (SELECT figures FROM standard_adoptions s WHERE s.community_id = c.id AND s.effective_from <= $1
      ORDER BY s.effective_from DESC, s.id DESC LIMIT 1) a ON true
    WHERE NOT EXISTS (SELECT FROM visit_rounds r WHERE r.community_id = c.id AND r.building_ids = '{}' AND r.closed_at IS NULL)
      AND EXISTS (SELECT FROM residencies h WHERE h.community_id = c.id AND h.valid_from <= ${TODAY}
        AND (h.valid_until IS NULL OR h.valid_until >= ${TODAY}))
  ), opened AS (
    INSERT INTO visit_rounds (community_id, id, number, starts_on, ends_on, way, opened_at)
    SELECT d.id, uuidv7(), coalesce((SELECT max(number) FROM visit_rounds r WHERE r.community_id = d.id), 0) + 1, d.today,
      (d.today + d.months * interval '1 month')::date - 1, 'door', $1
    FROM due d WHERE d.months IS NOT NULL
    ON CONFLICT (community_id, number) DO NOTHING
    RETURNING *
  ), told AS (
    INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
    SELECT uuidv7(), '${ROUND_OPENED}', community_id, jsonb_build_object('roundId', id), $1, $1 FROM opened
  ), ${FILL_ROUNDS}`

/** Who moved in since the round began has a visit due in a fortnight, or before the round ends. */
const JOIN = `
  WITH moved AS (
    SELECT DISTINCT ON (u.community_id, u.id) u.community_id, u.id AS unit_id, r.id AS round_id, r.way, r.starts_on, r.ends_on,
      ${TODAY} AS today, home.since
    FROM visit_rounds r
    JOIN communities c ON c.id = r.community_id
    JOIN units u ON u.community_id = r.community_id AND (r.building_ids = '{}' OR u.building_id = ANY (r.building_ids))
    CROSS JOIN LATERAL (SELECT min(h.valid_from) AS since FROM residencies h WHERE ${livesThere(TODAY)}) home
    WHERE r.closed_at IS NULL AND home.since IS NOT NULL
      AND NOT EXISTS (SELECT FROM visits v WHERE v.community_id = u.community_id AND v.unit_id = u.id AND v.state <> 'dropped'
        AND (v.state = 'planned' OR (v.ended_at >= home.since
          AND (v.round_id = r.id OR (v.state <> 'missed' AND v.ended_at >= r.starts_on)))))
    ORDER BY u.community_id, u.id, r.number DESC
  )
  INSERT INTO visits (community_id, id, round_id, unit_id, turn, planned_on, due_week, way)
  SELECT m.community_id, uuidv7(), m.round_id, m.unit_id,
    (SELECT coalesce(max(v.turn), 0) FROM visits v WHERE v.community_id = m.community_id AND v.round_id = m.round_id)
      + row_number() OVER (PARTITION BY m.round_id ORDER BY m.since, m.unit_id),
    m.today,
    greatest(date_trunc('week', m.today)::date, least(date_trunc('week', m.today)::date + 14, date_trunc('week', m.ends_on - 6)::date)),
    m.way
  FROM moved m
  ON CONFLICT (community_id, unit_id) WHERE state = 'planned' DO NOTHING
  RETURNING id`

/** Keeps a round running everywhere and its households those that live there. Each statement may run anywhere, any number of times. */
@Injectable()
export class PlanRounds {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('0 7 * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many visits were planned */
  async run(): Promise<number> {
    const now = [this.#clock.now()]
    await this.#database.run(CLOSE, now)
    await this.#database.run(DROP, now)
    const opened = await this.#database.run(OPEN, now)
    const joined = await this.#database.run(JOIN, now)
    return opened.length + joined.length
  }
}
