/** The hotline's log, and where the office is found (COM-01). */
export { hotlineCallsExport } from './exports/hotline-calls-export.ts'
export { HotlineModule } from './hotline.module.ts'
