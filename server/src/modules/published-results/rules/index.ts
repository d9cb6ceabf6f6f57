export { summaryText, type Done, type Figures } from './summary-text.ts'
export { slipsText, type SlipSaid, type SlipsFacts } from './slips-text.ts'
export { faultOf, periodInWords, type Period } from './period.ts'
export { withoutPersons, type Known } from './without-persons.ts'
