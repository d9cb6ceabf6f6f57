/** The pure rules of spending and income. */
export { newAmong, type RecordKey } from './compare-rows.ts'
export { faultOfRecord, linesOfRecord, type RecordedSum } from './entry-of-record.ts'
