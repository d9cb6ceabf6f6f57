import { describe, expect, it } from '@jest/globals'
import { calendarFaults, isWholeDay, untilOf, weekSentence } from './calendar-rules.ts'

const slot = (weekday: 1 | 2, from: string, until: string) => ({ weekday, from, until })
const calendar = (slots: ReturnType<typeof slot>[], on: string[] = []) => ({
  observesPublicHolidays: true,
  slots,
  days: on.map((day) => ({ on: day, kind: 'holiday' as const, name: '' })),
})

describe('a work calendar', () => {
  it('takes several slots a day', () => {
    expect(calendarFaults(calendar([slot(1, '08:30', '12:00'), slot(1, '14:00', '18:00')]))).toEqual([])
  })
  it('names slots that overlap or end before they begin', () => {
    expect(calendarFaults(calendar([slot(1, '08:30', '12:00'), slot(1, '11:00', '18:00')]))).toEqual([
      '周一的 08:30–12:00 和 11:00–18:00 重叠',
    ])
    expect(calendarFaults(calendar([slot(2, '18:00', '08:00')]))[0]).toContain('周二')
  })
  it('names a day written twice and a week without work', () => {
    expect(calendarFaults(calendar([], ['2026-10-01', '2026-10-01']))).toHaveLength(2)
  })
  it('ends a day at 24:00', () => {
    expect([untilOf('00:00'), untilOf('18:00')]).toEqual(['24:00', '18:00'])
    expect(isWholeDay([slot(1, '00:00', '24:00')], 1)).toBe(true)
    expect(calendarFaults(calendar([slot(1, '00:00', '24:00')]))).toEqual([])
  })
  it('is summed up in a sentence', () => {
    expect(weekSentence([slot(1, '08:30', '12:00'), slot(1, '14:00', '18:00'), slot(2, '09:00', '17:00')])).toBe(
      '每周 2 天，共 15.5 小时',
    )
  })
})
