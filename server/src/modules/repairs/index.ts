/** Repairs (REP-01 … REP-07): a procedure on the case engine. */
export { repairsExport } from './exports/repairs-export.ts'
export { samplesExport } from './exports/samples-export.ts'
export { ArchiveOldRepairs } from './jobs/archive-old-repairs.ts'
export { RepairsModule } from './repairs.module.ts'
export { Repair } from './store/repair.entity.ts'
export * from './rules/index.ts'
