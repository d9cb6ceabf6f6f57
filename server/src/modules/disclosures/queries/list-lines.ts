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

const LIST = {
  name: 'list-disclosure-lines',
  text: `
    SELECT l.number, l.day::text AS day, l.side, l.charge, l.amount_fen::float8 AS "amountFen", l.text, l.entry_id AS "entryId",
      ${VOUCHER_FILES} AS vouchers, ${QUESTIONS} AS questions
    FROM disclosure_lines l
    WHERE l.community_id = $1 AND l.disclosure_id = $2 AND ($3::text IS NULL OR l.side = $3) AND ($4::text IS NULL OR l.charge = $4)
      AND ($5::int IS NULL OR l.number > $5)
    ORDER BY l.number LIMIT $6`,
}

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
  entryId: string
  vouchers: FileFacts[]
  questions: AnsweredQuestion[]
}

/** The lines of a disclosure with vouchers and what was asked and answered of them; nobody is named. */
export async function listLines(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  { communityId, id, reach }: { communityId: string; id: string; reach: Reach },
  { side, charge, cursor, limit }: LineFilter,
) {
  const values = [communityId, id, side ?? null, charge ?? null, readCursor(cursor, 1)?.[0] ?? null, limit + 1]
  const rows = await database.read<LineRow>(reach, LIST, values)
  return pageOf(
    rows,
    limit,
    (row) => [row.number],
    ({ entryId: _, vouchers, questions, ...line }) => ({
      ...line,
      vouchers: vouchers.map((file) => links.fileView(file, act)),
      questions: questions.map(instants),
    }),
  )
}

export const instants = <Given extends { askedAt: string | Date; answeredAt: string | Date | null }>(question: Given) => ({
  ...question,
  askedAt: new Date(question.askedAt).toISOString(),
  answeredAt: question.answeredAt === null ? null : new Date(question.answeredAt).toISOString(),
})
