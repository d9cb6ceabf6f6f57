import { describe, expect, it } from '@jest/globals'
import { dayIn, instantOf, nextDay, weekdayOf } from './local-time.ts'

const at = (text: string) => Date.parse(text)

describe('the time of a zone', () => {
  it('begins a day at its own midnight', () => {
    expect(dayIn('Asia/Shanghai', at('2026-11-21T15:59:59Z'))).toBe('2026-11-21')
    expect(dayIn('Asia/Shanghai', at('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
    expect(dayIn('Asia/Kathmandu', at('2026-11-21T18:15:00Z'))).toBe('2026-11-22')
  })

  it('finds the instant of a time of day, at 24:00 that of the next midnight', () => {
    expect(instantOf('Asia/Shanghai', '2026-11-21', '08:30')).toBe(at('2026-11-21T00:30:00Z'))
    expect(instantOf('Asia/Shanghai', '2026-11-21', '24:00')).toBe(at('2026-11-21T16:00:00Z'))
  })

  it('follows clocks that are put forward and back', () => {
    expect(dayIn('America/New_York', at('2026-03-08T04:59:00Z'))).toBe('2026-03-07')
    expect(instantOf('America/New_York', '2026-03-08', '08:00')).toBe(at('2026-03-08T12:00:00Z'))
    expect(instantOf('America/New_York', '2026-03-07', '08:00')).toBe(at('2026-03-07T13:00:00Z'))
  })

  it('counts days over months, years and leap days', () => {
    expect(nextDay('2028-02-28')).toBe('2028-02-29')
    expect(nextDay('2026-12-31')).toBe('2027-01-01')
    expect([weekdayOf('2026-11-21'), weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([6, 7, 1])
  })
})
