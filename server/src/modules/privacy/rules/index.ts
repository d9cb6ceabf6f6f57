export { onDeletion } from './holdings.ts'
export { beginningOf, daysAfter, isLate } from './request.ts'
export { faultOfKeeping, retentionPresets, type RetentionPreset } from './retention.ts'
