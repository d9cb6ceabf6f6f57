import { randomBytes } from 'node:crypto'
import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ticketExpiresAt } from '../rules/ticket.ts'
import { newToken } from '../session-token.ts'

const OPEN_TICKET = {
  name: 'open-sign-in-ticket',
  text: `INSERT INTO sign_in_tickets (id, secret_hash, expires_at) VALUES ($1, $2, $3)`,
}

/** A ticket is shown on the screen for anyone to see; its secret stays with the console that asked for it. */
export async function openTicket(
  identity: IdentityDatabase,
  now: Date,
): Promise<{ ticket: string; secret: string; expiresAt: Date }> {
  const ticket = randomBytes(16).toString('base64url')
  const { token: secret, hash } = newToken()
  const expiresAt = ticketExpiresAt(now)
  await identity.run(OPEN_TICKET, [ticket, hash, expiresAt])
  return { ticket, secret, expiresAt }
}
