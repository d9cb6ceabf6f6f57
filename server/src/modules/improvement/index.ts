/** Root causes, what repeats and what is done about it, and telling those who said so (COM-04, IMP-04). */
export { causesExport } from './exports/causes-export.ts'
export { improvementsExport } from './exports/improvements-export.ts'
export { ImprovementModule } from './improvement.module.ts'
export { Propose, PROPOSE } from './jobs/propose.ts'
