import { describe, expect, it } from '@jest/globals'
import { faultsOfInvitation } from './office-invitation.ts'

const fields = (wish: Parameters<typeof faultsOfInvitation>[0]) =>
  faultsOfInvitation(wish, '2026-11-21').map(({ field }) => field)

describe('an invitation of the office', () => {
  it('[ORG-04] to ownership is for one number and has no end', () => {
    expect(fields({ role: 'owner', phone: '13800000001' })).toEqual([])
    expect(fields({ role: 'owner' })).toEqual(['phone'])
    expect(fields({ role: 'owner', phone: '13800000001', validUntil: '2027-01-01' })).toEqual(['validUntil'])
  })

  it('[ORG-04] of a tenant ends, and not in the past', () => {
    expect(fields({ role: 'tenant' })).toEqual(['validUntil'])
    expect(fields({ role: 'tenant', validUntil: '2026-11-20' })).toEqual(['validUntil'])
    expect(fields({ role: 'tenant', validUntil: '2026-11-21' })).toEqual([])
    expect(fields({ role: 'family' })).toEqual([])
  })
})
