import { describe, expect, it } from '@jest/globals'
import type { ClockView } from '@yinuo/contracts'
import { clockWording, rowClock } from './clock.ts'
import { fenOf, yuan } from './money.ts'
import { dayOf, endOfDay, exactTime, spokenDay, spokenLength, spokenMinutes, spokenTime, startOfDay } from './time.ts'

const now = Date.parse('2026-11-21T10:00:00Z') // 18:00 in China
const row = {
  state: 'reported',
  dueAt: '2026-11-21T10:13:00Z',
  dueClock: 'respond',
  late: false,
  paused: false,
  reportedAt: '2026-11-21T09:58:00Z',
} as const
const clock: ClockView = {
  name: 'resolve',
  state: 'running',
  startedAt: '2026-11-21T02:00:00Z',
  dueAt: '2026-11-22T02:00:00Z',
  targetMinutes: 1440,
  pausedAt: null,
  pausedBecause: null,
  stoppedAt: null,
  breachedAt: null,
  escalatedTo: null,
}

describe('a clock in words', () => {
  it('says how much is left, and until when exactly', () => {
    expect(rowClock(row, now)).toEqual({ tone: 'onTime', text: '还剩 13 分钟', exact: '响应时限 2026-11-21 18:13:00' })
  })
  it('turns to soon in the last quarter', () => {
    expect(rowClock(row, Date.parse('2026-11-21T10:10:00Z'))).toMatchObject({ tone: 'soon', text: '还剩 3 分钟' })
  })
  it('says by how much it is late, also before the server has told so', () => {
    expect(rowClock(row, Date.parse('2026-11-21T10:38:00Z'))).toMatchObject({ tone: 'late', text: '已超时 25 分钟' })
    expect(rowClock({ ...row, late: true }, now)).toMatchObject({ tone: 'late', text: '已超时' })
  })
  it('stands still while the case waits', () => {
    expect(rowClock({ ...row, paused: true }, now).tone).toBe('waiting')
  })
  it('says when nothing runs', () => {
    expect(rowClock({ ...row, state: 'done', dueAt: null, dueClock: null }, now).text).toBe('等住户确认')
    expect(rowClock({ ...row, state: 'closed', dueAt: null, dueClock: null }, now).text).toBe('已完成')
  })
  it('tells a kept clock from a broken one', () => {
    const stoppedAt = '2026-11-22T03:30:00Z'
    expect(clockWording({ ...clock, state: 'broken', stoppedAt }, now)).toMatchObject({
      tone: 'late',
      text: '超时 1 小时 30 分完成',
    })
    expect(clockWording({ ...clock, state: 'kept', stoppedAt: '2026-11-21T09:00:00Z' }, now)).toMatchObject({
      tone: 'done',
      text: '按时完成',
    })
  })
  it('believes the server when it says soon', () => {
    expect(clockWording({ ...clock, state: 'soon' }, now)).toMatchObject({ tone: 'soon', text: '还剩 16 小时' })
  })
})

describe('time in words', () => {
  it('is spoken as people say it, in China', () => {
    expect(spokenTime('2026-11-21T09:59:30Z', now)).toBe('刚刚')
    expect(spokenTime('2026-11-21T09:48:00Z', now)).toBe('12 分钟前')
    expect(spokenTime('2026-11-20T16:30:00Z', now)).toBe('今天 00:30')
    expect(spokenTime('2026-11-20T10:20:00Z', now)).toBe('昨天 18:20')
    expect(spokenTime('2026-11-22T01:00:00Z', now)).toBe('明天 09:00')
    expect(spokenTime('2026-11-03T10:20:00Z', now)).toBe('11月3日 18:20')
    expect(spokenTime('2025-11-03T10:20:00Z', now)).toBe('2025年11月3日')
  })
  it('has an exact form and days of China', () => {
    expect(exactTime('2026-11-20T16:30:05Z')).toBe('2026-11-21 00:30:05')
    expect(dayOf(Date.parse('2026-11-20T16:30:00Z'))).toBe('2026-11-21')
    expect(spokenDay('2026-11-03')).toBe('11月3日')
    expect(startOfDay('2026-11-21')).toBe('2026-11-20T16:00:00.000Z')
    expect(endOfDay('2026-11-21')).toBe('2026-11-21T16:00:00.000Z')
  })
  it('measures in the two largest words', () => {
    expect([45_000, 780_000, 7_200_000, 7_500_000, 84_300_000, 273_600_000, 172_800_000].map(spokenLength)).toEqual([
      '45 秒',
      '13 分钟',
      '2 小时',
      '2 小时 5 分',
      '23 小时',
      '3 天 4 小时',
      '2 天',
    ])
  })
  it('says a promised figure', () => {
    expect([null, 0, 15, 90, 120, 1440, 2880, 10_080].map(spokenMinutes)).toEqual([
      '不承诺',
      '立即',
      '15 分钟',
      '1 小时 30 分',
      '2 小时',
      '24 小时',
      '48 小时',
      '7 天',
    ])
  })
})

describe('money', () => {
  it('never drops the fen', () => {
    expect([0, 5, 123456, -80000, 100000000].map(yuan)).toEqual(['¥0.00', '¥0.05', '¥1,234.56', '-¥800.00', '¥1,000,000.00'])
  })
  it('reads typed yuan as whole fen', () => {
    expect([12.34, 0.1 + 0.2, 19.99].map(fenOf)).toEqual([1234, 30, 1999])
  })
})
