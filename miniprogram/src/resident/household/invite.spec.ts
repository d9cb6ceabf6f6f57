import { describe, expect, it } from '@jest/globals'
import { inviteFaults, inviteOf, isInvitation, pageOfInvitation } from './invite.ts'

const token = `i${'x'.repeat(22)}`

describe('an invitation to a home', () => {
  it('[ORG-04] is told from the code of a place by its first letter', () => {
    expect(isInvitation(token)).toBe(true)
    expect([null, '', 'i', `u${'x'.repeat(22)}`].map(isInvitation)).toEqual([false, false, false, false])
    expect(pageOfInvitation({ token })).toBe(`pages/invitation/index?token=${token}`)
  })

  it('[ORG-04] names who is invited, and for a tenant the last day', () => {
    expect(inviteFaults({ role: 'family', name: ' ', validUntil: '' })).toHaveProperty('name')
    expect(inviteFaults({ role: 'tenant', name: '陈新', validUntil: '' })).toHaveProperty('validUntil')
    expect(inviteFaults({ role: 'family', name: '陈新', validUntil: '' })).toEqual({})
  })

  it('[ORG-04] of family has no end, whatever was chosen before', () => {
    expect(inviteOf({ role: 'family', name: ' 陈新 ', validUntil: '2027-06-30' }, 'u-1')).toEqual({
      unitId: 'u-1',
      role: 'family',
      name: '陈新',
    })
    expect(inviteOf({ role: 'tenant', name: '陈新', validUntil: '2027-06-30' }, 'u-1')).toHaveProperty('validUntil', '2027-06-30')
  })
})
