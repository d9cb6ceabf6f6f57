export { Clock, newId } from './clock.ts'
