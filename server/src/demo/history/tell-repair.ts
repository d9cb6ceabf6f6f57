import { repairCategories, skills, type RepairCategoryCode, type Urgency } from '@yinuo/contracts'
import { startClock } from '../../modules/cases/rules/index.ts'
import type { DemoCommunity, DemoStaff } from '../company/model.ts'
import type { Random } from '../random.ts'
import { engineerFor, type Circumstances } from './circumstances.ts'
import { after, DAY, HOUR, hourOf, MINUTE, startOfDay, whenAwake } from './hours.ts'
import { Story, system, type StoryActor } from './story.ts'
import { untold, type ToldRepair } from './told-repair.ts'
import { complaint, declineReasons, findings, praise, progressNotes, reopenReasons, waits, words } from './words.ts'

const acceptMedianMinutes: Readonly<Record<Urgency, number>> = { emergency: 2.6, urgent: 4.2, routine: 5.2 }
/** People take their time according to what is promised. */
const paceOf = {
  residential: { emergency: 1, urgent: 1, routine: 1 },
  commercial: { emergency: 1, urgent: 1.2, routine: 2 },
  office: { emergency: 0.8, urgent: 0.6, routine: 7 },
}
const arriveMedianMinutes: Readonly<Record<Urgency, number>> = { emergency: 9, urgent: 24, routine: 75 }

const chargeable = new Set<RepairCategoryCode>(['taps', 'lighting', 'doors', 'drainage', 'power'])

/** Tells one repair from its report to wherever it stands at `now`. */
export function tellRepair(
  random: Random,
  community: DemoCommunity,
  facts: Circumstances,
  reportedAt: Date,
  now: Date,
): ToldRepair {
  const promise = { figures: community.figures, calendar: community.calendar, urgency: facts.urgency, category: facts.category }
  const told = untold(new Story(promise, reportedAt, now, facts.reporter))
  if (random.chance(0.45) && !facts.registeredBy) told.pictures.push({ purpose: 'report', event: 0 })
  const cancelled = random.chance(0.025) && facts.urgency === 'routine'
  const accepted = takeOn(random, community, facts, told, reportedAt)
  if (accepted && cancelled) cancel(facts, told, after(accepted, random.between(5, 50) * MINUTE))
  else if (accepted) workOn(random, community, facts, told, accepted)
  told.story.passUntil(now)
  settleUnanswered(told)
  archive(told)
  return told
}

/** Dispatch and acceptance; now and then somebody declines first. Returns when it was accepted. */
function takeOn(random: Random, community: DemoCommunity, facts: Circumstances, told: ToldRepair, from: Date): Date | null {
  const { story } = told
  let at = after(from, random.between(1, 3) * 1000)
  let engineer = facts.engineer
  if (!dispatch(random, facts, told, engineer, at)) return null
  if (random.chance(0.03)) {
    at = after(at, random.between(1, 5) * MINUTE)
    if (!story.happen(at, 'decline', actor(engineer), 'reported', 'none', { reason: random.pick(declineReasons) })) return null
    told.assignee = null
    const others = facts.free.filter(({ id }) => id !== engineer.id)
    engineer = engineerFor(random, facts.category, others, community)
    at = after(at, random.between(1, 3) * 1000)
    if (!dispatch(random, facts, told, engineer, at)) return null
  }
  at = acceptedAt(random, community, facts.urgency, at)
  return story.happen(at, 'accept', actor(engineer), 'accepted', 'accept') ? at : null
}

function dispatch(random: Random, facts: Circumstances, told: ToldRepair, engineer: DemoStaff, at: Date): boolean {
  const load = random.int(0, 3)
  const because = [
    { rule: 'qualified', text: `有“${skills[repairCategories[facts.category].skill]}”资质` },
    { rule: 'on-duty', text: `当前在岗（同资质在岗 ${random.int(2, 4)} 人）` },
    { rule: 'least-load', text: `手上 ${load} 单，最少` },
  ]
  const content = { assigneeId: engineer.id, assigneeName: engineer.name, because: because.map(({ text }) => text).join('，') }
  if (!told.story.happen(at, 'dispatch', system, 'assigned', 'none', content)) return false
  told.assignee = engineer
  told.because = because
  return true
}

function acceptedAt(random: Random, community: DemoCommunity, urgency: Urgency, from: Date): Date {
  const pace = paceOf[community.site.propertyType][urgency]
  const isNight = hourOf(from) < 6.5 || hourOf(from) >= 22.5
  const minutes = random.logNormal(acceptMedianMinutes[urgency] * pace, 0.55) * (isNight ? 1.4 : 1)
  const hours = urgency === 'emergency' ? null : community.calendar
  return startClock({ name: 'respond', targetMinutes: minutes, hours, ladder: [] }, from).dueAt
}

