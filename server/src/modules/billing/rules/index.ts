/** The pure rules of billing: days, parts of a period, exact sums, and how a bill is told. */
export { billStateOf, owedOf, type Sums } from './bill-state.ts'
export { daysOf, firstOfMonth, lastOfMonth, plusDays, plusMonths } from './days.ts'
export { allot, nearest } from './exact.ts'
export { amountOf, countedByTier, fenOfParts, sharesOf, type MadeOf, type Tier } from './made-of.ts'
export { monthsOpen } from './months-open.ts'
export { partsOf, type Liability, type Part, type Price, type Relief, type Span } from './parts.ts'
export { monthsOfCycle, periodOf } from './periods.ts'
export { sentencesOf, type Sentence } from './sentences.ts'
