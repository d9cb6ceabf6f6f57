export { obstacleTo } from './disclosure-steps.ts'
