import { DateTime } from 'luxon'

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
  const first = DateTime.fromJSDate(start, { zone: calendar.timeZone }).startOf('day')
  for (let count = 0; count < FARTHEST_DAYS; count++) {
    const day = first.plus({ days: count })
    for (const [from, until] of slotsOf(day, calendar)) {
      if (until > start.getTime()) yield [Math.max(from, start.getTime()), until]
    }
  }
}

function slotsOf(day: DateTime, calendar: Calendar): [number, number][] {
  const kind = calendar.kindOfDay(day.toISODate()!)
  if (kind === 'holiday') return []
  const weekday = kind === 'workday' && day.weekday > 5 ? 1 : day.weekday
  return calendar.slots
    .filter((slot) => slot.weekday === weekday)
    .map((slot): [number, number] => [instant(day, slot.from), instant(day, slot.until)])
    .sort(([left], [right]) => left - right)
}

function instant(day: DateTime, clock: string): number {
  const [hour, minute] = clock.split(':').map(Number)
  return hour === 24 ? day.plus({ days: 1 }).toMillis() : day.set({ hour, minute }).toMillis()
}
