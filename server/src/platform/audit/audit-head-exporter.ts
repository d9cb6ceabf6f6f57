import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Inject, Injectable, Logger } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../clock/index.ts'
import { CONFIG, type Config } from '../config/index.ts'
import { WorkerDatabase } from '../database/index.ts'
import { FILE_STORE, type FileStore } from '../files/index.ts'
import type { ExportedHead } from './exported-heads.ts'
import { dayOf } from './seal-entries.ts'

const ENDED = `
  SELECT company_id AS "companyId", day::text, seq::float8 AS seq, encode(hash, 'hex') AS hash, encode(signature, 'hex') AS signature
  FROM audit_heads WHERE day < $1::date AND exported_at IS NULL ORDER BY day, company_id LIMIT 1000`

const EXPORTED = `UPDATE audit_heads SET exported_at = $3 WHERE company_id = $1 AND day = $2`

/** Brings each ended day's heads out of the database, to the files and into the log: who owns the database owns neither. */
@Injectable()
export class AuditHeadExporter {
  readonly #log = new Logger('audit')
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #config: Config
  readonly #store: FileStore

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config, @Inject(FILE_STORE) store: FileStore) {
    this.#database = database
    this.#clock = clock
    this.#config = config
    this.#store = store
  }

  @Cron('0 10 * * * *')
  async tick(): Promise<void> {
    if (this.#config.ROLE !== 'api' && this.#config.NODE_ENV !== 'test') await this.run()
  }

  /** Returns how many heads were exported. Several servers at once write the same file. */
  async run(): Promise<number> {
    const now = this.#clock.now()
    const heads = await this.#database.run<ExportedHead>(ENDED, [dayOf(now)])
    const folder = await mkdtemp(join(tmpdir(), 'yinuo-audit-'))
    try {
      for (const head of heads) {
        const path = join(folder, 'head.json')
        await writeFile(path, `${JSON.stringify(head)}\n`)
        await this.#store.put(`audit/${head.companyId}/${head.day}.json`, path, 'application/json')
        this.#log.log(head, 'audit head of the day')
        await this.#database.run(EXPORTED, [head.companyId, head.day, now])
      }
    } finally {
      await rm(folder, { recursive: true })
    }
    return heads.length
  }
}
