/** Published accounts (收支公示): drafted by calendar from the books, checked, posted, signed, questioned (FIN-05, FIN-06). */
export { checkDisclosure } from './actions/decide-disclosure.ts'
export { planDisclosures } from './actions/plan-disclosures.ts'
export { postDisclosure } from './actions/post-disclosure.ts'
export { editDisclosure } from './actions/write-disclosure.ts'
export { DisclosuresModule } from './disclosures.module.ts'
export { disclosureLinesExport } from './exports/lines-export.ts'
export { DraftDisclosures } from './jobs/draft-due.ts'
export { SigningKeys } from './signing-keys.ts'
