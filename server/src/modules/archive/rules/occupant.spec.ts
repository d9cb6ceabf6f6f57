import { describe, expect, it } from '@jest/globals'
import { faultsOfOccupancy, twinOf, type Occupancy } from './occupant.ts'
import { mostHeldAtOnce } from './shares.ts'

const owner: Occupancy = {
  name: '林晓梅',
  phone: '13800000001',
  role: 'owner',
  sharePercent: 60,
  validFrom: '2020-01-01',
  validUntil: null,
}
const fields = (wish: Partial<Occupancy>, others: Occupancy[] = []) =>
  faultsOfOccupancy({ ...owner, ...wish }, others).map(({ field }) => field)

describe('the shares of a home', () => {
  it('[ORG-02] are counted on each day, so that one sold and one bought on the next do not meet', () => {
    const sold = { percent: 100, validFrom: '2020-01-01', validUntil: '2026-06-30' }
    const bought = { percent: 100, validFrom: '2026-07-01', validUntil: null }
    expect(mostHeldAtOnce([sold, bought])).toBe(100)
    expect(mostHeldAtOnce([sold, { ...bought, validFrom: '2026-06-30' }])).toBe(200)
    expect(mostHeldAtOnce([])).toBe(0)
  })

  it('[ORG-02] are exact to the hundredth of a percent', () => {
    const third = { percent: 33.33, validFrom: '2020-01-01', validUntil: null }
    expect(mostHeldAtOnce([third, third, third, { ...third, percent: 0.01 }])).toBe(100)
  })
})

describe('somebody in a home', () => {
  it('[ORG-02] may be an owner with a part of it, up to the whole', () => {
    expect(fields({})).toEqual([])
    expect(fields({ sharePercent: 40 }, [owner])).toEqual([])
    expect(fields({ sharePercent: 40.01 }, [owner])).toEqual(['sharePercent'])
    expect(fields({ sharePercent: null }, [{ ...owner, sharePercent: 100 }])).toEqual([])
  })

  it('[ORG-02] has a share only as an owner, and an end as a tenant, not before the beginning', () => {
    expect(fields({ role: 'family' })).toEqual(['sharePercent'])
    expect(fields({ role: 'tenant', sharePercent: null })).toEqual(['validUntil'])
    expect(fields({ validUntil: '2019-12-31' })).toEqual(['validUntil'])
  })

  it('[ORG-02] is there once: the same name and number on the same days is the same person', () => {
    expect(twinOf(owner, [owner])).toBe(owner)
    expect(twinOf(owner, [{ ...owner, phone: '13800000002' }])).toBeUndefined()
    expect(twinOf(owner, [{ ...owner, validUntil: '2019-12-31', validFrom: '2019-01-01' }])).toBeUndefined()
  })
})
