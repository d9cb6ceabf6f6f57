import type { ConsultationFigures } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { calendarFrom, CALENDAR_COLUMN, type CalendarRow } from '../../cases/index.ts'
import { replyPromise, type ReplyPromise } from '../rules/reply-promise.ts'

const OPTIONS = {
  name: 'conversation-options',
  text: `
    SELECT a.figures -> 'consultations' AS figures, c.hotline, ${CALENDAR_COLUMN} AS calendar
    FROM communities c JOIN standard_adoptions a ON a.community_id = c.id AND a.effective_from <= $2
    WHERE c.id = $1 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1`,
}

/** What is promised, said before anything is asked. */
export async function replyOptions(database: Database, act: CallerAct, communityId: string): Promise<ReplyPromise> {
  const [row] = await database.read<{ figures: ConsultationFigures; hotline: string; calendar: CalendarRow }>(
    act.reach,
    OPTIONS,
    [communityId, act.now],
  )
  if (!row) throw new ProblemError('NOT_FOUND')
  return replyPromise({ figures: row.figures, hotline: row.hotline, calendar: calendarFrom(row.calendar) }, act.now)
}
