import { describe, expect, it } from '@jest/globals'
import { pastedReadings, periodText, rateOf, rateText } from './words.ts'

describe('the words of billing', () => {
  it('tell rates with at least two decimals', () => {
    expect([28_500, 10_000, 28_512, 0].map(rateText)).toEqual(['2.85', '1.00', '2.8512', '0.00'])
    expect(rateOf(2.85)).toBe(28_500)
  })

  it('tell periods as people do', () => {
    expect(periodText('2026-02-01', '2026-02-28')).toBe('2026年2月')
    expect(periodText('2026-01-01', '2026-03-31')).toBe('2026年1月至3月')
    expect(periodText('2026-02-03', '2026-02-03')).toBe('2026-02-03')
  })

  it('read what was copied out of a spreadsheet and leave its heading out', () => {
    expect(pastedReadings('表号\t读数\nW1\t125.5\r\nW2\t30\n\n坏行')).toEqual([
      { number: 'W1', value: 125.5 },
      { number: 'W2', value: 30 },
    ])
  })
})
