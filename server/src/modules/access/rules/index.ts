/** What a caller is and may do, for the rules of other modules. */
export { communitiesWith, holds, livesIn, permissionsIn, type Caller, type CallerHome } from './caller.ts'
export { groundsWith } from './grounds.ts'
export { groundsWithAll } from './grounds-with-all.ts'
