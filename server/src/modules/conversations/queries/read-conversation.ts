import {
  caseKinds,
  complaintStates,
  repairStates,
  type CaseKind,
  type Channel,
  type ComplaintState,
  type ContentVerdict,
  type ConversationAction,
  type ConversationSide,
  type ConsultationFigures,
  type RepairState,
} from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { allowedActions, calendarFrom, CALENDAR_COLUMN, type CalendarRow } from '../../cases/index.ts'
import type { ConversationEntry, ConversationView, LinkedCase } from '../http/conversations.dto.ts'
import { conversationProcedure } from '../rules/conversation-procedure.ts'
import { entryText, isSaid } from '../rules/entry-text.ts'
import { partiesOf } from '../rules/parties.ts'
import { replyPromise } from '../rules/reply-promise.ts'
import { CONVERSATION_ROW, CONVERSATION_ROW_FROM, rowView, type ConversationFacts } from './conversation-row.ts'

interface EntryFacts {
  id: string
  kind: string
  at: string
  actorKind: ConversationSide | 'system'
  actorId: string | null
  actorName: string
  content: Record<string, unknown>
  verdict: ContentVerdict | null
  files: FileFacts[]
}

interface CaseFacts {
  id: string
  kind: CaseKind
  number: string
  state: string
  category: string
}

interface ReadFacts extends ConversationFacts {
  channel: Channel
  buildingId: string | null
  reporterAccountId: string | null
  reporterPhone: string | null
  ratingComment: string | null
  answeredAt: string | null
  closedAt: string | null
  figures: ConsultationFigures
  hotline: string
  calendar: CalendarRow
  outcomes: CaseFacts[]
  openRepairs: CaseFacts[]
  entries: EntryFacts[]
}

const CASE = `json_build_object('id', o.id, 'kind', o.kind, 'number', o.number, 'state', o.state, 'category', o.category)`

/** `$1` community, `$2` now, `$3` id, `$4` the entry after which the talk is wanted, or null for all of it. */
const READ = {
  name: 'read-conversation',
  text: `
    SELECT (${CONVERSATION_ROW})::jsonb || jsonb_build_object(
      'channel', c.channel, 'buildingId', c.building_id, 'reporterAccountId', c.reporter_account_id, 'reporterPhone', c.reporter_phone,
      'ratingComment', t.rating_comment, 'answeredAt', t.answered_at, 'closedAt', c.closed_at,
      'figures', a.figures -> 'consultations', 'hotline', m.hotline,
      'calendar', (SELECT ${CALENDAR_COLUMN} FROM communities c WHERE c.id = m.id),
      'outcomes', (SELECT coalesce(json_agg(${CASE} ORDER BY x.created_at), '[]') FROM consultation_outcomes x
        JOIN cases o ON o.community_id = x.community_id AND o.id = x.outcome_id
        WHERE x.community_id = c.community_id AND x.case_id = c.id),
      'openRepairs', (SELECT coalesce(json_agg(${CASE} ORDER BY o.reported_at DESC), '[]') FROM cases o
        WHERE o.community_id = c.community_id AND o.kind = 'repair' AND o.open AND o.place_id = c.place_id),
      'entries', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'at', e.at, 'actorKind', e.actor_kind,
          'actorId', e.actor_id, 'actorName', e.actor_name,
          'content', CASE WHEN e.kind = 'opened' THEN jsonb_build_object('text', c.description) ELSE e.content END,
          'verdict', (SELECT k.verdict FROM content_checks k WHERE k.community_id = e.community_id AND k.subject_id = e.id
            ORDER BY array_position(ARRAY['risky', 'review', 'pending', 'pass'], k.verdict) LIMIT 1),
          'files', (SELECT coalesce(json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
              'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY f.id), '[]')
            FROM case_files x JOIN files f ON f.community_id = x.community_id AND f.id = x.file_id
            WHERE x.community_id = e.community_id AND x.case_id = e.case_id AND x.event_id = e.id)) ORDER BY e.at, e.id), '[]')
        FROM case_events e WHERE e.community_id = c.community_id AND e.case_id = c.id
          AND ($4::uuid IS NULL OR (e.at, e.id) > (SELECT s.at, s.id FROM case_events s
            WHERE s.community_id = c.community_id AND s.case_id = c.id AND s.id = $4)))
    ) AS conversation
    FROM ${CONVERSATION_ROW_FROM}
    JOIN standard_adoptions a ON a.community_id = c.community_id AND a.id = c.standard_adoption_id
    WHERE c.community_id = $1 AND c.id = $3 AND c.kind = 'consultation'`,
}

