import { Inject, Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../clock/index.ts'
import { CONFIG, type Config } from '../config/index.ts'
import { WorkerDatabase } from '../database/index.ts'
import { sealEntries } from './seal-entries.ts'

const WITH_WAITING = `
  SELECT id FROM companies c WHERE EXISTS (SELECT 1 FROM audit_entries e WHERE e.company_id = c.id AND e.seq IS NULL)`

/** Seals what was written, within seconds, in batches: no action waits for a chain (ADR 13). */
@Injectable()
export class AuditSealer {
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #config: Config
  #isAtWork = false

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#config = config
  }

  @Cron('*/2 * * * * *')
  async tick(): Promise<void> {
    const works = this.#config.ROLE !== 'api' && this.#config.NODE_ENV !== 'test'
    if (!works || this.#isAtWork) return
    this.#isAtWork = true
    await this.run().finally(() => (this.#isAtWork = false))
  }

  /** Until nothing waits. Returns how many entries were sealed. */
  async run(): Promise<number> {
    let all = 0
    for (;;) {
      const sealed = await this.#sealOnce()
      if (sealed === 0) return all
      all += sealed
    }
  }

  /** One batch of each company, so that a large one lets the others through. */
  async #sealOnce(): Promise<number> {
    const companies = await this.#database.run<{ id: string }>(WITH_WAITING, [])
    let sealed = 0
    for (const { id } of companies)
      sealed += await this.#database.transaction((tx) =>
        sealEntries((text, values) => tx.query(text, values), id, this.#clock.now(), this.#config.LINK_SIGNING_KEY),
      )
    return sealed
  }
}
