export { obstacleTo, type ImprovementStep } from './improvement-states.ts'
export { paretoOf } from './pareto.ts'