/**
 * One conversation as its reader may see it; with `after` only what was said since.
 * @throws ProblemError NOT_FOUND when it is not there or not theirs.
 */
export async function readConversation(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  communityId: string,
  id: string,
  after: string | null,
): Promise<ConversationView> {
  const [row] = await database.read<{ conversation: ReadFacts }>(act.reach, READ, [communityId, act.now, id, after])
  const facts = row?.conversation
  const parties = facts
    ? partiesOf(act.caller, {
        communityId,
        buildingId: facts.buildingId,
        reporterAccountId: facts.reporterAccountId,
        placeId: facts.unitId,
      })
    : new Set<never>()
  if (!facts || parties.size === 0) throw new ProblemError('NOT_FOUND')
  const reader: ConversationSide = (parties as Set<string>).has('reporter') ? 'resident' : 'staff'
  const terms = { figures: facts.figures, hotline: facts.hotline, calendar: calendarFrom(facts.calendar) }
  const dueAt = facts.state === 'waiting' && facts.dueAt ? new Date(facts.dueAt) : undefined
  return {
    ...rowView(facts, reader),
    channel: facts.channel,
    ratingComment: facts.ratingComment,
    answeredAt: facts.answeredAt && new Date(facts.answeredAt).toISOString(),
    closedAt: facts.closedAt && new Date(facts.closedAt).toISOString(),
    residentPhoneMasked: reader === 'staff' && facts.reporterPhone ? maskPhone(facts.reporterPhone) : null,
    promise: replyPromise(terms, act.now, dueAt),
    outcomes: facts.outcomes.map(linkedCase),
    openRepairs: reader === 'staff' ? facts.openRepairs.map(linkedCase) : [],
    entries: facts.entries.map((entry) => entryView(entry, reader, act, links)).filter((entry) => entry !== null),
    allowedActions: allowedTo(facts, parties),
  }
}

function allowedTo(facts: ReadFacts, parties: ReturnType<typeof partiesOf>): ConversationAction[] {
  const isResident = parties.has('reporter')
  return allowedActions(conversationProcedure, facts.state, parties)
    .filter((action): action is ConversationAction => action !== 'pass')
    .filter((action) => {
      if (action === 'take') return facts.assignee === null
      if (action === 'close') return isResident || facts.state === 'answered'
      if (action === 'rate') return facts.rating === null
      return true
    })
}

function entryView(entry: EntryFacts, reader: ConversationSide, act: CallerAct, links: FileLinks): ConversationEntry | null {
  const text = entryText(entry.kind, entry.content, reader)
  if (text === null) return null
  const said = isSaid(entry.kind)
  return {
    id: entry.id,
    kind: entry.kind,
    side: said && entry.actorKind !== 'system' ? entry.actorKind : null,
    at: new Date(entry.at).toISOString(),
    authorName: entry.actorName,
    text,
    files: entry.files.map((file) => links.fileView(file, act)),
    contentVerdict: reader === 'staff' ? entry.verdict : null,
    outcomeId: typeof entry.content.outcomeId === 'string' ? entry.content.outcomeId : null,
  }
}

function linkedCase({ id, kind, number, state, category }: CaseFacts): LinkedCase {
  const stateName = kind === 'repair' ? repairStates[state as RepairState] : complaintStates[state as ComplaintState]
  return { id, kind, kindName: caseKinds[kind], number, state, stateName, category }
}
