import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import type { RepeatRule } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { USUAL_RULES } from '../actions/repeat-rules.ts'

export const REPEATED = 'improvement.repeated'

/** What of one rule repeats often enough, of cases that `taken`, which went before, has not proposed already. */
const repeated = (rule: RepeatRule, taken: string[]) => `
    SELECT e.community_id, e.rule, e.company_id, e.cause_id, e.place_id, max(e.place_label) AS place_label,
      coalesce(max(past.proposals), 0) + 1 AS turn, e.days, array_agg(e.case_id ORDER BY e.reported_at) AS case_ids,
      min(e.reported_at) AS first_at
    FROM behind e
    LEFT JOIN past ON past.community_id = e.community_id AND past.rule = e.rule AND past.cause_id = e.cause_id
      AND past.place_id IS NOT DISTINCT FROM e.place_id
    WHERE e.rule = '${rule}' AND NOT coalesce(past.at_work, false) AND (past.settled_at IS NULL OR e.reported_at > past.settled_at)
      ${taken
        .map(
          (name) => `AND NOT EXISTS (SELECT FROM ${name} t
        WHERE t.community_id = e.community_id AND t.cause_id = e.cause_id AND e.case_id = ANY (t.case_ids))`,
        )
        .join(' ')}
    GROUP BY e.community_id, e.rule, e.needed, e.days, e.company_id, e.cause_id, e.place_id
    HAVING count(*) >= e.needed`

/**
 * What repeats as often as a rule says becomes a proposal. Its turn is how many there were before of the same rule, cause
 * and place: however many workers look at the same cases, they count the same turn and one row is written. While a proposal
 * waits, or its improvement is at work, there is no other; afterwards only cases reported since then count. A case that
 * stands behind a proposal of its cause stands behind no other: the narrowest rule has it first.
 */
export const PROPOSE = `
  WITH rules AS MATERIALIZED (
    SELECT m.id AS community_id, usual.rule, coalesce(r.cases, usual.cases) AS needed, coalesce(r.days, usual.days) AS days
    FROM communities m CROSS JOIN ${USUAL_RULES}
    LEFT JOIN repeat_rules r ON r.community_id = m.id AND r.rule = usual.rule
  ), behind AS MATERIALIZED (
    SELECT r.community_id, r.rule, r.needed, r.days, n.company_id, n.cause_id, c.id AS case_id, c.reported_at,
      CASE r.rule WHEN 'cause' THEN NULL WHEN 'building' THEN c.building_id ELSE c.place_id END AS place_id,
      CASE r.rule WHEN 'cause' THEN '' WHEN 'building' THEN coalesce(b.name, '') ELSE c.place_label END AS place_label
    FROM rules r
    JOIN case_causes n ON n.community_id = r.community_id
    JOIN cases c ON c.community_id = n.community_id AND c.id = n.case_id
      AND c.reported_at >= $1::timestamptz - make_interval(days => r.days)
    LEFT JOIN buildings b ON b.community_id = c.community_id AND b.id = c.building_id
    WHERE CASE r.rule WHEN 'cause' THEN true WHEN 'building' THEN c.building_id IS NOT NULL
      ELSE c.place_id IS NOT NULL AND c.place_kind IN ('unit', 'area', 'asset') END
      AND NOT EXISTS (SELECT FROM improvement_proposal_cases x
        WHERE x.community_id = n.community_id AND x.cause_id = n.cause_id AND x.case_id = n.case_id)
  ), past AS (
    SELECT p.community_id, p.rule, p.cause_id, p.place_id, count(*) AS proposals,
      bool_or(p.state = 'open' OR (p.state = 'accepted' AND i.checked_at IS NULL)) AS at_work,
      max(coalesce(i.checked_at, p.settled_at)) AS settled_at
    FROM improvement_proposals p
    LEFT JOIN improvements i ON i.community_id = p.community_id AND i.proposal_id = p.id
    GROUP BY p.community_id, p.rule, p.cause_id, p.place_id
  ), at_places AS (${repeated('place', [])}
  ), in_buildings AS (${repeated('building', ['at_places'])}
  ), anywhere AS (${repeated('cause', ['at_places', 'in_buildings'])}
  ), proposed AS (
    INSERT INTO improvement_proposals (community_id, id, rule, company_id, cause_id, place_id, place_label, turn, days, case_ids,
      first_at, made_at)
    SELECT community_id, uuidv7(), rule, company_id, cause_id, place_id, place_label, turn, days, case_ids, first_at, $1
    FROM (SELECT * FROM at_places UNION ALL SELECT * FROM in_buildings UNION ALL SELECT * FROM anywhere) AS found
    ON CONFLICT (community_id, rule, cause_id, place_id, turn) DO NOTHING
    RETURNING community_id, id, cause_id, case_ids
  ), counted AS (
    INSERT INTO improvement_proposal_cases (community_id, cause_id, case_id, proposal_id)
    SELECT community_id, cause_id, unnest(case_ids), id FROM proposed
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${REPEATED}', community_id, jsonb_build_object('proposalId', id), $1, $1 FROM proposed RETURNING id`

/** One at a time: who waited sees what the one before has proposed. */
const ALONE = `SELECT pg_advisory_xact_lock(hashtext('yinuo repeated causes'))`

/** Looks every ten minutes what repeats. */
@Injectable()
export class Propose {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('45 */10 * * * *')
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many proposals were made */
  async run(): Promise<number> {
    return this.#database.transaction(async (tx) => {
      await tx.query(ALONE)
      return ((await tx.query(PROPOSE, [this.#clock.now()])) as unknown[]).length
    })
  }
}
