import { describe, expect, it } from '@jest/globals'
import { ticketExpiresAt, ticketState } from './ticket.ts'

const now = new Date('2026-03-02T01:00:00Z')
const ticket = { expiresAt: ticketExpiresAt(now), isApproved: false, isRedeemed: false }
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('a sign-in ticket', () => {
  it('waits, and is approved by a scan', () => {
    expect(ticketState(ticket, now)).toBe('waiting')
    expect(ticketState({ ...ticket, isApproved: true }, now)).toBe('approved')
  })

  it('is good for two minutes', () => {
    expect(ticketState({ ...ticket, isApproved: true }, after(119))).toBe('approved')
    expect(ticketState({ ...ticket, isApproved: true }, after(120))).toBe('expired')
  })

  it('is good once', () => {
    expect(ticketState({ ...ticket, isApproved: true, isRedeemed: true }, now)).toBe('expired')
  })
})
