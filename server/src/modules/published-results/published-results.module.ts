import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { PublishedResultsController } from './http/published-results.controller.ts'
import { DraftSummaries, SUMMARY_DUE } from './jobs/draft-summaries.ts'
import { draftSummary } from './jobs/draft-summary.ts'

@Module({ imports: [AccessModule], controllers: [PublishedResultsController], providers: [DraftSummaries] })
export class PublishedResultsModule {
  constructor(relay: OutboxRelay) {
    relay.on(SUMMARY_DUE, draftSummary)
  }
}
