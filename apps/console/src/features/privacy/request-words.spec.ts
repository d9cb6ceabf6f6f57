import { describe, expect, it } from '@jest/globals'
import { dueWords, keepWords, toneOf } from './request-words.ts'

const now = Date.parse('2026-11-21T04:00:00Z')
const due = (dueAt: string, state: 'preparing' | 'done' = 'preparing') => dueWords({ state, dueAt }, now)

describe('how long a request may still take', () => {
  it('is counted in days, begun ones whole', () => {
    expect(due('2026-12-06T04:00:00Z')).toBe('还剩 15 天')
    expect(due('2026-11-21T05:00:00Z')).toBe('还剩 1 天')
  })

  it('warns when it is over, and says nothing of what is done', () => {
    expect(due('2026-11-21T03:00:00Z')).toBe('已超过法定期限 1 天，请马上办理')
    expect(due('2026-11-19T03:00:00Z')).toBe('已超过法定期限 3 天，请马上办理')
    expect(due('2026-11-19T03:00:00Z', 'done')).toBeNull()
    expect(toneOf({ state: 'preparing', late: true })).toBe('late')
  })
})

describe('how long something is kept', () => {
  it('is said in years where they are whole', () => {
    expect([keepWords(1095), keepWords(365), keepWords(180), keepWords(2)]).toEqual(['3 年', '1 年', '180 天', '2 天'])
  })
})
