import type { DemoStaff } from '../company/model.ts'
import { phones } from '../company/phones.ts'
import type { Random } from '../random.ts'
import { circumstances } from './circumstances.ts'
import { after, DAY, MINUTE, reportingInstant, startOfDay, weekdayOf } from './hours.ts'
import { playScenes } from './scenes.ts'
import { tellRepair } from './tell-repair.ts'
import { writeRepair, type Writing } from './write-repair.ts'

const DAYS = 90
const repairsPerDay = { residential: 11, commercial: 3.4, office: 2.4 }
const weekdayWeight = {
  residential: [1, 0.94, 0.92, 0.92, 0.98, 1.18, 1.14],
  commercial: [0.9, 0.85, 0.9, 0.95, 1.1, 1.2, 1.15],
  office: [1.35, 1.25, 1.2, 1.2, 1.25, 0.28, 0.2],
}
/** Until so long ago Zhang Jianguo took part; since then his hands are free for the stage. */
const FREE_HANDS_MS = 5 * DAY
const leastOpen = { residential: 3, commercial: 2, office: 1 }

/** Ninety days of repairs of one community, up to this moment. */
export function tellHistory(writing: Writing): void {
  const { random, community, now } = writing
  const { propertyType } = community.site
  const load = new Map<string, number>()
  const today = startOfDay(now)
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo--) {
    const day = after(today, -daysAgo * DAY)
    const expected = repairsPerDay[propertyType] * weekdayWeight[propertyType][weekdayOf(day) - 1]!
    for (const reportedAt of instantsOf(random, day, expected)) if (reportedAt < now) tell(writing, reportedAt, load)
  }
  keepHandsFull(writing, load)
  playScenes(writing)
}

function instantsOf(random: Random, day: Date, expected: number): Date[] {
  const count = Math.max(0, Math.round(expected * random.logNormal(1, 0.22)))
  return Array.from({ length: count }, () => reportingInstant(random, day)).sort((a, b) => a.getTime() - b.getTime())
}

function tell(writing: Writing, reportedAt: Date, load: Map<string, number>, engineer?: DemoStaff): void {
  const { random, community, now } = writing
  const facts = circumstances(random, community, freeAt(writing, reportedAt), engineer)
  const told = tellRepair(random, community, facts, reportedAt, now)
  const { state } = told.story
  if (told.assignee && ['assigned', 'accepted', 'working', 'waiting'].includes(state))
    load.set(told.assignee.id, (load.get(told.assignee.id) ?? 0) + 1)
  const id = writeRepair(writing, facts, told)
  if (told.closedAt && told.closeReason && told.closedAt > after(now, -30 * DAY) && random.chance(0.03))
    sample(writing, id, told.closedAt)
}

function freeAt({ community, now }: Writing, reportedAt: Date): DemoStaff[] {
  const lately = reportedAt > after(now, -FREE_HANDS_MS)
  return community.engineers.filter(({ name, onDuty }) => !lately || (onDuty && name !== phones.zhang.name))
}

/** Everybody else on duty has something to do, so that the least load is not a matter of chance. */
function keepHandsFull(writing: Writing, load: Map<string, number>): void {
  const { random, community, now } = writing
  for (const engineer of freeAt(writing, now)) {
    const wanted = leastOpen[community.site.propertyType]
    for (let tries = 0; (load.get(engineer.id) ?? 0) < wanted && tries < 20; tries++)
      tell(writing, after(now, -random.between(6, 130) * MINUTE), load, engineer)
  }
}

/** REP-07: supervisors look at some of what was closed. */
function sample({ rows, random, community, now }: Writing, caseId: string, closedAt: Date): void {
  const drawnAt = after(closedAt, random.between(4, 60) * 60 * MINUTE)
  if (drawnAt > now) return
  const inspectedAt = after(drawnAt, random.between(2, 40) * 60 * MINUTE)
  const inspected = inspectedAt < now
  const passed = random.chance(0.88)
  rows.add('repair_samples', {
    community_id: community.id,
    id: random.id(drawnAt),
    case_id: caseId,
    drawn_by: community.supervisor.id,
    drawn_at: drawnAt,
    result: inspected ? (passed ? 'passed' : 'failed') : 'pending',
    inspector_id: inspected ? community.supervisor.id : null,
    inspector_name: inspected ? community.supervisor.name : null,
    finding: inspected ? (passed ? '现场查看，修复到位，照片与现场一致' : '接头处仍有轻微渗水，已通知返工') : null,
    inspected_at: inspected ? inspectedAt : null,
  })
}
