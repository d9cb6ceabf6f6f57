import type { SessionClient } from '@yinuo/contracts'
import type { Act, Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { judgeRefresh, type FoundRefresh } from '../rules/refresh.ts'
import { sessionTerm } from '../rules/session-expiry.ts'
import { hashToken, newSalt, successorOf } from '../session-token.ts'
import type { SessionSecrets } from './open-session.ts'
import { raiseTheftAlarm } from './raise-theft-alarm.ts'

interface FoundToken extends FoundRefresh {
  sessionId: string
  client: SessionClient
  since: Date
  tokenExpiresAt: Date
  salt: Buffer | null
}

const FIND_REFRESH = {
  name: 'find-refresh-token',
  text: `
    SELECT s.id AS "sessionId", s.client, s.created_at AS since, s.expires_at AS "sessionEndsAt", s.token_expires_at AS "tokenExpiresAt",
      s.revoked_at AS "revokedAt", r.used_at AS "usedAt", r.salt,
      EXISTS (SELECT 1 FROM refresh_tokens later
              WHERE later.session_id = s.id AND later.issued_at >= r.used_at AND later.used_at IS NOT NULL
                AND later.token_hash <> r.token_hash) AS "isOutrun"
    FROM refresh_tokens r JOIN sessions s ON s.id = r.session_id
    WHERE r.token_hash = $1
      AND (s.staff_id IS NULL OR EXISTS (SELECT 1 FROM staff t WHERE t.id = s.staff_id AND t.active))`,
}

/** Of two who come at once with the same token, one writes; the other finds it used. */
const ROTATE = {
  name: 'rotate-refresh-token',
  text: `
    WITH used AS (
      UPDATE refresh_tokens SET used_at = $2, salt = $3 WHERE token_hash = $1 AND used_at IS NULL RETURNING session_id),
    next AS (INSERT INTO refresh_tokens (token_hash, session_id, issued_at) SELECT $4, session_id, $2 FROM used)
    UPDATE sessions SET token_hash = $5, token_expires_at = $6, expires_at = $7, address = $8, device = coalesce($9, device), last_seen_at = $2
    FROM used WHERE sessions.id = used.session_id AND sessions.revoked_at IS NULL
    RETURNING sessions.id`,
}

/**
 * Gives a new token for a refresh token, which is thereby used up and replaced.
 * @throws ProblemError NOT_SIGNED_IN; a token that was used before ends its session and raises an alarm.
 */
export async function refreshSession(
  identity: IdentityDatabase,
  database: Database,
  act: Act,
  refreshToken: string,
): Promise<SessionSecrets> {
  for (let turn = 0; turn < 3; turn++) {
    const [found] = await identity.run<FoundToken>(FIND_REFRESH, [hashToken(refreshToken)])
    const verdict = found ? judgeRefresh(found, act.now) : 'over'
    if (verdict === 'stolen') await raiseTheftAlarm(identity, database, act, found!.sessionId)
    if (!found || verdict === 'stolen' || verdict === 'over') break
    const secrets = verdict === 'rotate' ? await rotate(identity, act, found, refreshToken) : repeated(found, refreshToken)
    if (secrets) return secrets
  }
  throw new ProblemError('NOT_SIGNED_IN')
}

async function rotate(
  identity: IdentityDatabase,
  { now, address, device }: Act,
  { client, since }: FoundToken,
  refreshToken: string,
): Promise<SessionSecrets | null> {
  const salt = newSalt()
  const { access, refresh } = successorOf(refreshToken, salt)
  const { tokenExpiresAt, expiresAt } = sessionTerm(client, now, since)
  const token = [hashToken(refreshToken), now, salt, refresh.hash]
  const session = [access.hash, tokenExpiresAt, expiresAt, address, device ?? null]
  const rotated = await identity.run(ROTATE, [...token, ...session])
  return rotated.length > 0 ? { token: access.token, expiresAt: tokenExpiresAt, refreshToken: refresh.token } : null
}

function repeated({ salt, tokenExpiresAt }: FoundToken, refreshToken: string): SessionSecrets {
  const { access, refresh } = successorOf(refreshToken, salt!)
  return { token: access.token, expiresAt: tokenExpiresAt, refreshToken: refresh.token }
}
