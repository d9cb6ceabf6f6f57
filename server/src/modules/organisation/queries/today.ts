import { DateTime } from 'luxon'
import type { Act } from '../../../platform/database/index.ts'

/** The day of an act where the communities are, as an ISO date. */
export function todayIn(act: Pick<Act, 'now'>, timeZone = 'Asia/Shanghai'): string {
  return DateTime.fromJSDate(act.now, { zone: timeZone }).toISODate()!
}
