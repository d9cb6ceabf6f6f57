export { hoursInWords } from './hours-in-words.ts'
