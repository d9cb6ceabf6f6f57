import type { DocumentRow, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { dayOf } from '../rules/due.ts'
import { queryOf } from '../rules/words.ts'
import { FILE, ROW, rowView, type Row } from './document-row.ts'
import type { DocumentWish } from './list-documents.ts'
import { dueOf, standing, VISIBLE } from './visible.sql.ts'

/** Ranking reads every found document's vector; where a word stands in thousands, only the title tells them apart. */
const MOST_RANKED = 2000

const due = dueOf('$6::date')
const allText = `lower(d.title || ' ' || d.number || ' ' || array_to_string(d.tags, ' ') || ' ' || t.content)`

/**
 * `document_texts` shows only the rows in which the transaction's words stand (its policy, ADR 0015), so no condition on
 * words is repeated here. They are looked up once, before anything is joined. What is
 * withdrawn is found only by who asks for it.
 */
const SEARCH = {
  // Not prepared: a plan made for rare words is slow for frequent ones.
  name: '',
  text: `
    WITH matching AS MATERIALIZED (
      SELECT company_id, document_id, content, words FROM document_texts WHERE company_id = $1
    ), ${VISIBLE}, found AS (
      SELECT d.*, t.content, (strpos(lower(d.title), $10) > 0)::int + CASE
        WHEN (SELECT count(*) FROM matching) <= ${MOST_RANKED} THEN ts_rank('{0, 0.1, 0.4, 1}', t.words, $9::tsquery)::float8
        ELSE 0 END AS rank
      FROM matching t JOIN visible d ON d.company_id = t.company_id AND d.id = t.document_id
      WHERE d.state = $16 AND ($7::uuid IS NULL OR $7 = ANY (d.line)) AND ($8::text IS NULL OR ${due} = $8)
        AND NOT EXISTS (SELECT 1 FROM unnest($11::text[]) phrase WHERE strpos(${allText}, phrase) = 0)
    ), page AS (
      SELECT * FROM found WHERE $12::float8 IS NULL OR (rank, id) < ($12, $13::uuid)
      ORDER BY rank DESC, id DESC LIMIT $14
    )
    SELECT ${ROW}, ${due} AS due, d.rank, (
        SELECT substr(d.content, greatest(strpos(lower(d.content), term) - 30, 1), 140)
        FROM unnest($15::text[]) WITH ORDINALITY AS terms (term, place)
        WHERE strpos(lower(d.content), term) > 0 ORDER BY place LIMIT 1) AS excerpt
    FROM page d ${FILE}
    ORDER BY d.rank DESC, d.id DESC`,
}

export async function searchDocuments(
  database: Database,
  act: CallerAct,
  communityId: string,
  wish: DocumentWish & { query: string },
): Promise<Page<DocumentRow>> {
  const words = queryOf(wish.query)
  if (!words) return { items: [], nextCursor: null }
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const values = [
    ...standing(act, communityId),
    false,
    dayOf(act.now),
    wish.categoryId ?? null,
    wish.due ?? null,
    words.rank,
    words.terms[0] ?? '',
    words.phrases,
    ...after,
    wish.limit + 1,
    words.terms,
    wish.state ?? 'current',
  ]
  const rows = await database.readMatching<Row>(act.reach, words.match, SEARCH, values)
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.rank, row.id],
    (row) => rowView(row, words.terms),
  )
}
