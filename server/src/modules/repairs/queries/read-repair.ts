import {
  standardPresets,
  type CaseEventView,
  type RepairAction,
  type RepairState,
  type RepairView,
  type StandardPresetCode,
} from '@yinuo/contracts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { allowedActions, clockView, type Clock } from '../../cases/index.ts'
import { nextStep, nextStepForStaff } from '../rules/next-step.ts'
import { partiesOf } from '../rules/parties.ts'
import { repairProcedure } from '../rules/repair-procedure.ts'
import { timelineText } from '../rules/timeline-text.ts'
import { READ_REPAIR } from './read-repair.sql.ts'

type Dated<Of> = {
  [Key in keyof Of]: Of[Key] extends Date
    ? string
    : Of[Key] extends Date | null
      ? string | null
      : Of[Key] extends Date[]
        ? string[]
        : Of[Key]
}

type RepairFacts = Omit<
  RepairView,
  'reporterPhoneMasked' | 'clocks' | 'timeline' | 'files' | 'allowedActions' | 'nextStep' | 'standardName' | 'photoUrl'
> & {
  reporterAccountId: string | null
  buildingId: string | null
  preset: StandardPresetCode
  clocks: Dated<Clock>[]
  events: {
    id: string
    kind: string
    at: string
    actorName: string
    actorRole: CaseEventView['actorRole']
    content: Record<string, unknown>
  }[]
  files: (FileFacts & { eventId: string })[]
}

/**
 * Everything about one repair, for this reader: what they may do now, and no more of others than they may see.
 * @throws ProblemError NOT_FOUND when it is not there or not theirs.
 */
export async function readRepair(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<RepairView> {
  const [row] = await database.read<{ repair: RepairFacts }>(act.reach, READ_REPAIR, [communityId, act.now, id])
  const facts = row?.repair
  const parties = facts
    ? partiesOf(act.caller, {
        ...facts,
        placeKind: facts.place.kind,
        placeId: facts.place.id,
        assigneeId: facts.assignee?.id ?? null,
      })
    : new Set()
  const isOffice = facts !== undefined && holds(act.caller, communityId, 'repairs.read', facts.buildingId)
  if (!facts || (parties.size === 0 && !isOffice)) throw new ProblemError('NOT_FOUND')
  const { reporterAccountId: _, buildingId: _building, preset, clocks, events, files, ...rest } = facts
  const fileView = (file: FileFacts) => links.fileView(file, act)
  return {
    ...rest,
    photoUrl: null,
    reporterPhone: mayCallReporter.some((party) => parties.has(party)) ? rest.reporterPhone : null,
    reporterPhoneMasked: rest.reporterPhone && maskPhone(rest.reporterPhone),
    contentVerdict: isOffice ? rest.contentVerdict : null,
    clocks: clocks.map((clock) => clockView(dated(clock), act.now)),
    files: files.map(fileView),
    timeline: events.map(({ content, ...event }) => ({
      ...event,
      text: timelineText(event.kind, content),
      files: files.filter((file) => file.eventId === event.id).map(fileView),
    })),
    standardName: standardPresets[preset],
    nextStep: (parties.has('reporter') ? nextStep : nextStepForStaff)({
      state: rest.state,
      assigneeName: rest.assignee?.name ?? null,
      waitingFor: rest.waiting?.for ?? null,
      chargeState: rest.charge.state,
    }),
    allowedActions: allowed(rest.state, rest.charge.state, parties as ReturnType<typeof partiesOf>, rest.assignee !== null),
  }
}

/** Others who may read the repair ask for the number, with a reason (ORG-05). */
const mayCallReporter = ['reporter', 'assignee', 'front-desk', 'dispatcher'] as const

/** The table's actions, less those that would be refused at once. */
function allowed(state: RepairState, charge: string, parties: ReturnType<typeof partiesOf>, isAssigned: boolean): RepairAction[] {
  const isAssignee = parties.has('assignee')
  return allowedActions(repairProcedure, state, parties)
    .filter((action): action is RepairAction => action !== 'close-unanswered')
    .filter((action) => {
      if (action === 'agree-charge' || action === 'refuse-charge') return charge === 'offered'
      if (action === 'offer-charge') return charge !== 'agreed'
      if (action === 'finish') return charge !== 'offered'
      if (action === 'accept') return isAssignee || !isAssigned
      return true
    })
}

function dated(clock: Dated<Clock>): Clock {
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return {
    ...clock,
    startedAt: new Date(clock.startedAt),
    dueAt: new Date(clock.dueAt),
    steps: clock.steps.map((step) => new Date(step)),
    nextStepAt: date(clock.nextStepAt),
    pausedAt: date(clock.pausedAt),
    warnedAt: date(clock.warnedAt),
    breachedAt: date(clock.breachedAt),
    stoppedAt: date(clock.stoppedAt),
  }
}
