export * from './after-absence.ts'
export * from './due.ts'
