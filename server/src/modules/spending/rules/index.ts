/** The pure rules of spending and income. */
export { faultOfRecord, linesOfRecord, type RecordedSum } from './entry-of-record.ts'
