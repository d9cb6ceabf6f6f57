/** WeChat's bill of each day beside our own books (FIN-03). */
export { payDifferencesExport } from './exports/differences-export.ts'
export { ReconcileDays } from './jobs/reconcile-days.ts'
export { ReconciliationModule } from './reconciliation.module.ts'
