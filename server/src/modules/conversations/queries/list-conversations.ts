import type { ConversationPile, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { ConversationNumbers, ConversationRow } from '../http/conversations.dto.ts'
import { CONVERSATION_ROW, CONVERSATION_ROW_FROM, rowView, type ConversationFacts } from './conversation-row.ts'

interface Row {
  conversation: ConversationFacts
  key: string
}

export interface ConversationWish {
  pile?: ConversationPile | undefined
  query?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** `$3`: who asks. */
const piles: Record<ConversationPile, string> = {
  mine: 'c.open AND c.assignee_id = $3',
  free: 'c.open AND c.assignee_id IS NULL AND $3::uuid IS NOT NULL',
  all: 'c.open AND $3::uuid IS NOT NULL',
  // A call answered while it lasted is no talk to be read; it stands in the hotline's log.
  closed: `NOT c.open AND c.closed_at IS NOT NULL AND c.channel <> 'telephone' AND $3::uuid IS NOT NULL`,
}

/** Who waits longest stands first; what is answered comes behind; what is closed, the newest first. */
const orders = {
  open: { key: `coalesce(c.due_at, 'infinity'::timestamptz)`, direction: 'ASC', behind: '>' },
  closed: { key: 'c.closed_at', direction: 'DESC', behind: '<' },
} as const

const MATCHES = `($4::text IS NULL OR c.number ILIKE $4 OR c.place_label ILIKE $4 OR c.reporter_name ILIKE $4)`

function listSql(pile: ConversationPile): string {
  const { key, direction, behind } = orders[pile === 'closed' ? 'closed' : 'open']
  return `
    SELECT ${CONVERSATION_ROW} AS conversation, ${key}::text AS key
    FROM ${CONVERSATION_ROW_FROM}
    WHERE c.community_id = $1 AND c.kind = 'consultation' AND ${piles[pile]} AND ${MATCHES}
      AND ($5::timestamptz IS NULL OR (${key}, c.id) ${behind} ($5, $6::uuid))
    ORDER BY ${key} ${direction}, c.id ${direction} LIMIT $7`
}

/** One pile of the front desk; without one, everything open. One statement. */
export async function listConversations(
  database: Database,
  act: CallerAct,
  communityId: string,
  { pile = 'all', query, cursor, limit }: ConversationWish,
): Promise<Page<ConversationRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const like = query ? `%${query.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  const values = [communityId, act.now, act.caller.staff!.id, like, ...after, limit + 1]
  const page = { name: `list-conversations-${pile}`, text: listSql(pile) }
  const statement = pile === 'closed' ? { ...page, isInIndexOrder: true as const } : page
  const rows = await database.read<Row>(act.reach, statement, values)
  return pageOf(
    rows,
    limit,
    ({ key, conversation }) => [key, conversation.id],
    ({ conversation }) => rowView(conversation, 'staff'),
  )
}

const MINE = {
  name: 'my-conversations',
  text: `
    SELECT ${CONVERSATION_ROW} AS conversation, t.last_at::text AS key
    FROM ${CONVERSATION_ROW_FROM}
    WHERE c.kind = 'consultation' AND c.reporter_account_id = $1 AND c.place_id = ANY ($3::uuid[])
      AND ($4::timestamptz IS NULL OR (t.last_at, c.id) < ($4, $5::uuid))
    ORDER BY t.last_at DESC, c.id DESC LIMIT $6`,
}

/** A resident's own, about the homes that are theirs today; the newest first. */
export async function myConversations(
  database: Database,
  act: CallerAct,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ConversationRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const units = act.caller.homes.map(({ unitId }) => unitId)
  const values = [act.caller.account!.id, act.now, units, ...after, limit + 1]
  const rows = await database.read<Row>(act.reach, MINE, values)
  return pageOf(
    rows,
    limit,
    ({ key, conversation }) => [key, conversation.id],
    ({ conversation }) => rowView(conversation, 'resident'),
  )
}

const NUMBERS = {
  name: 'conversation-numbers',
  text: `
    SELECT count(*) FILTER (WHERE c.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE c.assignee_id IS NULL)::int AS free,
      count(*) FILTER (WHERE c.assignee_id = $3)::int AS mine, count(*)::int AS "open", count(*) FILTER (WHERE c.due_at < $2)::int AS late,
      coalesce(sum(t.desk_unread) FILTER (WHERE c.assignee_id IS NULL OR c.assignee_id = $3), 0)::int AS unread
    FROM cases c JOIN consultations t ON t.community_id = c.community_id AND t.case_id = c.id
    WHERE c.community_id = $1 AND c.kind = 'consultation' AND c.open`,
}

export async function conversationNumbers(database: Database, act: CallerAct, communityId: string): Promise<ConversationNumbers> {
  const [numbers] = await database.read<ConversationNumbers>(act.reach, NUMBERS, [communityId, act.now, act.caller.staff!.id])
  return numbers!
}
