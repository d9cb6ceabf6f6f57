import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { ticketState, type TicketFacts } from '../rules/ticket.ts'

const FIND_TICKET = {
  name: 'find-sign-in-ticket',
  text: `SELECT expires_at AS "expiresAt", approved_by IS NOT NULL AS "isApproved", redeemed_at IS NOT NULL AS "isRedeemed"
         FROM sign_in_tickets WHERE id = $1`,
}

export async function findTicket(
  identity: IdentityDatabase,
  ticket: string,
  now: Date,
): Promise<{ expiresAt: Date; state: 'waiting' | 'approved' | 'expired' }> {
  const [facts] = await identity.run<TicketFacts>(FIND_TICKET, [ticket])
  if (!facts) throw new ProblemError('NOT_FOUND')
  return { expiresAt: facts.expiresAt, state: ticketState(facts, now) }
}
