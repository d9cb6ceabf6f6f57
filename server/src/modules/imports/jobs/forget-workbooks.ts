import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { importLimits } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { FILE_STORE, type FileStore } from '../../../platform/files/index.ts'

const OLD = `
  SELECT community_id, id, file_key FROM import_batches b
  WHERE created_at <= $1::timestamptz - make_interval(days => $2) AND (file_key IS NOT NULL
    OR EXISTS (SELECT 1 FROM import_changes i WHERE i.community_id = b.community_id AND i.batch_id = b.id))
  ORDER BY created_at LIMIT 500`

const FORGET = `
  WITH faults AS (DELETE FROM import_faults WHERE community_id = $1 AND batch_id = $2),
    changes AS (DELETE FROM import_changes WHERE community_id = $1 AND batch_id = $2)
  UPDATE import_batches SET file_key = NULL WHERE community_id = $1 AND id = $2 RETURNING id`

interface OldBatch {
  community_id: string
  id: string
  /** null: it came by the command line */
  file_key: string | null
}

/** Every night, on every worker: workbooks, what stood in them, and what stood in the archive before them are kept no longer than said. */
@Injectable()
export class ForgetWorkbooks {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #store: FileStore
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(FILE_STORE) store: FileStore, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#store = store
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Cron('0 50 3 * * *', { timeZone: 'Asia/Shanghai' })
  async tick(): Promise<void> {
    if (this.#works) await this.run()
  }

  /** Returns how many were forgotten. The file goes first: a row that still names it is found again. */
  async run(): Promise<number> {
    const old = await this.#database.run<OldBatch>(OLD, [this.#clock.now(), importLimits.keptDays])
    for (const { community_id, id, file_key } of old) {
      if (file_key) await this.#store.remove(file_key)
      await this.#database.run(FORGET, [community_id, id])
    }
    return old.length
  }
}
