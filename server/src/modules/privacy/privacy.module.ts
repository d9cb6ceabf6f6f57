import { Inject, Module, type OnModuleInit } from '@nestjs/common'
import { FILE_STORE, type FileStore } from '../../platform/files/index.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { ComplaintsModule } from '../complaints/index.ts'
import { PRIVACY_ASKED } from './actions/ask-privacy.ts'
import { ErasePerson } from './actions/erase-person.ts'
import { EraseStranger } from './actions/erase-stranger.ts'
import { ExportSigner } from './export-signer.ts'
import { ExportsController } from './http/exports.controller.ts'
import { MyPrivacyController } from './http/my-privacy.controller.ts'
import { PrivacyRequestsController } from './http/privacy-requests.controller.ts'
import { RetentionController } from './http/retention.controller.ts'
import { prepareExport, PrepareExport } from './jobs/prepare-export.ts'
import { PrivacyWatch } from './jobs/privacy-watch.ts'
import { removeStoredFiles } from './jobs/remove-stored-files.ts'
import { RetentionSweep } from './jobs/retention-sweep.ts'
import { tellOfDeletion } from './jobs/tell-of-deletion.ts'

@Module({
  imports: [AccessModule, ComplaintsModule],
  controllers: [MyPrivacyController, ExportsController, PrivacyRequestsController, RetentionController],
  providers: [ExportSigner, ErasePerson, EraseStranger, PrepareExport, PrivacyWatch, RetentionSweep],
})
export class PrivacyModule implements OnModuleInit {
  readonly #jobs: Jobs
  readonly #outbox: OutboxRelay
  readonly #prepare: PrepareExport
  readonly #store: FileStore

  constructor(jobs: Jobs, outbox: OutboxRelay, prepare: PrepareExport, @Inject(FILE_STORE) store: FileStore) {
    this.#jobs = jobs
    this.#outbox = outbox
    this.#prepare = prepare
    this.#store = store
  }

  onModuleInit(): void {
    this.#jobs.handle(prepareExport, (asked) => this.#prepare.run(asked))
    this.#jobs.handle(removeStoredFiles, async ({ keys }) => {
      for (const key of keys) await this.#store.remove(key)
    })
    this.#outbox.on(PRIVACY_ASKED, async (tx, act, { payload }) => {
      const { requestId, kind } = payload as { requestId: string; kind: string }
      if (kind === 'deletion') return tellOfDeletion(tx, act, requestId)
      await this.#jobs.enqueue(tx, prepareExport, [{ businessKey: requestId, payload: { requestId } }])
    })
  }
}
