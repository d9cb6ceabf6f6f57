import { standardPresets, type ComplaintAction, type ComplaintView, type StandardPresetCode } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { allowedActions, clockView, type Clock, type Party } from '../../cases/index.ts'
import { complaintProcedure, isAnswerAwaited } from '../rules/complaint-procedure.ts'
import { partiesOf } from '../rules/parties.ts'
import { timelineText } from '../rules/timeline-text.ts'
import { COMPLAINT_PAGED, COMPLAINT_ROW } from './complaint-row.ts'

const OF_CASE = 'x.community_id = c.community_id AND x.case_id = c.id'

/** One complaint with all that hangs on it. `$1` community, `$2` now, `$3` id, `$4` account, `$5` hash of the account. */
const READ_COMPLAINT = {
  name: 'read-complaint',
  text: `
    SELECT (${COMPLAINT_ROW})::jsonb || jsonb_build_object(
      'isAuthor', coalesce(c.reporter_account_id = $4::uuid, false) OR EXISTS (SELECT 1 FROM complaint_authors x
        WHERE ${OF_CASE} AND x.author_hash = $5),
      'buildingId', c.building_id, 'registeredBy', c.registered_by, 'reporterPhone', c.reporter_phone, 'preset', a.preset,
      'complexBecause', k.complex_because, 'solution', k.solution, 'result', k.result, 'ratingComment', k.rating_comment,
      'closedAt', c.closed_at, 'solutionAt', k.solution_at, 'doneAt', k.done_at,
      'answersThemselves', c.reporter_account_id IS NOT NULL OR k.anonymous,
      'clocks', (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.due_at), '[]') FROM case_clocks x
        WHERE ${OF_CASE} AND (x.round = c.round OR x.name = 'respond')),
      'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'at', x.at, 'actorName', x.actor_name,
          'actorRole', x.actor_kind, 'content', x.content) ORDER BY x.at, x.id), '[]') FROM case_events x WHERE ${OF_CASE}),
      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
          'hasThumbnail', f.thumbnail_key IS NOT NULL, 'purpose', x.purpose, 'eventId', x.event_id) ORDER BY f.id), '[]')
        FROM case_files x JOIN files f ON f.community_id = x.community_id AND f.id = x.file_id WHERE ${OF_CASE}),
      'unsealings', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'reason', x.reason, 'askedBy', x.asked_by_name,
          'askedAt', x.asked_at, 'openedBy', x.opened_by_name, 'openedAt', x.opened_at) ORDER BY x.asked_at), '[]')
        FROM complaint_unsealings x WHERE ${OF_CASE}),
      'letters', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'subject', x.subject, 'receivedAt', x.received_at)
          ORDER BY x.received_at, x.id), '[]') FROM letters x WHERE ${OF_CASE})
    ) AS complaint
    FROM ${COMPLAINT_PAGED.from}
    JOIN standard_adoptions a ON a.community_id = c.community_id AND a.id = c.standard_adoption_id
    WHERE c.community_id = $1 AND c.id = $3 AND c.kind = 'complaint'`,
}

interface KeptClock {
  name: Clock['name']
  target_minutes: number
  round_the_clock: boolean
  started_at: string
  due_at: string
  ladder: string[]
  steps: string[]
  reached: number
  next_step_at: string | null
  paused_at: string | null
  paused_because: string | null
  paused_minutes: number
  warned_at: string | null
  breached_at: string | null
  stopped_at: string | null
}

type Facts = Omit<
  ComplaintView,
  'clocks' | 'timeline' | 'files' | 'allowedActions' | 'standardName' | 'reporterPhoneMasked' | 'mine'
> & {
  isAuthor: boolean
  answersThemselves: boolean
  solutionAt: string | null
  doneAt: string | null
  buildingId: string | null
  registeredBy: string | null
  preset: StandardPresetCode
  clocks: KeptClock[]
  events: { id: string; kind: string; at: string; actorName: string; actorRole: never; content: Record<string, unknown> }[]
  files: (FileFacts & { eventId: string })[]
}

