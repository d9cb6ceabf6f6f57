import { dayIn, instantOf, nextDay, weekdayOf } from './local-time.ts'

/** The hours in which a community's clocks run; several slots a day, with days that differ. */
export interface Calendar {
  timeZone: string
  /** Minutes of the day, per ISO weekday (1 Monday … 7 Sunday). */
  slots: readonly { weekday: number; from: string; until: string }[]
  /** A holiday has no hours; a make-up working day has Monday's; null: an ordinary day. `day` is an ISO date. */
  kindOfDay(day: string): 'holiday' | 'workday' | null
}

/** `null` stands for round the clock. */
export type Hours = Calendar | null

const MINUTE = 60_000
/** A calendar without any hour in a year is a mistake, not a promise. */
const FARTHEST_DAYS = 400

/** The instant at which so many minutes of working time have passed since `start`. */
export function addWorkingMinutes(start: Date, minutes: number, hours: Hours): Date {
  if (hours === null) return new Date(start.getTime() + minutes * MINUTE)
  let left = minutes * MINUTE
  for (const [from, until] of stretches(start, hours)) {
    if (left <= until - from) return new Date(from + left)
    left -= until - from
  }
  throw new Error('the calendar has no working hours')
}

/** Minutes of working time between two instants; 0 when they are in the other order. */
export function workingMinutesBetween(start: Date, end: Date, hours: Hours): number {
  if (end <= start) return 0
  if (hours === null) return (end.getTime() - start.getTime()) / MINUTE
  let sum = 0
  for (const [from, until] of stretches(start, hours)) {
    if (from >= end.getTime()) break
    sum += Math.min(until, end.getTime()) - from
  }
  return sum / MINUTE
}

function* stretches(start: Date, calendar: Calendar): Generator<[from: number, until: number]> {
  let day = dayIn(calendar.timeZone, start.getTime())
  for (let count = 0; count < FARTHEST_DAYS; count++, day = nextDay(day)) {
    for (const [from, until] of slotsOf(day, calendar)) {
      if (until > start.getTime()) yield [Math.max(from, start.getTime()), until]
    }
  }
}

function slotsOf(day: string, calendar: Calendar): [number, number][] {
  const kind = calendar.kindOfDay(day)
  if (kind === 'holiday') return []
  const ownWeekday = weekdayOf(day)
  const weekday = kind === 'workday' && ownWeekday > 5 ? 1 : ownWeekday
  return calendar.slots
    .filter((slot) => slot.weekday === weekday)
    .map((slot): [number, number] => [
      instantOf(calendar.timeZone, day, slot.from),
      instantOf(calendar.timeZone, day, slot.until),
    ])
    .sort(([left], [right]) => left - right)
}
