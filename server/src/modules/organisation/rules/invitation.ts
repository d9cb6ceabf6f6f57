import type { ProblemCode } from '@yinuo/contracts'
import { TOKEN_BYTES } from './entry-token.ts'

export const INVITATION_DAYS = 7
/** More than a home has people still to come; a link shared by mistake is revoked, not forgotten among others. */
export const MOST_OPEN_INVITATIONS = 10

/** What stands in an invitation's link and code: a letter no place has, and 128 random bits. */
export function invitationToken(randomBytes: Buffer): string {
  if (randomBytes.length !== TOKEN_BYTES) throw new Error(`an invitation needs ${TOKEN_BYTES} bytes`)
  return `i${randomBytes.toString('base64url')}`
}

export function looksLikeInvitation(text: string): boolean {
  return /^i[\w-]{22}$/.test(text)
}

export interface InvitationFacts {
  /** The owner's account; null where the office invites. */
  invitedBy: string | null
  expiresAt: Date
  revokedAt: Date | null
  acceptedAt: Date | null
  /** Who invited still owns the home, or is the office; who moved out invites nobody any more. */
  inviterMay: boolean
  /** Who holds the invitation lives there already. */
  livesThere: boolean
}

/** Why this account cannot take the invitation; null when it can. */
export function refusalOfInvitation(facts: InvitationFacts, accountId: string, now: Date): ProblemCode | null {
  if (facts.invitedBy === accountId) return 'INVITATION_OWN'
  if (facts.livesThere) return 'ALREADY_AT_HOME'
  if (facts.acceptedAt) return 'INVITATION_USED'
  if (facts.revokedAt || !facts.inviterMay) return 'INVITATION_REVOKED'
  return facts.expiresAt <= now ? 'INVITATION_EXPIRED' : null
}
