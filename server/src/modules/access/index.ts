/** Who is calling and what they may do (ORG-05). */
export { communitiesWith, holds, livesIn, permissionsIn, type Caller, type CallerAct, type CallerHome } from './caller.ts'
export { CurrentAct, CurrentCaller } from './http/caller.guard.ts'
export { AccessModule } from './access.module.ts'
export { hashPassword } from './password-hash.ts'
export { newToken } from './session-token.ts'
export { REQUEST_LIMITS, usualLimits, type RequestLimits } from './http/request-limit.guard.ts'
