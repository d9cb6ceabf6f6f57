import { describe, expect, it } from '@jest/globals'
import { mayRegister, mayRemove } from './own-vehicle.ts'

const mine = { residentId: 'me' }
const theirs = { residentId: 'them' }
const nobodys = { residentId: null }

describe('a vehicle of a home', () => {
  it('is registered by owners and tenants', () => {
    expect((['owner', 'tenant', 'family'] as const).filter((role) => mayRegister({ role }))).toEqual(['owner', 'tenant'])
  })

  it('is removed by an owner, whoever registered it', () => {
    expect([mine, theirs, nobodys].map((vehicle) => mayRemove({ role: 'owner', residentId: 'me' }, vehicle))).toEqual([true, true, true]) // prettier-ignore
  })

  it('is removed by the tenant who registered it, and no other', () => {
    expect([mine, theirs, nobodys].map((vehicle) => mayRemove({ role: 'tenant', residentId: 'me' }, vehicle))).toEqual([true, false, false]) // prettier-ignore
  })

  it('is not removed by family', () => {
    expect(mayRemove({ role: 'family', residentId: 'me' }, mine)).toBe(false)
  })
})
