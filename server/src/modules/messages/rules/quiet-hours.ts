import { DateTime } from 'luxon'

export interface QuietHours {
  /** 22:00 */
  from: string
  /** 07:30; earlier than `from` is the next morning */
  until: string
}

/** When the quiet hours that hold at `now` end, or null where none do. Hours are those of the community's wall clock. */
export function quietUntil(hours: QuietHours | null, now: Date, timeZone: string): Date | null {
  if (!hours || hours.from === hours.until) return null
  const here = DateTime.fromJSDate(now, { zone: timeZone })
  const time = here.toFormat('HH:mm')
  const overnight = hours.from > hours.until
  const isQuiet = overnight ? time >= hours.from || time < hours.until : time >= hours.from && time < hours.until
  if (!isQuiet) return null
  const [hour, minute] = hours.until.split(':').map(Number)
  const end = here.set({ hour: hour!, minute: minute!, second: 0, millisecond: 0 })
  return (overnight && time >= hours.from ? end.plus({ days: 1 }) : end).toJSDate()
}
