import { newId } from '../../../platform/clock/index.ts'
import type { Act, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { sessionExpiresAt } from '../rules/session-expiry.ts'
import { hashToken, newToken } from '../session-token.ts'
import type { OpenedSession } from './open-session.ts'

/** Using the ticket up and opening the session are one statement, so a ticket opens one session on any number of servers. */
const REDEEM_TICKET = {
  name: 'redeem-sign-in-ticket',
  text: `
    WITH redeemed AS (
      UPDATE sign_in_tickets SET redeemed_at = $3
      WHERE id = $1 AND secret_hash = $2 AND approved_by IS NOT NULL AND redeemed_at IS NULL AND expires_at > $3
      RETURNING approved_by)
    INSERT INTO sessions (id, token_hash, staff_id, created_at, expires_at, client)
    SELECT $4, $5, staff.id, $3, $6, 'console' FROM redeemed JOIN staff ON staff.id = redeemed.approved_by AND staff.active
    RETURNING staff_id AS "staffId"`,
}

export async function redeemTicket(
  identity: IdentityDatabase,
  act: Act,
  ticket: string,
  secret: string,
): Promise<OpenedSession & { staffId: string }> {
  const { token, hash } = newToken()
  const opened = { sessionId: newId(act.now), token, expiresAt: sessionExpiresAt('console', act.now) }
  const [redeemed] = await identity.run<{ staffId: string }>(REDEEM_TICKET, [
    ticket,
    hashToken(secret),
    act.now,
    opened.sessionId,
    hash,
    opened.expiresAt,
  ])
  if (!redeemed) throw new ProblemError('TICKET_EXPIRED')
  return { ...opened, staffId: redeemed.staffId }
}
