/** The pure rules of the books. */
export { faultByHand, linesByHand, linesOfTransfer, type LineByHand } from './by-hand.ts'
export { assertBalanced, turned, withoutNothing, type EntryLine } from './entry-lines.ts'
export { firstDayOf, lastDayOf, monthAfter, monthBefore, nextToClose } from './months.ts'
export { balanceOf, usualSide } from './trial-balance.ts'
