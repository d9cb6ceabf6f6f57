import { DateTime } from 'luxon'

/** The day it is in the office, as an ISO date. */
export function dayOf(now: Date): string {
  return DateTime.fromJSDate(now, { zone: 'Asia/Shanghai' }).toISODate()!
}
