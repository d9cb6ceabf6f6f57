import { DateTime } from 'luxon'

/** The day it is where the community is. */
export function todayAt(now: Date, timeZone: string): string {
  return DateTime.fromJSDate(now, { zone: timeZone }).toISODate()!
}
