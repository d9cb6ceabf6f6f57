import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Inject, Injectable } from '@nestjs/common'
import type { ImportState, PropertyType } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { Clock } from '../../../platform/clock/index.ts'
import { Database, type Act, type Actor } from '../../../platform/database/index.ts'
import { FILE_STORE, type FileStore } from '../../../platform/files/index.ts'
import type { JobRun } from '../../../platform/jobs/index.ts'
import { todayAt } from '../rules/today.ts'
import { readInThread } from '../sheet/in-thread.ts'
import type { Sheet } from '../sheet/read-sheet.ts'
import { UnreadableSheet } from '../sheet/workbook-file.ts'
import { askingBy } from '../store/ask.ts'
import { BatchProgress } from '../store/batch-progress.ts'
import { bringIn, compareRows } from '../store/bring-in.ts'
import { faultyRows, keepFaults } from '../store/keep-faults.ts'
import { endBatch, stateLocked } from '../store/end-batch.ts'
import { takeBack } from '../store/undo.ts'
import type { BatchRef, WishedBy } from './import-queues.ts'

const FIND = {
  name: 'import-at-work',
  text: `
    SELECT b.state, b.mode, b.file_key, b.file_name, c.property_type, c.time_zone, c.company_id
    FROM import_batches b JOIN communities c ON c.id = b.community_id WHERE b.community_id = $1 AND b.id = $2`,
}

interface BatchAtWork {
  state: ImportState
  mode: 'all' | 'good' | null
  file_key: string | null
  file_name: string
  property_type: PropertyType
  time_zone: string
  company_id: string
}

const system: Actor = { kind: 'system', id: null, name: '系统' }

/**
 * Checks, applies and undoes imports, with the application's role within the reach of one community. Each ends in one short
 * transaction that moves the batch on; one that is called again finds the batch moved and does nothing.
 */
@Injectable()
export class ImportBatches {
  readonly #database: Database
  readonly #clock: Clock
  readonly #store: FileStore

  constructor(database: Database, clock: Clock, @Inject(FILE_STORE) store: FileStore) {
    this.#database = database
    this.#clock = clock
    this.#store = store
  }

