/** Who is behind with paying, how they are reminded, and late fees where a contract has them (FIN-04). */
export { setStages } from './actions/arrange.ts'
export { approveWaiver, askWaiver } from './actions/waive-late-fee.ts'
export { ArrearsModule } from './arrears.module.ts'
export { arrearsExport } from './exports/arrears-export.ts'
export { RemindDue } from './jobs/remind-due.ts'
