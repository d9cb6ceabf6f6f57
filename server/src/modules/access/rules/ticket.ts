const OPEN_FOR = 2 * 60_000

export interface TicketFacts {
  expiresAt: Date
  isApproved: boolean
  isRedeemed: boolean
}

export function ticketExpiresAt(now: Date): Date {
  return new Date(now.getTime() + OPEN_FOR)
}

/** A ticket is good for one sign-in within two minutes; used up is the same as expired. */
export function ticketState(ticket: TicketFacts, now: Date): 'waiting' | 'approved' | 'expired' {
  if (ticket.isRedeemed || ticket.expiresAt <= now) return 'expired'
  return ticket.isApproved ? 'approved' : 'waiting'
}
