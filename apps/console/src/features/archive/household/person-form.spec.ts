import { describe, expect, it } from '@jest/globals'
import type { HouseholdPerson } from '@yinuo/contracts'
import { personBody, sharesLeft } from './person-form.ts'

const owner: HouseholdPerson = {
  residencyId: 'one',
  residentId: 'r',
  name: '林晓梅',
  phoneMasked: '138****0001',
  role: 'owner',
  sharePercent: 33.33,
  validFrom: '2020-01-01',
  validUntil: null,
  endedBecause: null,
  standing: 'here',
  isJoined: true,
  version: 1,
  residentVersion: 1,
}

describe('a person of a home', () => {
  it('[ORG-02] is sent without what was left empty, and with a share only as an owner', () => {
    const typed = { name: ' 林晓梅 ', phone: ' ', sharePercent: 50, validFrom: '2020-01-01', validUntil: null }
    expect(personBody({ ...typed, role: 'owner' })).toEqual({
      name: '林晓梅',
      role: 'owner',
      sharePercent: 50,
      validFrom: '2020-01-01',
    })
    expect(personBody({ ...typed, role: 'family' })).not.toHaveProperty('sharePercent')
  })

  it('[ORG-02] may have what the other owners leave over', () => {
    const third = { ...owner, residencyId: 'two' }
    expect(sharesLeft([owner, third], null)).toBe(33.34)
    expect(sharesLeft([owner, third], owner)).toBe(66.67)
    expect(sharesLeft([{ ...owner, standing: 'gone' }], null)).toBe(100)
  })
})
