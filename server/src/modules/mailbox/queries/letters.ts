import type { LetterPage, LetterState, LetterView, MailboxState, MailboxView } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import type { FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { escapeLike } from '../../cases/index.ts'
import type { KeptAttachment } from '../letter-files.ts'

const ROW = `
  json_build_object('id', l.id, 'state', l.state, 'sender', l.sender, 'fromName', l.from_name, 'fromAddress', l.from_address,
    'subject', l.subject, 'excerpt', left(l.content, 120), 'attachments', jsonb_array_length(l.attachments), 'reason', l.reason,
    'receivedAt', l.received_at, 'version', l.version,
    'case', CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id, 'kind', c.kind, 'number', c.number) END)`
const FROM = 'letters l LEFT JOIN cases c ON c.community_id = l.community_id AND c.id = l.case_id'

const LIST = {
  name: 'list-letters',
  text: `
    SELECT ${ROW} AS row, l.received_at AS "receivedAt", l.id FROM ${FROM}
    WHERE l.community_id = $1 AND ($2::text IS NULL OR l.state = $2)
      AND ($3::text IS NULL OR l.subject ILIKE $3 OR l.from_address ILIKE $3 OR l.from_name ILIKE $3 OR l.content ILIKE $3 OR c.number ILIKE $3)
      AND ($4::timestamptz IS NULL OR (l.received_at, l.id) < ($4, $5::uuid))
    ORDER BY l.received_at DESC, l.id DESC LIMIT $6`,
}

export interface LetterWish {
  state?: LetterState
  query?: string
  cursor?: string
  limit: number
}

/** What came into a community's mailbox, newest first. */
export async function listLetters(
  database: Database,
  act: Act,
  communityId: string,
  { state, query, cursor, limit }: LetterWish,
): Promise<LetterPage> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const like = query ? `%${escapeLike(query)}%` : null
  const values = [communityId, state ?? null, like, ...after, limit + 1]
  const rows = await database.read<{ row: LetterPage['items'][number]; receivedAt: Date; id: string }>(act.reach, LIST, values)
  return pageOf(
    rows,
    limit,
    ({ receivedAt, id }) => [receivedAt.toISOString(), id],
    ({ row }) => row,
  )
}

const READ = {
  name: 'read-letter',
  text: `
    SELECT (${ROW})::jsonb || jsonb_build_object('content', l.content, 'remarks', l.remarks, 'sentAt', l.sent_at, 'messageId', l.message_id,
      'kept', l.attachments, 'decidedBy', l.decided_by_name, 'decidedAt', l.decided_at,
      'household', (SELECT jsonb_build_object('residentId', r.id, 'name', r.name, 'unitId', h.unit_id, 'unitLabel', u.label)
        FROM residents r JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
        JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
        WHERE r.community_id = l.community_id AND r.account_id = l.account_id ORDER BY h.valid_from DESC, h.id LIMIT 1),
      'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'content', a.content, 'to', a.to_address,
          'state', a.state, 'failure', a.failure, 'askedAt', a.asked_at, 'sentAt', a.sent_at) ORDER BY a.asked_at, a.id), '[]')
        FROM letter_answers a WHERE a.community_id = l.community_id AND a.letter_id = l.id)) AS letter
    FROM ${FROM} WHERE l.community_id = $1 AND l.id = $2`,
}

type Facts = Omit<LetterView, 'files' | 'leftOut' | 'documents'> & { kept: KeptAttachment[] }

export async function readLetterView(
  database: Database,
  links: FileLinks,
  act: Act & Parameters<FileLinks['fileView']>[1],
  communityId: string,
  id: string,
): Promise<LetterView> {
  const [row] = await database.read<{ letter: Facts }>(act.reach, READ, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { kept, ...letter } = row.letter
  const photo = (fileId: string) => links.fileView({ communityId, id: fileId, kind: 'photo', hasThumbnail: true }, act)
  return {
    ...letter,
    files: kept.flatMap(({ fileId }) => (fileId ? photo(fileId) : [])),
    documents: kept.flatMap(({ key, name, bytes }, number) => (key ? { number, name, bytes } : [])),
    leftOut: kept.flatMap(({ left, name, bytes }) => (left ? { name, bytes, reason: left } : [])),
  }
}

const ATTACHMENT = {
  name: 'read-letter-attachment',
  text: `SELECT l.attachments -> $3::int AS attachment FROM letters l WHERE l.community_id = $1 AND l.id = $2`,
}

/** @throws ProblemError NOT_FOUND when there is no such document */
export async function letterDocument(
  database: Database,
  act: Act,
  communityId: string,
  id: string,
  number: number,
): Promise<{ name: string; key: string; bytes: number }> {
  const [row] = await database.read<{ attachment: KeptAttachment | null }>(act.reach, ATTACHMENT, [communityId, id, number])
  const { name, key, bytes } = row?.attachment ?? {}
  if (!key) throw new ProblemError('NOT_FOUND')
  return { name: name!, key, bytes: bytes! }
}

const STATE = {
  name: 'read-mailbox-state',
  text: `
    SELECT b.address, coalesce(b.active, false) AS active, b.polled_at AS "polledAt", b.failing_since AS "failingSince",
      b.last_failure AS failure,
      (SELECT count(*)::int FROM letters l WHERE l.community_id = c.id AND l.state = 'waiting') AS waiting
    FROM communities c LEFT JOIN mailboxes b ON b.community_id = c.id WHERE c.id = $1`,
}

type Instants<Shape, Names extends keyof Shape> = { [Name in keyof Shape]: Name extends Names ? Date | null : Shape[Name] }

/** Whether letters come in, and how many wait for somebody. */
export async function mailboxState(database: Database, act: Act, communityId: string): Promise<MailboxState> {
  const [row] = await database.read<Instants<MailboxState, 'polledAt' | 'failingSince'>>(act.reach, STATE, [communityId])
  if (!row) throw new ProblemError('NOT_FOUND')
  return { ...row, polledAt: row.polledAt?.toISOString() ?? null, failingSince: row.failingSince?.toISOString() ?? null }
}

const SETTINGS = {
  name: 'read-mailbox',
  text: `
    SELECT b.community_id IS NOT NULL AS "isSet", coalesce(b.address, '') AS address, coalesce(b.host, '') AS host,
      coalesce(b.port, 993) AS port, coalesce(b.encryption, 'tls') AS encryption, coalesce(b.username, '') AS username,
      coalesce(b.folder, 'INBOX') AS folder, coalesce(b.takes_others, true) AS "takesOthers", coalesce(b.active, true) AS active,
      coalesce(b.version, 1) AS version
    FROM communities c LEFT JOIN mailboxes b ON b.community_id = c.id WHERE c.id = $1`,
}

/** The settings; the password is never shown. */
export async function readMailbox(database: Database, act: Act, communityId: string): Promise<MailboxView> {
  const [row] = await database.read<MailboxView>(act.reach, SETTINGS, [communityId])
  if (!row) throw new ProblemError('NOT_FOUND')
  return row
}
