import { describe, expect, it } from '@jest/globals'
import type { Permission } from '@yinuo/contracts'
import { mayChangeStaff, mayDefinePost, mayGive, type StandingByCommunity } from './may-give.ts'

const standing = (isHeadOffice: boolean, ...permissions: Permission[]) => ({ isHeadOffice, permissions: new Set(permissions) })
const manager: StandingByCommunity = new Map([
  ['garden', standing(false, 'people.read', 'people.edit', 'repairs.work')],
  ['plaza', standing(false, 'people.read', 'repairs.work')],
])
const headOffice: StandingByCommunity = new Map([['garden', standing(true, 'people.read', 'people.edit')]])
const engineer = (communityId: string) => ({ communityId, permissions: ['repairs.work'] as Permission[] })
const auditor = { communityId: 'garden', permissions: ['audit.read'] as Permission[] }

describe('giving posts', () => {
  it('[ORG-05] gives what the giver holds, where they keep the people', () => {
    expect(mayGive(manager, engineer('garden'))).toBe(true)
    expect(mayGive(manager, engineer('plaza'))).toBe(false)
    expect(mayGive(manager, engineer('elsewhere'))).toBe(false)
  })

  it('[ORG-05] gives nothing the giver does not hold, unless they are head office', () => {
    expect(mayGive(manager, auditor)).toBe(false)
    expect(mayGive(headOffice, auditor)).toBe(true)
    expect(mayGive(headOffice, { ...auditor, communityId: 'plaza' })).toBe(false)
  })

  it('[ORG-05] appoints those who do the work the giver hands out', () => {
    const dispatcher: StandingByCommunity = new Map([['garden', standing(false, 'people.edit', 'repairs.dispatch')]])
    expect(mayGive(dispatcher, engineer('garden'))).toBe(true)
    expect(mayGive(dispatcher, auditor)).toBe(false)
  })

  it('[ORG-05] changes nobody who holds more than the changer', () => {
    expect(mayChangeStaff(manager, [engineer('garden')], [])).toBe(true)
    expect(mayChangeStaff(manager, [engineer('garden'), auditor], [engineer('garden')])).toBe(false)
    expect(mayChangeStaff(manager, [engineer('garden'), engineer('plaza')], [engineer('garden')])).toBe(false)
  })

  it('[ORG-05] changes a post only where it reaches nobody else’s people', () => {
    expect(mayDefinePost(manager, [], ['repairs.work'])).toBe(true)
    expect(mayDefinePost(manager, ['garden'], ['repairs.work'])).toBe(true)
    expect(mayDefinePost(manager, ['garden', 'plaza'], ['repairs.work'])).toBe(false)
    expect(mayDefinePost(manager, [], ['audit.read'])).toBe(false)
    expect(mayDefinePost(headOffice, ['garden'], ['audit.read'])).toBe(true)
  })
})
