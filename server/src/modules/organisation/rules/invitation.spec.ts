import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { looksLikeEntryToken } from './entry-token.ts'
import { invitationToken, looksLikeInvitation, refusalOfInvitation, type InvitationFacts } from './invitation.ts'

const now = new Date('2026-11-21T04:00:00Z')
const open: InvitationFacts = {
  invitedBy: 'owner',
  expiresAt: new Date('2026-11-28T04:00:00Z'),
  revokedAt: null,
  acceptedAt: null,
  inviterMay: true,
  livesThere: false,
}
const refusal = (facts: Partial<InvitationFacts>, who = 'guest') => refusalOfInvitation({ ...open, ...facts }, who, now)

describe('an invitation', () => {
  it('[ORG-04] has a token WeChat takes as a scene, which no place’s code can be mistaken for', () => {
    const token = invitationToken(randomBytes(16))
    expect(token).toMatch(/^[0-9A-Za-z_-]{23}$/)
    expect(looksLikeInvitation(token)).toBe(true)
    expect(looksLikeEntryToken(token)).toBe(false)
    expect(looksLikeInvitation('i')).toBe(false)
  })

  it('[ORG-04] may be taken while it is open', () => expect(refusal({})).toBeNull())

  it('[ORG-04] says plainly why it cannot be taken', () => {
    expect(refusal({}, 'owner')).toBe('INVITATION_OWN')
    expect(refusal({ livesThere: true })).toBe('ALREADY_AT_HOME')
    expect(refusal({ acceptedAt: now })).toBe('INVITATION_USED')
    expect(refusal({ revokedAt: now })).toBe('INVITATION_REVOKED')
    expect(refusal({ expiresAt: now })).toBe('INVITATION_EXPIRED')
  })

  it('[ORG-04] of the office is nobody’s own', () => expect(refusal({ invitedBy: null })).toBeNull())

  it('[ORG-04] falls with the ownership of who sent it', () => expect(refusal({ inviterMay: false })).toBe('INVITATION_REVOKED'))

  it('[ORG-04] that brought somebody in tells them so, not that it is used up', () =>
    expect(refusal({ acceptedAt: now, livesThere: true })).toBe('ALREADY_AT_HOME'))
})