function cancel(facts: Circumstances, told: ToldRepair, at: Date): void {
  if (told.story.happen(at, 'cancel', facts.reporter, 'cancelled', 'close', { reason: '已经自己处理好了' })) told.closedAt = at
}

/** From arrival to the reporter's answer; a reopened repair goes through it again. */
function workOn(random: Random, community: DemoCommunity, facts: Circumstances, told: ToldRepair, acceptedAt: Date): void {
  const { story } = told
  const engineer = actor(told.assignee!)
  const toGo = random.logNormal(arriveMedianMinutes[facts.urgency], 0.6) * MINUTE
  let at = facts.urgency === 'emergency' ? after(acceptedAt, toGo) : whenAwake(random, after(acceptedAt, toGo))
  if (!story.happen(at, 'arrive', engineer, 'working', 'life')) return
  if (random.chance(0.5)) told.pictures.push({ purpose: 'before', event: story.events.length - 1 })
  if (facts.place.kind === 'unit' && chargeable.has(facts.category) && told.charge.state === 'none' && random.chance(0.3)) {
    const answered = charge(random, facts, told, at)
    if (!answered) return
    at = answered
  }
  if (random.chance(0.075)) {
    const resumed = waitFor(random, told, engineer, after(at, random.between(5, 20) * MINUTE))
    if (!resumed) return
    at = resumed
  }
  if (random.chance(0.03)) {
    // Called away or out of daylight: the work goes on next day, and the promise may be broken.
    at = whenAwake(random, after(at, random.between(12, 26) * HOUR))
    if (!story.happen(at, 'note', engineer, 'working', 'life', { text: random.pick(progressNotes) })) return
  }
  const workMinutes = Math.min(random.logNormal(words[facts.category].medianMinutes, 0.45), 420)
  at = after(at, workMinutes * MINUTE)
  useMaterials(random, facts, told, engineer, after(at, -3 * MINUTE))
  const labourMinutes = Math.max(5, Math.round(workMinutes / 5) * 5)
  if (!story.happen(at, 'finish', engineer, 'done', 'finish', { text: random.pick(words[facts.category].done), labourMinutes }))
    return
  told.pictures.push({ purpose: 'after', event: story.events.length - 1 })
  told.labourMinutes = (told.labourMinutes ?? 0) + labourMinutes
  told.doneAt = at
  close(random, community, facts, told, at)
}

function charge(random: Random, facts: Circumstances, told: ToldRepair, arrivedAt: Date): Date | null {
  const { story, charge: offered } = told
  const material = words[facts.category].materials[0]
  const lines = [
    ...(material ? [{ label: `${material.name} 1${material.unit}`, amountFen: material.unitPriceFen }] : []),
    { label: '上门维修人工', amountFen: random.pick([3000, 4000, 5000, 6000]) },
  ]
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const offeredAt = after(arrivedAt, random.between(4, 12) * MINUTE)
  if (!story.happen(offeredAt, 'offer-charge', actor(told.assignee!), 'working', 'none', { amountFen, lines })) return null
  Object.assign(offered, { state: 'offered', lines, offeredAt })
  const answeredAt = after(offeredAt, random.logNormal(4, 0.7) * MINUTE)
  const agrees = random.chance(0.93)
  const answer = agrees
    ? story.happen(answeredAt, 'agree-charge', residentOf(facts), 'working', 'none', { amountFen })
    : story.happen(answeredAt, 'refuse-charge', residentOf(facts), 'working', 'none', { reason: '自己买配件，只请师傅安装' })
  if (!answer) return null
  Object.assign(offered, { state: agrees ? 'agreed' : 'refused', answeredAt })
  return answeredAt
}

/** Waits for parts or for the resident, with a word of progress each day. Returns when work went on. */
function waitFor(random: Random, told: ToldRepair, engineer: StoryActor, from: Date): Date | null {
  const { story } = told
  const reason = random.chance(0.6) ? 'parts' : 'resident'
  const because = random.pick(waits[reason])
  const lasts = reason === 'parts' ? random.between(16, 62) : random.between(3, 30)
  const until = whenAwake(random, after(from, lasts * HOUR))
  if (!story.happen(from, 'wait', engineer, 'waiting', 'wait', { for: reason, because })) return null
  told.waiting = { for: reason, because, since: from, until }
  for (let at = after(from, random.between(18, 23) * HOUR); at < until; at = after(at, random.between(18, 23) * HOUR))
    if (random.chance(0.8) && !story.happen(at, 'note', engineer, 'waiting', 'life', { text: random.pick(progressNotes) }))
      return null
  if (!story.happen(until, 'resume', engineer, 'working', 'resume')) return null
  told.waiting = null
  return until
}

