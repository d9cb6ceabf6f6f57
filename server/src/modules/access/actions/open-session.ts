import type { SessionClient } from '@yinuo/contracts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act, IdentityDatabase } from '../../../platform/database/index.ts'
import { sessionTerm } from '../rules/session-expiry.ts'
import { newPair } from '../session-token.ts'

/** The secrets leave the server once, in this answer; only their hashes are kept. */
export interface SessionSecrets {
  token: string
  /** of the token */
  expiresAt: Date
  refreshToken: string
}

export interface OpenedSession extends SessionSecrets {
  sessionId: string
}

/** A session to be written down: $1 … $8 of the statements that open one. */
export function draftSession(client: SessionClient, { now, address, device }: Act): { opened: OpenedSession; values: unknown[] } {
  const { access, refresh } = newPair()
  const { tokenExpiresAt, expiresAt } = sessionTerm(client, now)
  const sessionId = newId(now)
  return {
    opened: { sessionId, token: access.token, expiresAt: tokenExpiresAt, refreshToken: refresh.token },
    values: [sessionId, access.hash, refresh.hash, now, tokenExpiresAt, expiresAt, address, device ?? null],
  }
}

/** Opens the session of what `holder` selects as account_id and staff_id, if it selects somebody. */
export const openSessionSql = (client: SessionClient, holder: string) => `
    opened AS (
      INSERT INTO sessions (id, token_hash, account_id, staff_id, created_at, token_expires_at, expires_at, client, address, device, last_seen_at)
      SELECT $1, $2, holder.account_id, holder.staff_id, $4, $5, $6, '${client}', $7, $8, $4 FROM (${holder}) holder
      RETURNING id, staff_id),
    refreshed AS (INSERT INTO refresh_tokens (token_hash, session_id, issued_at) SELECT $3, id, $4 FROM opened)`

const OPEN_STAFF_SESSION = {
  name: 'open-staff-session',
  text: `WITH ${openSessionSql('console', 'SELECT NULL::uuid AS account_id, $9::uuid AS staff_id')} SELECT id FROM opened`,
}

const OPEN_ACCOUNT_SESSION = {
  name: 'open-account-session',
  text: `
    WITH account AS (
      INSERT INTO accounts (id, openid, unionid, created_at) VALUES ($9, $10, $11, $4)
      ON CONFLICT (openid) DO UPDATE SET unionid = coalesce(excluded.unionid, accounts.unionid)
      RETURNING id),
    ${openSessionSql('miniprogram', 'SELECT id AS account_id, NULL::uuid AS staff_id FROM account')}
    SELECT id FROM opened`,
}

export async function openStaffSession(identity: IdentityDatabase, act: Act, staffId: string): Promise<OpenedSession> {
  const { opened, values } = draftSession('console', act)
  await identity.run(OPEN_STAFF_SESSION, [...values, staffId])
  return opened
}

/** Opens a session for a WeChat identity; its account is made by the first sign-in, once. */
export async function openAccountSession(
  identity: IdentityDatabase,
  act: Act,
  who: { openid: string; unionid: string | null },
): Promise<OpenedSession> {
  const { opened, values } = draftSession('miniprogram', act)
  await identity.run(OPEN_ACCOUNT_SESSION, [...values, newId(act.now), who.openid, who.unionid])
  return opened
}
