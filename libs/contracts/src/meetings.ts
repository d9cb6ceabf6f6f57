import type { Labels } from './label.ts'
import type { ComplaintState } from './complaints.ts'
import type { RepairState } from './repairs.ts'

/** What people are asked to come to (NTC-07). */
export const meetingKinds = {
  'owners-meeting': '业主会议',
  'representatives-meeting': '业主代表会议',
  'reception-day': '总经理接待日',
} as const satisfies Labels<string>
export type MeetingKind = keyof typeof meetingKinds

export const meetingStates = {
  planned: '计划中',
  announced: '已通知',
  held: '待公布纪要',
  published: '纪要已公布',
  cancelled: '已取消',
} as const satisfies Labels<string>
export type MeetingState = keyof typeof meetingStates

/** What the adopted standard promises: one of these within so many months. */
export const meetingPromises = {
  meeting: '业主（代表）会议',
  'reception-day': '总经理接待日',
} as const satisfies Labels<string>
export type MeetingPromise = keyof typeof meetingPromises

/** How somebody was found to be there. */
export const attendanceWays = { code: '扫码签到', hand: '现场登记' } as const satisfies Labels<string>
export type AttendanceWay = keyof typeof attendanceWays

/** How far a point that was raised has come. */
export const pointStates = { open: '待跟进', followed: '办理中', answered: '已答复' } as const satisfies Labels<string>
export type PointState = keyof typeof pointStates

/** States of what a point was turned into in which it has its answer. */
export const answeringStates = {
  complaint: ['done', 'followed-up', 'archived', 'withdrawn'] satisfies ComplaintState[],
  repair: ['done', 'closed', 'archived', 'cancelled'] satisfies RepairState[],
} as const

/** Who of a meeting is meant in its list of participants. */
export const participantFilters = { booked: '已预约', attended: '已到场', absent: '约了没来' } as const satisfies Labels<string>
export type ParticipantFilter = keyof typeof participantFilters

export const meetingLimits = {
  title: 60,
  place: 60,
  agenda: 20,
  agendaLine: 100,
  topic: 200,
  point: 300,
  answer: 500,
  minutes: 5000,
  note: 100,
  buildings: 100,
  slotMinutes: { min: 5, max: 120 },
  slotCapacity: { min: 1, max: 20 },
  /** a reception day has no more slots than a screen can show */
  slots: 100,
  /** a check-in is taken this long before the beginning and after the end */
  checkInMinutes: 60,
} as const
