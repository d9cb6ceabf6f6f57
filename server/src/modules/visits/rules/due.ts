import { DateTime } from 'luxon'

/** The Monday of a day's week; days are ISO dates. */
export function weekOf(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).startOf('week').toISODate()!
}

/** A visit is late when the week it was due in is over. */
export function isLate({ state, dueWeek }: { state: string; dueWeek: string }, today: string): boolean {
  return state === 'planned' && dueWeek < weekOf(today)
}
