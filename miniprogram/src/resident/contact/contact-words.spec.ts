import { describe, expect, it } from '@jest/globals'
import { boxDays } from './contact-words.ts'

describe('the days of a suggestion box', () => {
  it('say when it is emptied next, and when it was last', () => {
    expect(boxDays({ nextOn: '2026-11-28', lastEmptiedAt: null })).toBe('11月28日开箱')
    expect(boxDays({ nextOn: '2026-12-05', lastEmptiedAt: '2026-11-27T20:00:00.000Z' })).toBe('12月5日开箱，上次 11月28日')
  })
})
