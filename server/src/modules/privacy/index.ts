/** What we hold of a person, what they may ask of it, and how long it is kept (ORG-05, ADR 0014). */
export { privacyRequestsExport } from './exports/requests-export.ts'
export { PrivacyModule } from './privacy.module.ts'
export { PrivacyWatch } from './jobs/privacy-watch.ts'
export { RetentionSweep } from './jobs/retention-sweep.ts'
export { personalRegistry } from './registry/index.ts'
