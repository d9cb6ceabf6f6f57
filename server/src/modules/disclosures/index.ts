/** Published accounts (收支公示): drafted by calendar from the books, checked, posted, signed, questioned (FIN-05, FIN-06). */
export { DisclosuresModule } from './disclosures.module.ts'
export { disclosureLinesExport } from './exports/lines-export.ts'
export { DraftDisclosures } from './jobs/draft-due.ts'
export { SigningKeys } from './signing-keys.ts'
