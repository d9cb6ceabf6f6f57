import { describe, expect, it } from '@jest/globals'
import { pauseClock, resumeClock, startClock, stateOfClock, stopClock, type ClockPlan } from './clock.ts'
import type { Calendar } from './working-time.ts'

const at = (text: string) => new Date(`2026-11-20T${text}:00+08:00`)
const plan: ClockPlan = {
  name: 'respond',
  targetMinutes: 60,
  hours: null,
  ladder: [
    { step: 'warned', atPercent: 70 },
    { step: 'supervisor', atPercent: 100 },
    { step: 'project-manager', atPercent: 150 },
    { step: 'company', atPercent: 200 },
  ],
}

describe('a clock', () => {
  it('[REP-04] warns before it is due and then climbs the ladder', () => {
    const clock = startClock(plan, at('10:00'))
    expect(clock.dueAt).toEqual(at('11:00'))
    expect(clock.steps).toEqual([at('10:42'), at('11:00'), at('11:30'), at('12:00')])
    expect(clock.nextStepAt).toEqual(at('10:42'))
  })

  it('shows running, soon and late by the time alone', () => {
    const clock = startClock(plan, at('10:00'))
    expect(stateOfClock(clock, at('10:41'))).toBe('running')
    expect(stateOfClock(clock, at('10:42'))).toBe('soon')
    expect(stateOfClock(clock, at('11:00'))).toBe('soon')
    expect(stateOfClock(clock, at('11:01'))).toBe('late')
  })

  it('[REP-04] stands still while paused and keeps the time it had left', () => {
    const paused = pauseClock(startClock(plan, at('10:00')), at('10:20'), '等配件')
    expect(stateOfClock(paused, at('15:00'))).toBe('paused')
    expect(paused.nextStepAt).toBeNull()
    const resumed = resumeClock(paused, at('15:00'), null)
    expect(resumed.dueAt).toEqual(at('15:40'))
    expect(resumed.nextStepAt).toEqual(at('15:22'))
    expect(resumed.pausedMinutes).toBe(280)
  })

  it('keeps a breach that was there before the pause', () => {
    const paused = pauseClock(startClock(plan, at('10:00')), at('11:10'), '等配件')
    expect(paused.breachedAt).toEqual(at('11:00'))
    expect(resumeClock(paused, at('12:00'), null).dueAt).toEqual(at('11:00'))
  })

  it('is kept when stopped in time, broken when stopped late though nobody had noticed', () => {
    const clock = startClock(plan, at('10:00'))
    expect(stateOfClock(stopClock(clock, at('10:59')), at('18:00'))).toBe('kept')
    const late = stopClock(clock, at('11:05'))
    expect(stateOfClock(late, at('18:00'))).toBe('broken')
    expect(late.breachedAt).toEqual(at('11:00'))
  })

  it('[STD-02] takes the earlier of its minutes and the end of the day', () => {
    const sameDay = startClock({ ...plan, targetMinutes: 1440, dueAtLatest: at('24:00') }, at('14:00'))
    expect(sameDay.dueAt).toEqual(at('24:00'))
    expect(sameDay.targetMinutes).toBe(600)
  })

  it('pauses and resumes inside working hours only', () => {
    const calendar: Calendar = {
      timeZone: 'Asia/Shanghai',
      slots: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', until: '18:00' })),
      kindOfDay: () => null,
    }
    const clock = startClock({ ...plan, hours: calendar }, at('17:30'))
    expect(clock.dueAt).toEqual(new Date('2026-11-21T08:30:00+08:00'))
    const resumed = resumeClock(pauseClock(clock, at('17:40'), '等住户'), at('20:00'), calendar)
    expect(resumed.dueAt).toEqual(new Date('2026-11-21T08:50:00+08:00'))
  })
})
