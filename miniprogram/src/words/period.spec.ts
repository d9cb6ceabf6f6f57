import { describe, expect, it } from '@jest/globals'
import { dayWords, periodWords } from './period.ts'

describe('the period of a bill', () => {
  it.each([
    ['2026-11-01', '2026-11-30', '2026年11月'],
    ['2028-02-01', '2028-02-29', '2028年2月'],
    ['2026-10-01', '2026-12-31', '2026年第四季度'],
    ['2026-07-01', '2026-12-31', '2026年下半年'],
    ['2026-01-01', '2026-12-31', '2026年'],
    ['2026-02-01', '2026-04-30', '2026年2月至4月'],
    ['2026-11-05', '2026-11-30', '2026年11月5日至11月30日'],
    ['2026-12-20', '2027-01-19', '2026年12月20日至2027年1月19日'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(periodWords(from, to)).toBe(words)
  })

  it('begins and ends on days', () => {
    expect(dayWords('2026-03-05')).toBe('2026年3月5日')
  })
})
