import type { ImportStage } from '@yinuo/contracts'
import type { Database, Reach } from '../../../platform/database/index.ts'

const TELL_EVERY_MS = 250

const TELL = {
  name: 'tell-import-progress',
  text: `UPDATE import_batches SET stage = $3, rows_done = $4, rows_total = $5 WHERE community_id = $1 AND id = $2 RETURNING id`,
}

/** Says how far an import is, beside the transaction that does it; one word at a time, and none that comes too late. */
export class BatchProgress {
  readonly #database: Database
  readonly #reach: Reach
  readonly #batchId: string
  #saying: Promise<unknown> | null = null
  #saidAt = -TELL_EVERY_MS

  constructor(database: Database, communityId: string, batchId: string) {
    this.#database = database
    this.#reach = { communities: [communityId], companies: [] }
    this.#batchId = batchId
  }

  /** Rows done within a stage; most of them are left out. */
  rows(stage: ImportStage, done: number, total: number): void {
    if (this.#saying || performance.now() - this.#saidAt < TELL_EVERY_MS) return
    this.#saidAt = performance.now()
    // A word lost is no row lost.
    this.#saying = this.#say(stage, done, total)
      .catch(() => undefined)
      .finally(() => (this.#saying = null))
  }

  /** A new stage; once it returns, nothing is being said any more. */
  async stage(stage: ImportStage, done = 0, total: number | null = null): Promise<void> {
    await this.#saying
    await this.#say(stage, done, total)
  }

  #say(stage: ImportStage, done: number, total: number | null): Promise<unknown> {
    return this.#database.writeAtOnce(this.#reach, TELL, [this.#reach.communities[0], this.#batchId, stage, done, total])
  }
}