  /** Reads the workbook and lays it beside the archive: a dry run. */
  async check(ref: BatchRef, run: JobRun): Promise<void> {
    await this.#while(
      'checking',
      ref,
      run,
      system,
      { ends: 'unreadable', problem: '读取时出了问题，请重新上传。' },
      async (batch, act) => {
        const progress = new BatchProgress(this.#database, ref.communityId, ref.batchId)
        const sheet = await this.#sheet(batch, progress)
        await progress.stage('comparing', sheet.rows, sheet.rows)
        await this.#database.write(act, async (tx) => {
          if ((await stateLocked(tx, ref)) !== 'checking') return
          const target = { communityId: ref.communityId, today: todayAt(act.now, batch.time_zone) }
          const { counts, faults } = await compareRows(askingBy(tx), target, sheet.good)
          const all = await keepFaults(tx, ref, [...sheet.faults, ...faults])
          await endBatch(tx, ref, {
            ...{ state: 'checked', expected: counts, notes: sheet.notes, checked_at: act.now },
            ...{ rows_read: sheet.rows, rows_faulty: faultyRows(all), faults: all.length },
          })
        })
      },
    )
  }

  /** Writes the workbook into the archive, in one transaction. */
  async apply({ actor, ...ref }: WishedBy, run: JobRun): Promise<void> {
    const failed = { ends: 'checked', problem: '导入没有成功，一行也没有写入。请稍后再试。' } as const
    await this.#while('applying', ref, run, actor, failed, async (batch, act) => {
      const progress = new BatchProgress(this.#database, ref.communityId, ref.batchId)
      const sheet = await this.#sheet(batch, progress)
      await progress.stage('writing', sheet.rows, sheet.rows)
      await this.#database.write(act, (tx) => this.#write(tx, act, ref, batch, sheet))
    })
  }

  /** Takes an import back, in one transaction. */
  async undo({ actor, ...ref }: WishedBy, run: JobRun): Promise<void> {
    const failed = { ends: 'applied', problem: '撤销没有成功，什么也没有改动。请稍后再试。' } as const
    await this.#while('undoing', ref, run, actor, failed, async (batch, act) => {
      await new BatchProgress(this.#database, ref.communityId, ref.batchId).stage('restoring')
      await this.#database.write(act, async (tx) => {
        if ((await stateLocked(tx, ref)) !== 'undoing') return
        const undone = await takeBack(askingBy(tx), ref)
        await endBatch(tx, ref, { state: 'undone', undone, undone_at: act.now })
        await this.#audit(tx, act, ref, batch, { action: 'archive.import-undo', after: { ...undone } })
      })
    })
  }

  async #write(tx: EntityManager, act: Act, ref: BatchRef, batch: BatchAtWork, sheet: Sheet): Promise<void> {
    if ((await stateLocked(tx, ref)) !== 'applying') return
    const target = { ...ref, today: todayAt(act.now, batch.time_zone), allOrNothing: batch.mode === 'all' }
    const { counts, faults } = await bringIn(askingBy(tx), target, sheet.good)
    const all = await keepFaults(tx, ref, [...sheet.faults, ...faults])
    const found = { rows_faulty: faultyRows(all), faults: all.length }
    if (!counts)
      return endBatch(tx, ref, {
        ...found,
        state: 'checked',
        problem: '检查之后档案有了变动，现在有行不能导入，一行也没有写入。',
      })
    await endBatch(tx, ref, { ...found, state: 'applied', counts, applied_at: act.now })
    const after = { ...counts, source: batch.file_name }
    await this.#audit(tx, act, ref, batch, { action: 'archive.import', after })
  }

  /** Does the work of a state, unless it was done already; what no try could do is told and ends the state. */
  async #while(
    state: ImportState,
    { communityId, batchId }: BatchRef,
    { lastTry }: JobRun,
    actor: Actor,
    failed: { ends: ImportState; problem: string },
    work: (batch: BatchAtWork, act: Act) => Promise<void>,
  ): Promise<void> {
    const reach = { communities: [communityId], companies: [] }
    const [batch] = await this.#database.read<BatchAtWork>(reach, FIND, [communityId, batchId])
    if (batch?.state !== state) return
    const act: Act = {
      actor,
      reach: { communities: [communityId], companies: [batch.company_id] },
      now: this.#clock.now(),
      traceId: batchId,
      address: null,
      idempotency: null,
    }
    try {
      await work(batch, act)
    } catch (error) {
      const unreadable = error instanceof UnreadableSheet
      if (unreadable || lastTry)
        await this.#database.write(act, async (tx) => {
          const end = unreadable
            ? { state: 'unreadable', problem: error.message }
            : { state: failed.ends, problem: failed.problem }
          if ((await stateLocked(tx, { communityId, batchId })) === state) await endBatch(tx, { communityId, batchId }, end)
        })
      if (!unreadable) throw error
    }
  }

  async #sheet({ file_key, property_type }: BatchAtWork, progress: BatchProgress): Promise<Sheet> {
    await progress.stage('opening')
    const folder = await mkdtemp(join(tmpdir(), 'yinuo-import-'))
    try {
      const path = join(folder, 'workbook.xlsx')
      const { stream } = await this.#store.read(file_key!, null)
      await pipeline(stream, createWriteStream(path))
      return await readInThread(path, property_type, (done, total) => progress.rows('reading', done, total))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  #audit(
    tx: EntityManager,
    act: Act,
    { communityId, batchId }: BatchRef,
    { company_id }: BatchAtWork,
    { action, after }: { action: string; after: object },
  ): Promise<void> {
    return recordAudit(tx, act, {
      ...{ companyId: company_id, communityId, action, subjectKind: 'import', subjectId: batchId, before: null, after },
    })
  }
}
