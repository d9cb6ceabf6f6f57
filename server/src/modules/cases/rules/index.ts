/** The pure part of the case engine, for the rules of the kinds of cases that stand on it. */
export { caseNumber } from './case-number.ts'
export {
  mostPressing,
  pauseClock,
  resumeClock,
  startClock,
  stateOfClock,
  stopClock,
  type Clock,
  type ClockPlan,
} from './clock.ts'
export { workingMinutesBetween } from './working-time.ts'
export { allowedActions, judge, type Party, type Procedure, type Transition } from './procedure.ts'
export type { Calendar, Hours } from './working-time.ts'
