import { describe, expect, it } from '@jest/globals'
import { exactTime, roundFigure, saidDuration, saidMinutes, saidSlot, saidTime } from './time.ts'

// 2026-11-21 18:30 in Shanghai
const now = Date.parse('2026-11-21T10:30:00Z')
const minutes = (figure: number) => figure * 60_000

describe('time as people say it', () => {
  it.each([
    ['2026-11-21T10:29:40Z', '刚刚'],
    ['2026-11-21T10:25:00Z', '5 分钟前'],
    ['2026-11-21T09:05:00Z', '今天 17:05'],
    ['2026-11-20T10:20:00Z', '昨天 18:20'],
    ['2026-11-19T16:01:00Z', '昨天 00:01'],
    ['2026-11-19T15:59:00Z', '前天 23:59'],
    ['2026-11-03T10:20:00Z', '11月3日 18:20'],
    ['2025-11-03T10:20:00Z', '2025年11月3日'],
    ['2026-11-21T12:00:00Z', '今天 20:00'],
    ['2026-11-22T01:00:00Z', '明天 09:00'],
  ])('says %s as %s', (instant, said) => expect(saidTime(instant, now)).toBe(said))

  it('shows the exact time on Shanghai’s clock whatever the phone’s', () => {
    expect(exactTime('2026-12-31T16:30:00Z')).toBe('2027-01-01 00:30')
  })

  it('says a visit as a day and a span', () => {
    expect(saidSlot('2026-11-22T06:00:00Z', '2026-11-22T10:00:00Z', now)).toBe('明天 14:00–18:00')
  })

  it('says a span that has begun by the clock, not by how long ago', () => {
    expect(saidSlot('2026-11-21T10:10:00Z', '2026-11-21T12:00:00Z', now)).toBe('今天 18:10–20:00')
  })
})

describe('a duration', () => {
  it.each([
    [0.2, '1 分钟'],
    [13, '13 分钟'],
    [60, '1 小时'],
    [80, '1 小时 20 分钟'],
    [1440, '1 天'],
    [2 * 1440 + 180, '2 天 3 小时'],
  ])('of %d minutes is said as %s', (length, said) => expect(saidDuration(minutes(length))).toBe(said))

  it('is promised in whole hours up to a day', () => {
    expect([15, 120, 1440, 2880].map(saidMinutes)).toEqual(['15 分钟', '2 小时', '1 天', '2 天'])
  })

  it('is rounded down inside a ring, so that nobody counts on time that is not there', () => {
    expect(roundFigure(minutes(13.9))).toEqual(['13', '分钟'])
    expect(roundFigure(minutes(119))).toEqual(['1', '小时'])
    expect(roundFigure(minutes(47 * 60 + 59))).toEqual(['47', '小时'])
    expect(roundFigure(minutes(5 * 1440 - 1))).toEqual(['4', '天'])
  })
})
