import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../caller-act.ts'

const APPROVE_TICKET = {
  name: 'approve-sign-in-ticket',
  text: `UPDATE sign_in_tickets SET approved_by = $2
         WHERE id = $1 AND (approved_by IS NULL OR approved_by = $2) AND redeemed_at IS NULL AND expires_at > $3 RETURNING id`,
}

/** Lets the console that shows the ticket sign in as the caller. The first who approves it has it. */
export async function approveTicket(identity: IdentityDatabase, act: CallerAct, ticket: string): Promise<void> {
  const approved = await identity.run(APPROVE_TICKET, [ticket, act.caller.staff!.id, act.now])
  if (approved.length === 0) throw new ProblemError('TICKET_EXPIRED')
}
