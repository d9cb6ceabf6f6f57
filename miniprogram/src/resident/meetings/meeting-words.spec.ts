import { describe, expect, it } from '@jest/globals'
import type { OwnMeetingRow } from '@yinuo/contracts'
import { meetingDay, meetingFace, meetingTime, slotTime } from './meeting-words.ts'

const meeting: OwnMeetingRow = {
  id: 'm',
  communityId: 'c',
  kind: 'reception-day',
  title: '总经理接待日',
  place: '服务中心',
  startsAt: '2026-03-04T06:00:00.000Z',
  endsAt: '2026-03-04T08:00:00.000Z',
  state: 'announced',
  corrected: false,
  booking: null,
  attendedAt: null,
  points: 0,
  unanswered: 0,
}
const before = Date.parse('2026-03-04T01:00:00.000Z')
const after = Date.parse('2026-03-05T01:00:00.000Z')
const booking = { slotAt: '2026-03-04T06:20:00.000Z', topic: '', unitLabel: '101' }

describe('a meeting on the phone', () => {
  it('[NTC-07] says its day, its hours and its slots as the clock on the wall does', () => {
    expect(meetingDay(meeting.startsAt)).toBe('3月4日 周三')
    expect(meetingTime(meeting, before)).toBe('今天 14:00–16:00')
    expect(slotTime({ at: booking.slotAt })).toBe('14:20')
  })

  it.each([
    ['可预约', meeting, before],
    ['已预约', { ...meeting, booking }, before],
    ['已签到', { ...meeting, booking, attendedAt: meeting.startsAt }, before],
    ['等待公布纪要', meeting, after],
    ['等待公布纪要', { ...meeting, state: 'held' }, after],
    ['纪要已公布', { ...meeting, state: 'published' }, after],
    ['已取消', { ...meeting, state: 'cancelled', booking }, before],
  ] as [string, OwnMeetingRow, number][])('[NTC-07] says “%s” to its reader', (text, seen, now) => {
    expect(meetingFace(seen, now).text).toBe(text)
  })
})
