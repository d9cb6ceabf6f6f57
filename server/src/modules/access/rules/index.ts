/** What a caller is and may do, for the rules of other modules. */
export { communitiesWith, holds, livesIn, permissionsIn, type Caller, type CallerHome } from './caller.ts'
