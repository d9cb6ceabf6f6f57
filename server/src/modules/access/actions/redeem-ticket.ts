import type { Act, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { hashToken } from '../session-token.ts'
import { draftSession, openSessionSql, type OpenedSession } from './open-session.ts'

const APPROVER = `SELECT NULL::uuid AS account_id, staff.id AS staff_id FROM redeemed JOIN staff ON staff.id = redeemed.approved_by AND staff.active`

/** Using the ticket up and opening the session are one statement, so a ticket opens one session on any number of servers. */
const REDEEM_TICKET = {
  name: 'redeem-sign-in-ticket',
  text: `
    WITH redeemed AS (
      UPDATE sign_in_tickets SET redeemed_at = $4
      WHERE id = $9 AND secret_hash = $10 AND approved_by IS NOT NULL AND redeemed_at IS NULL AND expires_at > $4
      RETURNING approved_by),
    ${openSessionSql('console', APPROVER)}
    SELECT staff_id AS "staffId" FROM opened`,
}

export async function redeemTicket(
  identity: IdentityDatabase,
  act: Act,
  ticket: string,
  secret: string,
): Promise<OpenedSession & { staffId: string }> {
  const { opened, values } = draftSession('console', act)
  const [redeemed] = await identity.run<{ staffId: string }>(REDEEM_TICKET, [...values, ticket, hashToken(secret)])
  if (!redeemed) throw new ProblemError('TICKET_EXPIRED')
  return { ...opened, staffId: redeemed.staffId }
}
