import { Module, type OnModuleInit } from '@nestjs/common'
import { Jobs, type JobQueue } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { APPLY_WISHED, UNDO_WISHED } from './actions/begin-apply.ts'
import { WORKBOOK_TAKEN } from './actions/take-workbook.ts'
import { ImportsController } from './http/imports.controller.ts'
import { ForgetWorkbooks } from './jobs/forget-workbooks.ts'
import { ImportBatches } from './jobs/import-batches.ts'
import { applyImport, checkWorkbook, undoImport } from './jobs/import-queues.ts'

@Module({ controllers: [ImportsController], providers: [ImportBatches, ForgetWorkbooks] })
export class ImportsModule implements OnModuleInit {
  readonly #batches: ImportBatches
  readonly #jobs: Jobs
  readonly #outbox: OutboxRelay

  constructor(batches: ImportBatches, jobs: Jobs, outbox: OutboxRelay) {
    this.#batches = batches
    this.#jobs = jobs
    this.#outbox = outbox
  }

  onModuleInit(): void {
    this.#jobs.handle(checkWorkbook, (ref, run) => this.#batches.check(ref, run))
    this.#jobs.handle(applyImport, (wish, run) => this.#batches.apply(wish, run))
    this.#jobs.handle(undoImport, (wish, run) => this.#batches.undo(wish, run))
    this.#enqueueOn(WORKBOOK_TAKEN, checkWorkbook)
    this.#enqueueOn(APPLY_WISHED, applyImport)
    this.#enqueueOn(UNDO_WISHED, undoImport)
  }

  #enqueueOn<Payload extends object>(topic: string, queue: JobQueue<Payload>): void {
    this.#outbox.on(topic, (tx, _act, { id, communityId, payload }) =>
      this.#jobs.enqueue(tx, queue, [{ businessKey: id, payload: { ...payload, communityId } as unknown as Payload }]),
    )
  }
}
