import type { Channel, RepairCategoryCode, RepairFigures, RepairReceipt, Urgency } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { calendarFrom, CALENDAR_COLUMN, freeNumber, openCaseIn, type CalendarRow, type NewCase } from '../../cases/index.ts'
import { clocksAtIntake } from '../rules/repair-clocks.ts'
import { repairProcedure } from '../rules/repair-procedure.ts'

/** A repair that comes out of another case, whose files and reporter it takes over. */
export interface RepairOutOf {
  category: RepairCategoryCode
  urgency: Urgency
  description: string
  place: NewCase['place']
  reporter: NewCase['reporter']
  fileIds: string[]
  channel: Channel
}

interface Terms {
  companyId: string
  adoptionId: string | null
  figures: RepairFigures
  calendar: CalendarRow
}

/** Opens it in the transaction of the other case's change. */
export async function openRepairFrom(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  report: RepairOutOf,
): Promise<RepairReceipt> {
  const [terms] = (await tx.query(
    `SELECT c.company_id AS "companyId", a.id AS "adoptionId", a.figures -> 'repairs' AS figures, ${CALENDAR_COLUMN} AS calendar
     FROM communities c LEFT JOIN LATERAL (SELECT id, figures FROM standard_adoptions a
       WHERE a.community_id = c.id AND a.effective_from <= $2 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1) a ON true
     WHERE c.id = $1`,
    [communityId, act.now],
  )) as Terms[]
  if (!terms?.adoptionId) throw new ProblemError('NOT_FOUND')
  const calendar = calendarFrom(terms.calendar)
  const id = newId(act.now)
  const number = await freeNumber(tx, act, communityId, calendar.timeZone)
  await openCaseIn(tx, act, repairProcedure, {
    ...report,
    id,
    communityId,
    companyId: terms.companyId,
    number,
    state: repairProcedure.firstState,
    registeredBy: act.actor.id,
    preferredFrom: null,
    preferredUntil: null,
    standardAdoptionId: terms.adoptionId,
    clocks: clocksAtIntake({ figures: terms.figures, calendar, urgency: report.urgency, category: report.category }, act.now),
  })
  return { id, communityId, number, state: repairProcedure.firstState, version: 1 }
}
