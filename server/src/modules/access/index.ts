/** Who is calling and what they may do (ORG-05). */
export type { CallerAct } from './caller-act.ts'
export { auditExport } from './exports/audit-export.ts'
export {
  communitiesWith,
  groundsWith,
  groundsWithAll,
  holds,
  livesIn,
  permissionsIn,
  type Caller,
  type CallerHome,
} from './rules/index.ts'
export { CurrentAct, CurrentCaller } from './http/caller.guard.ts'
export { signStaffOut } from './actions/end-sessions.ts'
export { SESSION_STOLEN } from './actions/raise-theft-alarm.ts'
export { CallerWatch } from './caller-watch.ts'
export { AccessModule } from './access.module.ts'
export { hashPassword } from './password-hash.ts'
export { newToken } from './session-token.ts'
export { REQUEST_LIMITS, SignedByCaller, usualLimits, type RequestLimits } from './http/request-limit.guard.ts'
