import { Inject, Injectable, Logger } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { reconciliationLimits as limits } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { isConnectionLoss, WorkerDatabase } from '../../../platform/database/index.ts'
import type { Claim } from '../actions/keep-bill.ts'
import { LEASE_MS, Reconcile } from './reconcile.ts'

/** The last day there is a bill of, at $1. */
export const LAST_DAY = `(($1::timestamptz AT TIME ZONE 'Asia/Shanghai') - interval '${24 + limits.fromHour} hours')::date`

/** A statement of each account and day since the account is ours; once it is given up, while refunds may still come. */
const PLAN = `
  INSERT INTO pay_statements (company_id, id, account, day, ask_at, created_at)
  SELECT a.company_id, uuidv7(), a.account, d::date, $1, $1
  FROM (SELECT company_id, concat_ws('/', mchid, sub_mchid) AS account, min(created_at) AS since,
      max(coalesce(stopped_at, 'infinity')) AS until FROM pay_merchants GROUP BY 1, 2) a
  CROSS JOIN LATERAL generate_series(
    greatest((a.since AT TIME ZONE 'Asia/Shanghai')::date, ${LAST_DAY} - ${limits.daysBack})::timestamp,
    least(${LAST_DAY}, CASE WHEN a.until = 'infinity' THEN 'infinity' ELSE (a.until AT TIME ZONE 'Asia/Shanghai')::date + 30 END)::timestamp,
    interval '1 day') AS d
  ON CONFLICT (company_id, account, day) DO NOTHING
  RETURNING id`

/** Whoever moves `ask_at` on fetches the bill; who dies over it is replaced when that time comes. */
const TAKE = `
  WITH due AS (
    SELECT company_id, id FROM pay_statements WHERE state IN ('waiting', 'refused') AND ask_at <= $1
    ORDER BY day, id LIMIT 1 FOR UPDATE SKIP LOCKED),
  taken AS (UPDATE pay_statements s SET ask_at = $2, asked = s.asked + 1, version = s.version + 1 FROM due
    WHERE s.company_id = due.company_id AND s.id = due.id
    RETURNING s.company_id AS "companyId", s.id, s.account, s.day::text, s.version)
  SELECT * FROM taken`

/** Every day's bill of every account, from ten o'clock of the next day: once, however many servers look. */
@Injectable()
export class ReconcileDays {
  readonly #log = new Logger('reconciliation')
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #reconcile: Reconcile
  readonly #works: boolean
  #isRunning = false

  constructor(database: WorkerDatabase, clock: Clock, reconcile: Reconcile, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#reconcile = reconcile
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('40 */5 * * * *')
  async tick(): Promise<void> {
    if (!this.#works || this.#isRunning) return
    this.#isRunning = true
    try {
      await this.run()
    } catch (error) {
      if (!isConnectionLoss(error)) throw error
      this.#log.warn('reconciliation waits for the database')
    } finally {
      this.#isRunning = false
    }
  }

  /** @returns how many statements were looked at */
  async run(): Promise<number> {
    await this.#database.run(PLAN, [this.#clock.now()])
    for (let done = 0; ; done++) {
      const claim = await this.#next()
      if (!claim) return done
      await this.#reconcile.check(claim)
    }
  }

  async #next(): Promise<Claim | undefined> {
    const now = this.#clock.now()
    const [claim] = await this.#database.run<Claim>(TAKE, [now, new Date(now.getTime() + LEASE_MS)])
    return claim
  }
}
