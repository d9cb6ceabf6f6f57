/** Return visits that reach every household in turn (NTC-08). */
export { visitsExport } from './exports/visits-export.ts'
export { PlanRounds } from './jobs/plan-rounds.ts'
export { VisitsModule } from './visits.module.ts'
