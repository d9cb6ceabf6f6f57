/** The pure rules of the books. */
export { assertBalanced, turned, withoutNothing, type EntryLine } from './entry-lines.ts'
