/** The pure rules of repairs that others may use. */
export { clocksAtIntake, confirmClock, hoursOf, progressClock, type RepairPromise } from './repair-clocks.ts'
export { timelineText } from './timeline-text.ts'
