import { describe, expect, it } from '@jest/globals'
import type { Permission } from '@yinuo/contracts'
import { mayChangeStaff, mayDefinePost, mayGive, type OwnPost } from './may-give.ts'
import { covers, type Scope } from './scope.ts'

const company: Scope = { kind: 'company' }
const north: Scope = { kind: 'region', regionId: 'north' }
const place = (communityId: string, ...buildingIds: string[]): Scope => ({
  kind: 'community',
  communityId,
  regionId: communityId === 'garden' ? 'north' : null,
  buildingIds,
})
const garden = place('garden')
const plaza = place('plaza')
const own = (scope: Scope, ...permissions: Permission[]): OwnPost => ({ scope, permissions, isHeadOffice: false })
const manager = [own(garden, 'people.read', 'people.edit', 'repairs.work'), own(plaza, 'people.read', 'repairs.work')]
const headOffice: OwnPost[] = [{ scope: garden, permissions: ['people.read', 'people.edit'], isHeadOffice: true }]
const engineer = (scope: Scope) => ({ scope, permissions: ['repairs.work'] as Permission[] })
const auditor = (scope: Scope) => ({ scope, permissions: ['audit.read'] as Permission[] })

describe('scopes', () => {
  it('[ORG-05] lie within each other by company, region, community and building', () => {
    expect([company, north, garden, place('garden', 'b1')].map((inner) => covers(company, inner))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([company, north, garden, plaza].map((inner) => covers(north, inner))).toEqual([false, true, true, false])
    expect([north, garden, place('garden', 'b1'), plaza].map((inner) => covers(garden, inner))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('[ORG-05] of some buildings hold those buildings and no more', () => {
    const two = place('garden', 'b1', 'b2')
    expect(covers(two, place('garden', 'b2'))).toBe(true)
    expect(covers(two, place('garden', 'b2', 'b3'))).toBe(false)
    expect(covers(two, garden)).toBe(false)
    expect(covers(two, place('plaza', 'b1'))).toBe(false)
  })
})

describe('giving posts', () => {
  it('[ORG-05] gives what the giver holds, where they keep the people', () => {
    expect(mayGive(manager, engineer(garden))).toBe(true)
    expect(mayGive(manager, engineer(place('garden', 'b1')))).toBe(true)
    expect(mayGive(manager, engineer(plaza))).toBe(false)
    expect(mayGive(manager, engineer(place('elsewhere')))).toBe(false)
  })

  it('[ORG-05] gives no wider than the giver holds it', () => {
    const regional = [own(north, 'people.edit', 'repairs.work')]
    const companyWide = [own(company, 'people.edit'), own(garden, 'audit.read')]
    expect([garden, north, company].map((scope) => mayGive(regional, engineer(scope)))).toEqual([true, true, false])
    expect([garden, plaza, company].map((scope) => mayGive(companyWide, auditor(scope)))).toEqual([true, false, false])
    expect(mayGive([own(place('garden', 'b1'), 'people.edit', 'repairs.work')], engineer(garden))).toBe(false)
  })

  it('[ORG-05] gives nothing the giver does not hold, unless they are head office', () => {
    expect(mayGive(manager, auditor(garden))).toBe(false)
    expect(mayGive(headOffice, auditor(garden))).toBe(true)
    expect(mayGive(headOffice, auditor(plaza))).toBe(false)
    expect(mayGive(headOffice, auditor(company))).toBe(false)
  })

  it('[ORG-05] appoints those who do the work the giver hands out', () => {
    const dispatcher = [own(garden, 'people.edit', 'repairs.dispatch')]
    expect(mayGive(dispatcher, engineer(garden))).toBe(true)
    expect(mayGive(dispatcher, auditor(garden))).toBe(false)
  })

  it('[ORG-05] changes nobody who holds more than the changer', () => {
    expect(mayChangeStaff(manager, [engineer(garden)], [])).toBe(true)
    expect(mayChangeStaff(manager, [engineer(garden), auditor(garden)], [engineer(garden)])).toBe(false)
    expect(mayChangeStaff(manager, [engineer(garden), engineer(plaza)], [engineer(garden)])).toBe(false)
    expect(mayChangeStaff(manager, [engineer(company)], [engineer(garden)])).toBe(false)
  })

  it('[ORG-05] changes a post only where it reaches nobody else’s people', () => {
    expect(mayDefinePost(manager, [], ['repairs.work'])).toBe(true)
    expect(mayDefinePost(manager, [garden], ['repairs.work'])).toBe(true)
    expect(mayDefinePost(manager, [garden, plaza], ['repairs.work'])).toBe(false)
    expect(mayDefinePost(manager, [company], ['repairs.work'])).toBe(false)
    expect(mayDefinePost(manager, [], ['audit.read'])).toBe(false)
    expect(mayDefinePost(headOffice, [garden], ['audit.read'])).toBe(true)
  })
})
