import type { MeetingSchedule, PromisedMeeting } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { UNANSWERED } from './points.sql.ts'
import { LAST_HELD, NEXT, PROMISES } from './promises.sql.ts'

const SCHEDULE = {
  name: 'meeting-schedule',
  text: `
    SELECT promised, every AS "everyMonths", due_on::text AS "dueOn", missed AS late, ${LAST_HELD} AS "lastHeldAt", ${NEXT} AS next,
      (SELECT count(*)::int FROM meeting_points p WHERE p.community_id = $1 AND ${UNANSWERED}) AS unanswered
    FROM (${PROMISES('c.id = $1', '$2::timestamptz')}) AS p ORDER BY promised`,
}

type Row = Omit<PromisedMeeting, 'lastHeldAt' | 'next'> & {
  lastHeldAt: Date | null
  next: PromisedMeeting['next']
  unanswered: number
}

/** Until when the standard wants the next of each, and how many points still wait for an answer. */
export async function meetingSchedule(database: Database, act: CallerAct, communityId: string): Promise<MeetingSchedule> {
  const rows = await database.read<Row>(act.reach, SCHEDULE, [communityId, act.now])
  return {
    promises: rows.map(({ unanswered: _, lastHeldAt, next, ...row }) => ({
      ...row,
      lastHeldAt: lastHeldAt?.toISOString() ?? null,
      next: next && { ...next, startsAt: new Date(next.startsAt).toISOString() },
    })),
    unanswered: rows[0]?.unanswered ?? 0,
  }
}
