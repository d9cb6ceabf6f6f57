import type { SignedIn } from '@yinuo/contracts'
import type { Act, Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { callerOfSession } from '../queries/find-caller.ts'
import { tellMe } from '../queries/tell-me.ts'
import { auditAccess } from './audit-access.ts'
import type { OpenedSession } from './open-session.ts'

export type SignInWay = 'wechat' | 'password' | 'ticket'

/** Tells who just signed in about themselves; a sign-in of staff is written down. */
export async function welcome(
  identity: IdentityDatabase,
  database: Database,
  act: Act,
  { sessionId, token, expiresAt, refreshToken }: OpenedSession,
  way: SignInWay,
): Promise<SignedIn> {
  const caller = await callerOfSession(identity, sessionId, act.now)
  if (!caller) throw new ProblemError('SIGN_IN_FAILED')
  if (caller.staff) {
    const change = { action: 'access.sign-in', subjectKind: 'session', subjectId: sessionId, after: { way } }
    await auditAccess(database, act, { staff: caller.staff, ...change })
  }
  return { token, expiresAt: expiresAt.toISOString(), refreshToken, me: await tellMe(database, caller) }
}
