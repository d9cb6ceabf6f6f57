import { randomBytes } from 'node:crypto'
import { repairCategories, type RepairFigures, type RepairReceipt, type ReportRepair } from '@yinuo/contracts'
import { newId } from '../../../platform/clock/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { holds, livesIn, type CallerAct } from '../../access/index.ts'
import { calendarFrom, caseNumber, openCase, type NewCase } from '../../cases/index.ts'
import { readIntakeFacts, type IntakeFacts } from '../queries/intake-facts.ts'
import { clocksAtIntake } from '../rules/repair-clocks.ts'
import { repairProcedure } from '../rules/repair-procedure.ts'

/**
 * REP-01: a repair comes in, by whatever channel. Two round trips: the facts, then everything written at once.
 * @throws ProblemError NOT_FOUND for a place, resident or file that is not of this community.
 */
export async function reportRepair(
  database: Database,
  act: CallerAct,
  communityId: string,
  report: ReportRepair,
): Promise<RepairReceipt> {
  const facts = await readIntakeFacts(database, act, communityId, report)
  const where = facts.place?.buildingId ?? null
  const asOffice = act.actor.kind === 'staff' && holds(act.caller, communityId, 'repairs.report', where)
  refuseUnlessSound(act, communityId, report, facts, asOffice)
  const id = newId(act.now)
  const opening: Omit<NewCase, 'number'> = {
    id,
    communityId,
    companyId: facts.companyId,
    state: repairProcedure.firstState,
    channel: asOffice ? (report.channel ?? 'front-desk') : report.codeToken ? 'code' : 'miniprogram',
    category: report.category,
    urgency: report.urgency,
    description: report.description,
    place: facts.place!,
    reporter: reporterOf(act, communityId, report, facts, asOffice),
    registeredBy: asOffice ? act.actor.id : null,
    preferredFrom: report.preferredFrom ?? null,
    preferredUntil: report.preferredUntil ?? null,
    standardAdoptionId: facts.adoptionId!,
    clocks: clocksAtIntake(promiseOf(facts, report), act.now),
    fileIds: report.fileIds,
  }
  for (let draw = 1; ; draw++) {
    const number = caseNumber(act.now, facts.calendar.timeZone, randomBytes(5))
    const receipt: RepairReceipt = { id, communityId, number, state: repairProcedure.firstState, version: 1 }
    try {
      return await openCase(database, act, repairProcedure, { ...opening, number }, receipt)
    } catch (error) {
      if (draw === MOST_DRAWS || !isNumberTaken(error)) throw error
    }
  }
}

/** Numbers are short for the telephone, so two reports of one day meet now and then. */
const MOST_DRAWS = 5

function isNumberTaken(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'cases_community_id_number_key'
}

function promiseOf(facts: IntakeFacts, report: ReportRepair) {
  return {
    figures: facts.figures as RepairFigures,
    calendar: calendarFrom(facts.calendar),
    urgency: report.urgency,
    category: report.category,
  }
}

function refuseUnlessSound(
  act: CallerAct,
  communityId: string,
  report: ReportRepair,
  facts: IntakeFacts,
  asOffice: boolean,
): void {
  if (!facts.place || !facts.adoptionId || facts.fileCount !== new Set(report.fileIds).size) throw new ProblemError('NOT_FOUND')
  if (!(report.category in repairCategories)) throw new ProblemError('VALIDATION_FAILED')
  if (asOffice) {
    if (report.reporter?.residentId && !facts.resident) throw new ProblemError('NOT_FOUND')
    if (report.reporter && !report.reporter.phone && !facts.resident)
      throw new ProblemError('VALIDATION_FAILED', {}, [
        { field: 'reporter.phone', message: '请填写报修人电话，师傅上门前要联系。' },
      ])
    return
  }
  if (!livesIn(act.caller, communityId)) throw new ProblemError(act.actor.kind === 'staff' ? 'NOT_ALLOWED' : 'HOME_REQUIRED')
  const isOwnHome = report.place.kind !== 'unit' || act.caller.homes.some((home) => home.unitId === report.place.id)
  if (!isOwnHome) throw new ProblemError('NOT_FOUND')
}

function reporterOf(
  act: CallerAct,
  communityId: string,
  report: ReportRepair,
  facts: IntakeFacts,
  asOffice: boolean,
): NewCase['reporter'] {
  if (asOffice) {
    const { resident } = facts
    return {
      accountId: resident?.accountId ?? null,
      residentId: resident?.id ?? null,
      name: report.reporter?.name ?? resident?.name ?? act.actor.name,
      phone: report.reporter?.phone ?? resident?.phone ?? null,
    }
  }
  const home =
    act.caller.homes.find((each) => each.unitId === report.place.id) ??
    act.caller.homes.find((each) => each.communityId === communityId)!
  return { accountId: act.caller.account!.id, residentId: home.residentId, name: home.residentName, phone: facts.ownPhone }
}
