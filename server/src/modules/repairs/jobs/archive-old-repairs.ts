import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'

/** A closed repair can be reopened for this long; then it is put away whole (REP-06). */
const ARCHIVE_AFTER_DAYS = 30

const ARCHIVE = `
  WITH archived AS (
    UPDATE cases SET state = 'archived', version = version + 1
    WHERE kind = 'repair' AND state IN ('closed', 'cancelled') AND closed_at < $1::timestamptz - make_interval(days => $2)
    RETURNING community_id, id
  ), noted AS (
    INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_name)
    SELECT community_id, id, uuidv7(), 'archive', $1, 'system', '系统' FROM archived
  )
  INSERT INTO audit_entries (company_id, id, community_id, at, actor_kind, actor_name, action, subject_kind, subject_id, after, trace_id)
  SELECT m.company_id, uuidv7(), a.community_id, $1, 'system', '系统', 'repairs.archive', 'case', a.id, '{"state":"archived"}', 'archive-old-repairs'
  FROM archived a JOIN communities m ON m.id = a.community_id
  RETURNING id`

/** Every night, on every worker; the second finds nothing left to do. */
@Injectable()
export class ArchiveOldRepairs {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('0 30 3 * * *', { timeZone: 'Asia/Shanghai' })
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  async run(): Promise<number> {
    return (await this.#database.run(ARCHIVE, [this.#clock.now(), ARCHIVE_AFTER_DAYS])).length
  }
}