/**
 * Everything about one complaint, for this reader.
 * @throws ProblemError NOT_FOUND when it is not there or not theirs.
 */
export async function readComplaint(
  database: Database,
  links: FileLinks,
  authorHash: Buffer | null,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<ComplaintView> {
  const values = [communityId, act.now, id, act.caller.account?.id ?? null, authorHash]
  const [row] = await database.read<{ complaint: Facts }>(act.reach, READ_COMPLAINT, values)
  if (!row) throw new ProblemError('NOT_FOUND')
  const { isAuthor, buildingId, registeredBy, preset, clocks, events, files, unsealings, letters, ...shown } = row.complaint
  const { answersThemselves, solutionAt, doneAt, ...rest } = shown
  const parties = partiesOf(act.caller, {
    communityId,
    buildingId,
    isAuthor,
    assigneeId: rest.assignee?.id ?? null,
    registeredBy,
  })
  const reads = holds(act.caller, communityId, 'complaints.read', buildingId)
  if (parties.size === 0 && !reads) throw new ProblemError('NOT_FOUND')
  const fileView = (file: FileFacts) => links.fileView(file, act)
  const mayCall = (['reporter', 'assignee', 'dispatcher'] as const).some((party) => parties.has(party))
  return {
    ...rest,
    mine: parties.has('reporter'),
    reporterPhone: mayCall ? rest.reporterPhone : null,
    reporterPhoneMasked: rest.reporterPhone && maskPhone(rest.reporterPhone),
    unsealings: holds(act.caller, communityId, 'complaints.unseal', buildingId) ? unsealings : [],
    letters: holds(act.caller, communityId, 'complaints.assign', buildingId) ? letters : [],
    clocks: clocks.map((clock) => clockView(clockOf(clock), act.now)),
    files: files.filter(({ purpose }) => purpose === 'report').map(fileView),
    timeline: events.map(({ content, ...event }) => ({
      ...event,
      text: timelineText(event.kind, content),
      files: files.filter((file) => file.eventId === event.id).map(fileView),
    })),
    standardName: standardPresets[preset],
    allowedActions: allowed(shown, parties, act.now),
  }
}

/** The table's actions, less those that would be refused at once. */
function allowed(
  facts: Pick<Facts, 'state' | 'sort' | 'level' | 'complex' | 'answersThemselves' | 'solutionAt' | 'doneAt'>,
  parties: ReadonlySet<Party>,
  now: Date,
): ComplaintAction[] {
  const { state, sort, level, complex, solutionAt, doneAt } = facts
  return allowedActions(complaintProcedure, state, parties)
    .filter((action): action is ComplaintAction => action !== 'hand-over' && action !== 'hand-back')
    .filter((action) => {
      if (action === 'finish') return sort !== 'complaint' || state === 'carrying-out'
      if (action === 'escalate') return level !== 'committee'
      if (action === 'mark-complex') return !complex
      if (action === 'archive')
        return !isAnswerAwaited({ ...facts, solutionAt: instant(solutionAt), doneAt: instant(doneAt) }, now)
      return true
    })
}

const instant = (text: string | null) => (text === null ? null : new Date(text))

function clockOf(kept: KeptClock): Clock {
  return {
    name: kept.name,
    targetMinutes: kept.target_minutes,
    roundTheClock: kept.round_the_clock,
    startedAt: new Date(kept.started_at),
    dueAt: new Date(kept.due_at),
    ladder: kept.ladder,
    steps: kept.steps.map((step) => new Date(step)),
    reached: kept.reached,
    nextStepAt: instant(kept.next_step_at),
    pausedAt: instant(kept.paused_at),
    pausedBecause: kept.paused_because,
    pausedMinutes: kept.paused_minutes,
    warnedAt: instant(kept.warned_at),
    breachedAt: instant(kept.breached_at),
    stoppedAt: instant(kept.stopped_at),
  }
}