function useMaterials(random: Random, facts: Circumstances, told: ToldRepair, engineer: StoryActor, at: Date): void {
  const { materials } = words[facts.category]
  if (materials.length === 0 || told.charge.state === 'refused' || !random.chance(0.55)) return
  const material = random.pick(materials)
  const quantity = random.int(1, 2)
  const used = `${material.name} ${quantity}${material.unit}`
  if (told.story.happen(at, 'add-materials', engineer, 'working', 'life', { materials: used }))
    told.materials.push({ ...material, quantity, at })
}

function close(random: Random, community: DemoCommunity, facts: Circumstances, told: ToldRepair, doneAt: Date): void {
  const { story } = told
  const answersAt = whenAwake(random, after(doneAt, random.logNormal(2.2, 1.1) * HOUR))
  const wantsAgain = told.reopened === 0 && random.chance(0.028)
  if (wantsAgain) return reopen(random, community, facts, told, answersAt)
  const confirms = facts.registeredBy === null ? random.chance(0.84) : random.chance(0.66)
  if (!confirms) return
  const late = story.clocks.some(({ breachedAt, name }) => breachedAt && name !== 'progress')
  const rating = Number(random.weighted(late ? { 5: 18, 4: 34, 3: 30, 2: 12, 1: 6 } : { 5: 68, 4: 23, 3: 7, 2: 1.5, 1: 0.5 }))
  const comment = random.pick(rating >= 4 ? praise : complaint)
  if (!story.happen(answersAt, 'confirm', residentOf(facts), 'closed', 'close', { rating, comment: comment || null })) return
  Object.assign(told, { closedAt: answersAt, closeReason: 'confirmed', rating, comment: comment || null })
  if (random.chance(0.16)) visit(random, community, told, answersAt, rating >= 4)
}

function reopen(random: Random, community: DemoCommunity, facts: Circumstances, told: ToldRepair, at: Date): void {
  const { assignee } = told
  const content = {
    reason: random.pick(reopenReasons),
    assigneeId: assignee!.id,
    assigneeName: assignee!.name,
    because: '上次由其处理',
  }
  if (!told.story.happen(at, 'reopen', residentOf(facts), 'assigned', 'reopen', content)) return
  Object.assign(told, { reopened: 1, doneAt: null, because: [{ rule: 'again', text: '上次由其处理' }] })
  const again = acceptedAt(random, community, facts.urgency, at)
  if (told.story.happen(again, 'accept', actor(assignee!), 'accepted', 'accept')) workOn(random, community, facts, told, again)
}

function visit(random: Random, community: DemoCommunity, told: ToldRepair, closedAt: Date, satisfied: boolean): void {
  const by = random.pick(community.frontDesk)
  const at = after(startOfDay(after(closedAt, random.int(1, 3) * DAY)), random.between(9.2, 17) * HOUR)
  const method = random.chance(0.8) ? 'telephone' : 'door'
  const finding = random.pick(satisfied ? findings.good : findings.bad)
  if (told.story.happen(at, 'visit', actor(by), 'closed', 'none', { method, satisfied, finding }))
    told.visits.push({ at, method, satisfied, finding, by })
}

function settleUnanswered(told: ToldRepair): void {
  const { closedUnansweredAt } = told.story
  if (closedUnansweredAt) Object.assign(told, { closedAt: closedUnansweredAt, closeReason: 'unanswered' })
}

const ARCHIVED_AFTER = 30 * DAY

/** What closed a month ago was put away in the night after. */
function archive(told: ToldRepair): void {
  if (!told.closedAt) return
  const night = after(startOfDay(after(told.closedAt, ARCHIVED_AFTER + DAY)), 3.5 * HOUR)
  told.story.happen(night, 'archive', system, 'archived', 'none')
}

const actor = ({ id, name }: DemoStaff): StoryActor => ({ kind: 'staff', id, name })

/** Whoever has no account answers at the front desk, which writes it down. */
function residentOf({ reporter, registeredBy, resident }: Circumstances): StoryActor {
  if (!registeredBy) return reporter
  return resident?.accountId
    ? { kind: 'resident', id: resident.accountId, name: resident.name }
    : { kind: 'staff', id: registeredBy.id, name: registeredBy.name }
}
