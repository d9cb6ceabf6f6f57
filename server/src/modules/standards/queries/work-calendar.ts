import type { WorkCalendar } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

const WORK_CALENDAR = {
  name: 'work-calendar',
  text: `SELECT c.slots, c.observes_public_holidays AS "observesPublicHolidays",
           coalesce((SELECT json_agg(json_build_object('on', d.day, 'kind', d.kind, 'name', d.name) ORDER BY d.day)
                     FROM calendar_days d WHERE d.community_id = c.community_id), '[]') AS days
         FROM work_calendars c WHERE c.community_id = $1`,
}

/** The hours and special days in which a community's clocks run. */
export async function workCalendar(database: Database, act: Act, communityId: string): Promise<WorkCalendar> {
  const [calendar] = await database.read<WorkCalendar>(act.reach, WORK_CALENDAR, [communityId])
  if (!calendar) throw new ProblemError('NOT_FOUND')
  return calendar
}
