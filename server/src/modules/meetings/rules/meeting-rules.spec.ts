import { describe, expect, it } from '@jest/globals'
import { checkInWindow, isIn, isSlot, mayBook, obstacleTo, pointStateOf, slotsOf } from './index.ts'

const at = (time: string) => new Date(`2026-03-04T${time}:00+08:00`)
const day = { startsAt: at('14:00'), endsAt: at('15:00'), slotMinutes: 25 }

describe('the slots of a reception day', () => {
  it('[NTC-07] are those that fit in whole', () => {
    expect(slotsOf(day)).toEqual([at('14:00'), at('14:25')])
    expect(slotsOf({ ...day, slotMinutes: null })).toEqual([])
    expect(slotsOf({ ...day, slotMinutes: 90 })).toEqual([])
  })

  it('[NTC-07] are booked until they begin; a meeting until it is over', () => {
    expect(isSlot(day, at('14:25'))).toBe(true)
    expect(isSlot(day, at('14:50'))).toBe(false)
    expect(mayBook(day, at('14:25'), at('14:24'))).toBe(true)
    expect(mayBook(day, at('14:25'), at('14:25'))).toBe(false)
    expect(mayBook(day, null, at('14:59'))).toBe(true)
  })
})

describe('the code of a meeting', () => {
  it('[NTC-07] counts from an hour before to an hour after', () => {
    const window = checkInWindow(day)
    expect(isIn(window, at('13:00'))).toBe(true)
    expect(isIn(window, at('16:00'))).toBe(true)
    expect(isIn(window, at('12:59'))).toBe(false)
    expect(isIn(window, at('16:01'))).toBe(false)
  })
})

describe('a step of a meeting', () => {
  it('[NTC-07] is refused in the words of its state', () => {
    expect(obstacleTo('announce', 'cancelled')).toEqual({ state: '已取消', action: '通知住户' })
    expect(obstacleTo('publish', 'announced')).toEqual({ state: '已通知', action: '公布纪要' })
    expect(obstacleTo('correct', 'published')).toBeNull()
  })
})

describe('a point that was raised', () => {
  it('[NTC-07] is answered by its case once there is one, else by what the office writes', () => {
    expect(pointStateOf(null, null)).toBe('open')
    expect(pointStateOf(null, '已安排')).toBe('answered')
    expect(pointStateOf({ kind: 'complaint', state: 'investigating' }, '正在查')).toBe('followed')
    expect(pointStateOf({ kind: 'complaint', state: 'done' }, null)).toBe('answered')
    expect(pointStateOf({ kind: 'repair', state: 'cancelled' }, null)).toBe('answered')
  })
})
