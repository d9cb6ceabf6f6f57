import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { Database, Reach } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { Side } from '@yinuo/disclosure-proof'
import { VOUCHER_FILES } from './lines.sql.ts'

const QUESTIONS = `
  (SELECT coalesce(json_agg(json_build_object('id', q.id, 'text', q.text, 'askedAt', q.asked_at, 'answer', q.answer,
      'answeredAt', q.answered_at) ORDER BY q.asked_at), '[]')
   FROM disclosure_questions q WHERE q.community_id = l.community_id AND q.disclosure_id = l.disclosure_id AND q.line = l.number
     AND q.answer IS NOT NULL)`

/** Photos laid beside the entry in the books, as they are: whoever prepares a disclosure covers them and shows them. */
const BOOKED = `
  (SELECT coalesce(json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
      'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY v.ordinal), '[]')
   FROM ledger_entries e
   JOIN ledger_vouchers v ON v.community_id = e.community_id AND v.source_id = e.source_id
   JOIN files f ON f.community_id = v.community_id AND f.id = v.file_id AND f.kind = 'photo'
   WHERE e.community_id = l.community_id AND e.id = l.entry_id)`

const list = (name: string, booked: string) => ({
  name,
  text: `
    SELECT l.number, l.day::text AS day, l.side, l.charge, l.amount_fen::float8 AS "amountFen", l.text,
      ${VOUCHER_FILES} AS vouchers, ${booked} AS booked, ${QUESTIONS} AS questions
    FROM disclosure_lines l
    WHERE l.community_id = $1 AND l.disclosure_id = $2 AND ($3::text IS NULL OR l.side = $3) AND ($4::text IS NULL OR l.charge = $4)
      AND ($5::int IS NULL OR l.number > $5)
    ORDER BY l.number LIMIT $6`,
})
const LIST = list('list-disclosure-lines', `'[]'::json`)
const LIST_TO_PREPARE = list('list-disclosure-lines-to-prepare', BOOKED)

export interface LineFilter {
  side?: Side
  charge?: string
  cursor?: string
  limit: number
}

export interface AnsweredQuestion {
  id: string
  text: string
  askedAt: string
  answer: string | null
  answeredAt: string | null
}

interface LineRow {
  number: number
  day: string
  side: Side
  charge: string
  amountFen: number
  text: string
  vouchers: FileFacts[]
  booked: FileFacts[]
  questions: AnsweredQuestion[]
}

/**
 * The lines of a disclosure with vouchers and what was asked and answered of them; nobody is named. `booked` is not for residents,
 * and empty for all but who prepares it.
 */
export async function listLines(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  { communityId, id, reach, toPrepare = false }: { communityId: string; id: string; reach: Reach; toPrepare?: boolean },
  { side, charge, cursor, limit }: LineFilter,
) {
  const values = [communityId, id, side ?? null, charge ?? null, readCursor(cursor, 1)?.[0] ?? null, limit + 1]
  const rows = await database.read<LineRow>(reach, toPrepare ? LIST_TO_PREPARE : LIST, values)
  return pageOf(
    rows,
    limit,
    (row) => [row.number],
    ({ vouchers, booked, questions, ...line }) => ({
      ...line,
      vouchers: vouchers.map((file) => links.fileView(file, act)),
      ...(toPrepare && { booked: booked.map((file) => links.fileView(file, act)) }),
      questions: questions.map(instants),
    }),
  )
}

export const instants = <Given extends { askedAt: string | Date; answeredAt: string | Date | null }>(question: Given) => ({
  ...question,
  askedAt: new Date(question.askedAt).toISOString(),
  answeredAt: question.answeredAt === null ? null : new Date(question.answeredAt).toISOString(),
})
