/** Results of slips and complaints, published without names (COM-05). */
export { DraftSummaries } from './jobs/draft-summaries.ts'
export { PublishedResultsModule } from './published-results.module.ts'
