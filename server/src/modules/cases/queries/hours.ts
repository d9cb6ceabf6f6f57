import chineseDays from 'chinese-days'
import type { Calendar } from '../rules/working-time.ts'

/** A community's calendar as a query brings it: see CALENDAR_COLUMN. */
export interface CalendarRow {
  timeZone: string
  slots: Calendar['slots']
  observesPublicHolidays: boolean
  days: Record<string, 'holiday' | 'workday'>
}

/** SQL for the calendar of the community aliased `c`, as one JSON value. */
export const CALENDAR_COLUMN = `(
  SELECT json_build_object('timeZone', c.time_zone, 'slots', w.slots, 'observesPublicHolidays', w.observes_public_holidays,
    'days', coalesce((SELECT json_object_agg(d.day, d.kind) FROM calendar_days d WHERE d.community_id = w.community_id), '{}'))
  FROM work_calendars w WHERE w.community_id = c.id)`

/** The community's own special days come first, then the nation's holidays and make-up days where it observes them. */
export function calendarFrom(row: CalendarRow): Calendar {
  return {
    timeZone: row.timeZone,
    slots: row.slots,
    kindOfDay: (day) => row.days[day] ?? (row.observesPublicHolidays ? publicKindOfDay(day) : null),
  }
}

function publicKindOfDay(day: string): 'holiday' | 'workday' | null {
  const detail = chineseDays.getDayDetail(day)
  const isNamed = detail.name.includes(',')
  if (!isNamed) return null
  return detail.work ? 'workday' : 'holiday'
}
