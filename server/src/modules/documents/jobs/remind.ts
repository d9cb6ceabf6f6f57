import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { dayOf } from '../rules/due.ts'

export const DOCUMENT_DUE = 'documents.due'

/** A day missed while nothing ran is told later, one long past is not. */
const LATE_DAYS = 30

/**
 * Each of a document's two days has two steps: some days before, and the day. A step is written down by the statement that
 * tells the outbox of it, so however many workers tick, it is told once.
 */
const REMIND = `
  WITH days AS (
    SELECT d.company_id, d.id AS document_id, d.community_id, k.kind, k.due_on, d.remind_days
    FROM documents d CROSS JOIN LATERAL (VALUES ('valid-until', d.valid_until), ('review-by', d.review_by)) AS k (kind, due_on)
    WHERE d.state = 'current' AND k.due_on BETWEEN $1::date - $3::int AND $1::date + d.remind_days
  ), due AS (
    INSERT INTO document_reminders (company_id, document_id, kind, due_on, step, community_id, told_at)
    SELECT company_id, document_id, kind, due_on, CASE WHEN due_on > $1 THEN 'before' ELSE 'due' END, community_id, $2 FROM days
    ON CONFLICT DO NOTHING
    RETURNING *
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), '${DOCUMENT_DUE}',
    coalesce(community_id, (SELECT c.id FROM communities c WHERE c.company_id = due.company_id ORDER BY c.id LIMIT 1)),
    jsonb_build_object('companyId', company_id, 'documentId', document_id, 'kind', kind, 'dueOn', due_on, 'step', step), $2, $2
  FROM due RETURNING id`

/** Looks every morning which documents come to their day. */
@Injectable()
export class Remind {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('0 0 8 * * *', { timeZone: 'Asia/Shanghai' })
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** @returns how many steps were reached */
  async run(): Promise<number> {
    const now = this.#clock.now()
    return (await this.#database.run(REMIND, [dayOf(now), now, LATE_DAYS])).length
  }
}
