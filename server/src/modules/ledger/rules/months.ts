import { DateTime } from 'luxon'

const month = (day: string) => DateTime.fromISO(day.slice(0, 7), { zone: 'utc' })
const named = (at: DateTime) => at.toFormat('yyyy-MM')

export const firstDayOf = (yearMonth: string): string => `${yearMonth}-01`
export const lastDayOf = (yearMonth: string): string => month(yearMonth).endOf('month').toISODate()!
export const monthAfter = (yearMonth: string): string => named(month(yearMonth).plus({ months: 1 }))
export const monthBefore = (yearMonth: string): string => named(month(yearMonth).minus({ months: 1 }))

/** Months are closed one after the other: the one after the last closed, or the first that has an entry. */
export function nextToClose(closedThrough: string | null, firstBooked: string | null): string | null {
  if (closedThrough) return monthAfter(closedThrough)
  return firstBooked && firstBooked.slice(0, 7)
}
