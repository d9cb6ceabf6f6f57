/** Documents of a company and its communities (ORG-06). */
export { documentsExport } from './exports/documents-export.ts'
export { DocumentsModule } from './documents.module.ts'
export { Remind } from './jobs/remind.ts'
export { queryOf, vectorOf } from './rules/words.ts'
