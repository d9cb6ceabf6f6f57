import { DateTime } from 'luxon'

/**
 * Days and times of a zone, each asked of luxon once: asking takes microseconds, and the clocks of one report ask a
 * hundred times about the same few days.
 */
const MOST_REMEMBERED = 10_000
const instants = new Map<string, number>()
const offsets = new Map<string, number>()
const QUARTER_HOUR = 900_000
const MINUTE = 60_000

/** The day a calendar in the zone shows at an instant, as an ISO date. */
export function dayIn(zone: string, instant: number): string {
  // No zone has ever changed its clocks but at a quarter of an hour.
  const key = `${zone} ${Math.floor(instant / QUARTER_HOUR)}`
  const offset = remembered(offsets, key, () => DateTime.fromMillis(instant, { zone }).offset)
  return isoDay(instant + offset * MINUTE)
}

/** The instant at which a clock in the zone shows that time (`08:30`, `24:00`) on that day. */
export function instantOf(zone: string, day: string, time: string): number {
  return remembered(instants, `${zone} ${day} ${time}`, () => {
    const [hour, minute] = time.split(':').map(Number)
    const midnight = DateTime.fromISO(day, { zone }).startOf('day')
    return (hour === 24 ? midnight.plus({ days: 1 }) : midnight.set({ hour, minute })).toMillis()
  })
}

export function nextDay(day: string): string {
  return isoDay(Date.parse(day) + 86_400_000)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

function remembered(known: Map<string, number>, key: string, ask: () => number): number {
  const answer = known.get(key) ?? ask()
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(key, answer)
  return answer
}
