import { Module } from '@nestjs/common'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { DOCUMENT_CHANGED } from './actions/audit-document.ts'
import { DocumentKeeper } from './document-keeper.ts'
import { DocumentLinks } from './document-links.ts'
import { DocumentCategoriesController } from './http/document-categories.controller.ts'
import { DocumentFilesController } from './http/document-files.controller.ts'
import { DocumentsController } from './http/documents.controller.ts'
import { readText, ReadText } from './jobs/read-text.ts'
import { DOCUMENT_DUE, Remind } from './jobs/remind.ts'
import { tellOfDocument } from './jobs/tell-of-document.ts'

@Module({
  imports: [AccessModule],
  controllers: [DocumentCategoriesController, DocumentsController, DocumentFilesController],
  providers: [DocumentKeeper, DocumentLinks, ReadText, Remind],
})
export class DocumentsModule {
  constructor(relay: OutboxRelay, jobs: Jobs, read: ReadText) {
    jobs.handle(readText, (ref, run) => read.run(ref, run))
    relay.on(DOCUMENT_CHANGED, async (tx, _act, { id, payload }) => {
      const { companyId, documentId } = payload as { companyId: string; documentId: string }
      await jobs.enqueue(tx, readText, [{ businessKey: id, payload: { companyId, documentId } }])
    })
    relay.on(DOCUMENT_DUE, tellOfDocument)
  }
}
