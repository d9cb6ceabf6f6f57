import { newId } from '../../../platform/clock/index.ts'
import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { sessionExpiresAt } from '../rules/session-expiry.ts'
import { newToken } from '../session-token.ts'

export interface OpenedSession {
  sessionId: string
  /** Leaves the server once, in the answer to the sign-in; only its hash is kept. */
  token: string
  expiresAt: Date
}

const OPEN_STAFF_SESSION = {
  name: 'open-staff-session',
  text: `INSERT INTO sessions (id, token_hash, staff_id, created_at, expires_at, client) VALUES ($1, $2, $3, $4, $5, 'console')`,
}

const OPEN_ACCOUNT_SESSION = {
  name: 'open-account-session',
  text: `
    WITH account AS (
      INSERT INTO accounts (id, openid, unionid, created_at) VALUES ($6, $7, $8, $4)
      ON CONFLICT (openid) DO UPDATE SET unionid = coalesce(excluded.unionid, accounts.unionid)
      RETURNING id)
    INSERT INTO sessions (id, token_hash, account_id, created_at, expires_at, client)
    SELECT $1, $2, account.id, $4, $5, $3 FROM account`,
}

export async function openStaffSession(identity: IdentityDatabase, staffId: string, now: Date): Promise<OpenedSession> {
  const { token, hash } = newToken()
  const opened = { sessionId: newId(now), token, expiresAt: sessionExpiresAt('console', now) }
  await identity.run(OPEN_STAFF_SESSION, [opened.sessionId, hash, staffId, now, opened.expiresAt])
  return opened
}

/** Opens a session for a WeChat identity; its account is made by the first sign-in, once. */
export async function openAccountSession(
  identity: IdentityDatabase,
  who: { openid: string; unionid: string | null },
  now: Date,
): Promise<OpenedSession> {
  const { token, hash } = newToken()
  const opened = { sessionId: newId(now), token, expiresAt: sessionExpiresAt('miniprogram', now) }
  const session = [opened.sessionId, hash, 'miniprogram', now, opened.expiresAt]
  await identity.run(OPEN_ACCOUNT_SESSION, [...session, newId(now), who.openid, who.unionid])
  return opened
}
