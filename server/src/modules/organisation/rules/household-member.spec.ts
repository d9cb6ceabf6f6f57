import { describe, expect, it } from '@jest/globals'
import { refusalOfEnding, refusalOfManaging } from './household-member.ts'

describe('who lives in a home', () => {
  it('[ORG-04] may be moved out by an owner, unless they own it too', () => {
    expect(refusalOfEnding({ isOwn: false, role: 'family', callerOwns: true, otherOwners: 0 })).toBeNull()
    expect(refusalOfEnding({ isOwn: false, role: 'tenant', callerOwns: true, otherOwners: 0 })).toBeNull()
    expect(refusalOfEnding({ isOwn: false, role: 'owner', callerOwns: true, otherOwners: 1 })).toBe('OTHER_OWNER')
  })

  it('[ORG-04] is not moved out by family or tenants', () => {
    expect(refusalOfEnding({ isOwn: false, role: 'tenant', callerOwns: false, otherOwners: 1 })).toBe('OWNER_NEEDED')
    expect(refusalOfManaging({ role: 'tenant', callerOwns: false })).toBe('OWNER_NEEDED')
  })

  it('[ORG-04] may move out by themselves, but for the last owner', () => {
    expect(refusalOfEnding({ isOwn: true, role: 'tenant', callerOwns: false, otherOwners: 1 })).toBeNull()
    expect(refusalOfEnding({ isOwn: true, role: 'owner', callerOwns: true, otherOwners: 1 })).toBeNull()
    expect(refusalOfEnding({ isOwn: true, role: 'owner', callerOwns: true, otherOwners: 0 })).toBe('LAST_OWNER')
  })
})
