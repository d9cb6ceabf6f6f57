import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addWorkingMinutes, workingMinutesBetween, type Calendar } from './working-time.ts'

const shanghai = (text: string) => new Date(`${text}+08:00`)
const weekdays = [1, 2, 3, 4, 5]
const calendar: Calendar = {
  timeZone: 'Asia/Shanghai',
  slots: weekdays.flatMap((weekday) => [
    { weekday, from: '08:30', until: '12:00' },
    { weekday, from: '13:30', until: '18:00' },
  ]),
  kindOfDay: (day) => (day === '2026-10-01' ? 'holiday' : day === '2026-10-10' ? 'workday' : null),
}

describe('working time', () => {
  it('runs round the clock where no calendar is given', () => {
    expect(addWorkingMinutes(shanghai('2026-11-21T23:50'), 30, null)).toEqual(shanghai('2026-11-22T00:20'))
  })

  it('stands still over the noon break', () => {
    expect(addWorkingMinutes(shanghai('2026-11-20T11:50'), 30, calendar)).toEqual(shanghai('2026-11-20T13:50'))
  })

  it('goes on at the next opening when something comes in at night', () => {
    expect(addWorkingMinutes(shanghai('2026-11-19T22:00'), 15, calendar)).toEqual(shanghai('2026-11-20T08:45'))
  })

  it('skips the weekend and a holiday, and counts a make-up working day', () => {
    expect(addWorkingMinutes(shanghai('2026-11-20T17:50'), 20, calendar)).toEqual(shanghai('2026-11-23T08:40'))
    expect(addWorkingMinutes(shanghai('2026-09-30T17:50'), 20, calendar)).toEqual(shanghai('2026-10-02T08:40'))
    expect(addWorkingMinutes(shanghai('2026-10-09T17:50'), 20, calendar)).toEqual(shanghai('2026-10-10T08:40'))
  })

  it('ends a slot exactly at its end', () => {
    expect(addWorkingMinutes(shanghai('2026-11-20T11:00'), 60, calendar)).toEqual(shanghai('2026-11-20T12:00'))
  })

  it('counts back what it added, from any instant', () => {
    const from = shanghai('2026-01-01T00:00').getTime()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 1, max: 5000 }), (offset, minutes) => {
        const start = new Date(from + offset * 60_000)
        expect(workingMinutesBetween(start, addWorkingMinutes(start, minutes, calendar), calendar)).toBe(minutes)
      }),
    )
  })

  it('refuses a calendar without hours instead of looking for ever', () => {
    expect(() => addWorkingMinutes(shanghai('2026-11-20T10:00'), 1, { ...calendar, slots: [] })).toThrow('no working hours')
  })
})
