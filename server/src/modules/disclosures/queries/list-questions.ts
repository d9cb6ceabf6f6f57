import type { Fund } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { instants, type AnsweredQuestion } from './list-lines.ts'

const LIST = {
  name: 'list-disclosure-questions',
  text: `
    SELECT q.id, q.disclosure_id AS "disclosureId", d.fund, d.period_from::text AS "from", d.period_to::text AS "to", q.line, l.charge,
      l.amount_fen::float8 AS "amountFen", q.text, q.asked_at AS "askedAt", q.answer, q.answered_at AS "answeredAt",
      q.answered_by_name AS "answeredByName", q.case_id AS "caseId", c.number AS "caseNumber",
      (SELECT k.due_at FROM case_clocks k WHERE k.community_id = q.community_id AND k.case_id = q.case_id AND k.stopped_at IS NULL
       ORDER BY k.due_at LIMIT 1) AS "dueAt"
    FROM disclosure_questions q
    JOIN disclosures d ON d.community_id = q.community_id AND d.id = q.disclosure_id
    JOIN cases c ON c.community_id = q.community_id AND c.id = q.case_id
    LEFT JOIN disclosure_lines l ON l.community_id = q.community_id AND l.disclosure_id = q.disclosure_id AND l.number = q.line
    WHERE q.community_id = $1 AND ($2::boolean IS NULL OR (q.answer IS NULL) = $2) AND ($6::uuid IS NULL OR q.disclosure_id = $6)
      AND ($3::timestamptz IS NULL OR (q.asked_at, q.id) < ($3, $4::uuid))
    ORDER BY q.asked_at DESC, q.id DESC LIMIT $5`,
}

interface Row extends Omit<AnsweredQuestion, 'askedAt' | 'answeredAt'> {
  disclosureId: string
  fund: Fund
  from: string
  to: string
  line: number | null
  charge: string | null
  amountFen: number | null
  askedAt: Date
  answeredAt: Date | null
  answeredByName: string | null
  caseId: string
  caseNumber: string
  dueAt: Date | null
}

/** What residents asked, the newest first; who asked stands in the case. */
export async function listQuestions(
  database: Database,
  act: CallerAct,
  communityId: string,
  { open, disclosureId, cursor, limit }: { open?: boolean; disclosureId?: string; cursor?: string; limit: number },
) {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, open ?? null, ...after, limit + 1, disclosureId ?? null])
  return pageOf(
    rows,
    limit,
    (row) => [row.askedAt.toISOString(), row.id],
    ({ dueAt, ...row }) => ({ ...instants(row), dueAt: dueAt?.toISOString() ?? null }),
  )
}
