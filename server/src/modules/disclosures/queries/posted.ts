import type { Fund } from '@yinuo/contracts'
import type { Head, SignedHead } from '@yinuo/disclosure-proof'
import type { Database, Reach } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { editions, editionView, TOTALS_BEFORE, type EditionRow, type PeriodBefore } from './disclosure-row.ts'
import { instants, type AnsweredQuestion } from './list-lines.ts'

/** Of each period the newest edition that is posted. */
const NEWEST = `NOT EXISTS (SELECT FROM disclosures x WHERE x.community_id = d.community_id AND x.fund = d.fund
  AND x.period_from = d.period_from AND x.state = 'posted' AND x.edition > d.edition)`

const LIST = {
  name: 'list-posted-disclosures',
  text: `
    SELECT d.id, d.community_id AS "communityId", d.head, d.signature, d.public_key AS "publicKey" FROM disclosures d
    WHERE d.community_id = ANY ($1) AND d.state = 'posted' AND ($2::text IS NULL OR d.fund = $2) AND ${NEWEST}
      AND ($3::date IS NULL OR (d.period_from, d.id) < ($3, $4::uuid))
    ORDER BY d.period_from DESC, d.id DESC LIMIT $5`,
}

interface PostedRow extends SignedHead {
  id: string
  communityId: string
}

/** What is posted where the caller lives or works. */
export async function listPosted(
  database: Database,
  act: CallerAct,
  { communityId, fund, cursor, limit }: { communityId?: string; fund?: Fund; cursor?: string; limit: number },
) {
  const after = readCursor(cursor, 2) ?? [null, null]
  const places = communityId ? [communityId] : act.reach.communities
  const rows = await database.read<PostedRow>(act.reach, LIST, [places, fund ?? null, ...after, limit + 1])
  return pageOf(
    rows,
    limit,
    ({ head, id }) => [head.from, id],
    ({ head, ...row }) => ({ ...rowOf(head), id: row.id, communityId: row.communityId }),
  )
}

function rowOf({ fund, from, to, version, openingFen, closingFen, totals, lines, postedAt }: Head) {
  return { fund: fund as Fund, from, to, edition: version, openingFen, closingFen, totals: [...totals], lines, postedAt }
}

const READ = {
  name: 'read-posted-disclosure',
  text: `
    SELECT d.id, d.community_id AS "communityId", d.head, d.signature, d.public_key AS "publicKey", d.head_hash AS "headHash",
      ${TOTALS_BEFORE} AS before, ${editions(`x.state = 'posted'`)} AS editions,
      (SELECT coalesce(json_agg(json_build_object('id', q.id, 'text', q.text, 'askedAt', q.asked_at, 'answer', q.answer,
          'answeredAt', q.answered_at) ORDER BY q.asked_at), '[]')
       FROM disclosure_questions q WHERE q.community_id = d.community_id AND q.disclosure_id = d.id AND q.line IS NULL AND q.answer IS NOT NULL)
        AS questions
    FROM disclosures d WHERE d.id = $1 AND d.state = 'posted'`,
}

interface Posted extends PostedRow {
  headHash: string
  before: PeriodBefore | null
  editions: EditionRow[]
  questions: AnsweredQuestion[]
}

/** One that is posted; a draft is not there. */
export async function readPosted(database: Database, reach: Reach, id: string) {
  const [found] = await database.read<Posted>(reach, READ, [id])
  if (!found) throw new ProblemError('NOT_FOUND')
  const { head, signature, publicKey, editions: all, questions, ...row } = found
  return {
    ...row,
    signed: { head, signature, publicKey },
    editions: all.map(editionView),
    questions: questions.map(instants),
  }
}
