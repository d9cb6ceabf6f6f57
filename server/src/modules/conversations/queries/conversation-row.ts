import type { ConversationSide, ConversationState } from '@yinuo/contracts'
import type { ConversationRow } from '../http/conversations.dto.ts'

/** A conversation in a list, as one JSON object over `cases c`, `consultations t`, `communities m`, `staff s`; `$2` is now. */
export const CONVERSATION_ROW = `json_build_object(
  'id', c.id, 'communityId', c.community_id, 'communityName', m.name, 'number', c.number, 'state', c.state, 'unitId', c.place_id, 'unitLabel', c.place_label,
  'residentName', c.reporter_name, 'reportedAt', c.reported_at, 'dueAt', c.due_at, 'late', c.due_at IS NOT NULL AND c.due_at < $2,
  'assignee', CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END,
  'residentUnread', t.resident_unread, 'deskUnread', t.desk_unread, 'rating', t.rating, 'version', c.version,
  'last', (SELECT json_build_object('at', e.at, 'side', e.actor_kind,
      'text', CASE WHEN e.kind = 'opened' THEN c.description ELSE e.content ->> 'text' END)
    FROM case_events e WHERE e.community_id = c.community_id AND e.case_id = c.id AND e.id = t.last_entry_id))`

export const CONVERSATION_ROW_FROM = `cases c
  JOIN communities m ON m.id = c.community_id
  JOIN consultations t ON t.community_id = c.community_id AND t.case_id = c.id
  LEFT JOIN staff s ON s.id = c.assignee_id`

export interface ConversationFacts {
  id: string
  communityId: string
  communityName: string
  number: string
  state: ConversationState
  unitId: string | null
  unitLabel: string
  residentName: string
  reportedAt: string
  dueAt: string | null
  late: boolean
  assignee: { id: string; name: string } | null
  residentUnread: number
  deskUnread: number
  rating: number | null
  version: number
  last: { at: string; side: ConversationSide; text: string } | null
}

export function rowView(facts: ConversationFacts, reader: ConversationSide): ConversationRow {
  return {
    id: facts.id,
    communityId: facts.communityId,
    communityName: facts.communityName,
    number: facts.number,
    state: facts.state,
    unitId: facts.unitId,
    unitLabel: facts.unitLabel,
    residentName: facts.residentName,
    reportedAt: new Date(facts.reportedAt).toISOString(),
    dueAt: facts.dueAt && new Date(facts.dueAt).toISOString(),
    late: facts.late,
    assignee: facts.assignee,
    unread: reader === 'resident' ? facts.residentUnread : facts.deskUnread,
    rating: facts.rating,
    version: facts.version,
    lastText: facts.last ? facts.last.text || '[图片]' : '',
    lastSide: facts.last?.side ?? 'resident',
    lastAt: new Date(facts.last?.at ?? facts.reportedAt).toISOString(),
  }
}
