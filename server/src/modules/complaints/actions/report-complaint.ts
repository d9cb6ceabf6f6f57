import {
  ANONYMOUS,
  complaintDepartments,
  type Channel,
  type ComplaintReceipt,
  type RegisterComplaint,
  type ReportComplaint,
} from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct, CallerHome } from '../../access/index.ts'
import { calendarFrom, freeNumber, openCaseIn, type NewCase } from '../../cases/index.ts'
import type { AuthorSeal } from '../author-seal.ts'
import { intakeFacts, refuseForeignFiles, unnameFiles, type IntakeFacts } from '../queries/intake-facts.ts'
import { clocksAtIntake } from '../rules/complaint-clocks.ts'
import { complaintProcedure } from '../rules/complaint-procedure.ts'
import { Complaint } from '../store/complaint.entity.ts'

type Told = Pick<ReportComplaint, 'sort' | 'category' | 'urgency' | 'description' | 'fileIds'>

/** COM-01: a resident says it from the phone, under their name or under nobody's. */
export function reportComplaint(
  database: Database,
  seal: AuthorSeal,
  act: CallerAct,
  communityId: string,
  report: ReportComplaint,
): Promise<ComplaintReceipt> {
  const home = act.caller.homes.find((each) => each.communityId === communityId)
  if (!home) throw new ProblemError('HOME_REQUIRED')
  const accountId = act.caller.account!.id
  if (report.anonymous)
    return database.write(seal.unnamedRequest(act, accountId), (tx) => reportUnnamed(tx, seal, act, home, report))
  const named: Act = { ...act, actor: { kind: 'resident', id: accountId, name: home.residentName } }
  return database.write(named, async (tx) => {
    await refuseForeignFiles(tx, act, communityId, report.fileIds)
    const facts = await intakeFacts(tx, communityId, { unitId: home.unitId, residentId: home.residentId, now: act.now })
    const reporter = { accountId, residentId: home.residentId, name: home.residentName, phone: facts.resident!.phone }
    return openComplaint(tx, named, facts, communityId, report, { channel: channelOf(report), reporter, registeredBy: null })
  })
}

/** The home of somebody unnamed is as telling as their name: the case is the whole community's. */
async function reportUnnamed(
  tx: EntityManager,
  seal: AuthorSeal,
  act: CallerAct,
  { communityId, unitId, residentId, residentName }: CallerHome,
  report: ReportComplaint,
): Promise<ComplaintReceipt> {
  const accountId = act.caller.account!.id
  await refuseForeignFiles(tx, act, communityId, report.fileIds)
  const { unit, resident, ...facts } = await intakeFacts(tx, communityId, { unitId, residentId, now: act.now })
  const receipt = await openComplaint(tx, seal.unnamed(act), { ...facts, unit: null, resident: null }, communityId, report, {
    channel: channelOf(report),
    reporter: { accountId: null, residentId: null, name: ANONYMOUS, phone: null },
    registeredBy: null,
    anonymous: true,
  })
  await unnameFiles(tx, communityId, report.fileIds, receipt.id)
  const author = { accountId, residentId, name: residentName, phone: resident!.phone, unitLabel: unit!.label }
  await tx.query('INSERT INTO complaint_authors (community_id, case_id, author_hash, sealed) VALUES ($1, $2, $3, $4)', [
    communityId,
    receipt.id,
    seal.hashOf(accountId),
    seal.seal(author, receipt.id),
  ])
  return receipt
}

const channelOf = (report: ReportComplaint): Channel => (report.codeToken ? 'code' : 'miniprogram')

/** What the office was told, by whatever way it came. */
export type Registration = Omit<RegisterComplaint, 'channel'> & { channel: Channel }

/** COM-01: the office writes down what it was told by telephone, at the desk, on a slip or in a letter; the record is the same. */
export async function registerComplaint(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  registration: Registration,
): Promise<ComplaintReceipt> {
  const { complainant } = registration
  await refuseForeignFiles(tx, act, communityId, registration.fileIds)
  const asked = { unitId: complainant?.unitId ?? null, residentId: complainant?.residentId ?? null, now: act.now }
  const facts = await intakeFacts(tx, communityId, asked)
  const reporter = {
    accountId: facts.resident?.accountId ?? null,
    residentId: facts.resident?.id ?? null,
    name: complainant?.name ?? '未留名',
    phone: complainant?.phone ?? facts.resident?.phone ?? null,
  }
  return openComplaint(tx, act, facts, communityId, registration, {
    channel: registration.channel,
    reporter,
    registeredBy: act.actor.id,
  })
}

interface Manner extends Pick<NewCase, 'channel' | 'reporter' | 'registeredBy'> {
  anonymous?: boolean
}

/** Whatever way it was told: the same record, the same clocks. */
export async function openComplaint(
  tx: EntityManager,
  act: Act,
  facts: IntakeFacts,
  communityId: string,
  told: Told,
  { anonymous = false, ...manner }: Manner,
): Promise<ComplaintReceipt> {
  const { sort, category, urgency, description, fileIds } = told
  const promise = { figures: facts.figures, calendar: calendarFrom(facts.calendar), urgency, sort }
  const id = newId(act.now)
  const number = await freeNumber(tx, act, communityId, facts.calendar.timeZone, 'T')
  await openCaseIn(tx, act, complaintProcedure, {
    id,
    communityId,
    companyId: facts.companyId,
    number,
    state: complaintProcedure.firstState,
    category,
    urgency,
    description,
    place: facts.unit ? { kind: 'unit', ...facts.unit } : { kind: 'community', id: null, label: facts.name, buildingId: null },
    preferredFrom: null,
    preferredUntil: null,
    standardAdoptionId: facts.adoptionId,
    clocks: clocksAtIntake(promise, act.now),
    fileIds,
    ...manner,
  })
  await tx.update(Complaint, { communityId, caseId: id }, { sort, department: complaintDepartments[category], anonymous })
  return { id, communityId, number, state: complaintProcedure.firstState, version: 1 }
}
