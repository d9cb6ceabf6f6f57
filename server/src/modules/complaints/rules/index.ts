export { clocksAtIntake, type ComplaintPromise } from './complaint-clocks.ts'
export { complaintProcedure } from './complaint-procedure.ts'
export { timelineText as complaintText } from './timeline-text.ts'
