import { caseNumber, type Clock } from '../../modules/cases/rules/index.ts'
import type { DemoCommunity } from '../company/model.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import type { Circumstances } from './circumstances.ts'
import { after, DAY } from './hours.ts'
import type { Album } from './pictures.ts'
import type { ToldRepair } from './told-repair.ts'
import { writeMessages } from './write-messages.ts'

const openStates = new Set(['reported', 'assigned', 'accepted', 'working', 'waiting', 'done'])
/** Audit entries are only told of the last days; the timeline has everything. */
const AUDITED_DAYS = 10

export interface Writing {
  rows: Rows
  random: Random
  community: DemoCommunity
  album: Album
  now: Date
}

/** Writes a told repair into the rows of the company; returns the id of its case. */
export function writeRepair(writing: Writing, facts: Circumstances, told: ToldRepair): string {
  const { rows, random, community, album, now } = writing
  const { story } = told
  const reportedAt = story.events[0]!.at
  const id = random.id(reportedAt)
  const key = { community_id: community.id, case_id: id }
  const open = openStates.has(story.state)
  const pressing = open ? story.pressing : null
  rows.add('cases', {
    community_id: community.id,
    id,
    number: caseNumber(reportedAt, 'Asia/Shanghai', random.bytes(5)),
    kind: 'repair',
    state: story.state,
    open,
    channel: facts.channel,
    category: facts.category,
    urgency: facts.urgency,
    description: facts.description,
    place_kind: facts.place.kind,
    place_id: facts.place.id,
    place_label: facts.place.label,
    building_id: facts.place.buildingId,
    reporter_account_id: facts.resident?.accountId ?? null,
    reporter_resident_id: facts.resident?.id ?? null,
    reporter_name: facts.resident?.name ?? facts.reporter.name,
    reporter_phone: facts.resident?.phone ?? null,
    registered_by: facts.registeredBy?.id ?? null,
    assignee_id: told.assignee?.id ?? null,
    assigned_because: told.because,
    standard_adoption_id: community.adoptionId,
    due_at: pressing?.dueAt ?? null,
    due_clock: pressing?.name ?? null,
    round: story.round,
    flagged_no_progress: open && story.flaggedNoProgress,
    reported_at: reportedAt,
    closed_at: told.closedAt,
    version: story.version,
  })
  for (const { round, clock } of [...story.oldClocks, ...story.clocks.map((clock) => ({ round: story.round, clock }))])
    rows.add('case_clocks', { ...key, round, ...clockRow(clock) })
  const eventIds = story.events.map(({ at }) => random.id(at))
  story.events.forEach(({ kind, at, actor, content }, index) => {
    rows.add('case_events', {
      ...key,
      id: eventIds[index],
      kind,
      at,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      content,
    })
    if (kind !== 'clock-step' && at > after(now, -AUDITED_DAYS * DAY))
      rows.add('audit_entries', auditRow(random, community, id, story.events[index]!))
  })
  const attached = new Set<string>()
  for (const { purpose, event } of told.pictures) {
    const file = album.pictureOf(facts.category, purpose === 'after' ? 'mended' : 'broken')
    if (!file || attached.has(file)) continue
    attached.add(file)
    rows.add('case_files', { ...key, file_id: file, purpose, event_id: eventIds[event] })
  }
  writeDetail(rows, random, key, told)
  writeMessages(writing, id, facts, told)
  return id
}

function clockRow(clock: Clock) {
  return {
    name: clock.name,
    target_minutes: clock.targetMinutes,
    round_the_clock: clock.roundTheClock,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    ladder: clock.ladder,
    steps: clock.steps,
    reached: clock.reached,
    next_step_at: clock.nextStepAt,
    paused_at: clock.pausedAt,
    paused_because: clock.pausedBecause,
    paused_minutes: clock.pausedMinutes,
    warned_at: clock.warnedAt,
    breached_at: clock.breachedAt,
    stopped_at: clock.stoppedAt,
  }
}

function writeDetail(rows: Rows, random: Random, key: { community_id: string; case_id: string }, told: ToldRepair): void {
  const { charge, waiting } = told
  rows.add('repairs', {
    ...key,
    labour_minutes: told.labourMinutes,
    waiting_for: waiting?.for ?? null,
    waiting_because: waiting?.because ?? null,
    waiting_since: waiting?.since ?? null,
    waiting_until: waiting?.until ?? null,
    charge_state: charge.state,
    charge_lines: charge.lines,
    charge_fen: charge.lines.reduce((sum, line) => sum + line.amountFen, 0),
    charge_offered_at: charge.offeredAt,
    charge_answered_at: charge.answeredAt,
    done_at: told.doneAt,
    rating: told.rating,
    rating_comment: told.comment,
    close_reason: told.closeReason,
    reopened: told.reopened,
  })
  for (const { at, unitPriceFen, ...material } of told.materials)
    rows.add('repair_materials', { ...key, id: random.id(at), ...material, unit_price_fen: unitPriceFen })
  for (const { by, ...visit } of told.visits)
    rows.add('repair_visits', { ...key, id: random.id(visit.at), ...visit, visitor_id: by.id, visitor_name: by.name })
}

function auditRow(random: Random, community: DemoCommunity, caseId: string, event: ToldRepair['story']['events'][number]) {
  const id = random.id(event.at)
  return {
    company_id: community.companyId,
    id,
    community_id: community.id,
    at: event.at,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    actor_name: event.actor.name,
    action: event.kind === 'opened' ? 'repairs.report' : `repairs.${event.kind}`,
    subject_kind: 'case',
    subject_id: caseId,
    after: event.content,
    trace_id: `demo-${id.slice(-12)}`,
  }
}
