import { describe, expect, it } from '@jest/globals'
import { byFitness, isInScope, type Taker } from './successor.ts'

const taker = (id: string, more: Partial<Taker> = {}): Taker => ({
  id,
  name: id,
  communityId: 'garden',
  skills: [],
  buildingIds: null,
  onDuty: true,
  openWork: 0,
  ...more,
})

describe('who takes over', () => {
  it('[PER-01] looks after the building, or the whole community', () => {
    const some = taker('some', { buildingIds: ['b1'] })
    expect([{ buildingId: 'b1' }, { buildingId: 'b2' }, { buildingId: null }].map((place) => isInScope(some, place))).toEqual([
      true,
      false,
      false,
    ])
    expect(isInScope(taker('whole'), { buildingId: null })).toBe(true)
  })

  it('[PER-01] is offered first when on duty with the least work', () => {
    const all = [taker('off', { onDuty: false }), taker('busy', { openWork: 3 }), taker('free')]
    expect(all.sort(byFitness).map(({ id }) => id)).toEqual(['free', 'busy', 'off'])
  })
})
