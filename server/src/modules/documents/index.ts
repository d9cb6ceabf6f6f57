/** Documents of a company and its communities (ORG-06). */
export { DocumentsModule } from './documents.module.ts'
export { Remind } from './jobs/remind.ts'
export { vectorOf } from './rules/words.ts'
