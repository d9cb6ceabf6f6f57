import type pg from 'pg'

export interface Hit {
  /** e.g. `cases.reporter_phone` */
  column: string
  value: unknown
}

interface TextColumn {
  schema: string
  table: string
  column: string
}

/** Every column of the whole database in which words may stand, the queue's included. */
async function textColumns(owner: pg.Pool): Promise<TextColumn[]> {
  const { rows } = await owner.query<TextColumn>(`
    SELECT n.nspname AS schema, c.relname AS table, a.attname AS column
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'pgboss') AND NOT c.relispartition
      AND format_type(a.atttypid, NULL) IN ('text', 'character varying', 'json', 'jsonb', 'text[]')
    ORDER BY 1, 2, 3`)
  return rows
}

let known: Promise<TextColumn[]> | null = null

/** Wherever one of the words stands. Owner's eyes: past every wall. */
export async function searchEverywhere(owner: pg.Pool, words: readonly string[]): Promise<Hit[]> {
  const columns = await (known ??= textColumns(owner))
  const found = columns.map(
    ({ schema, table, column }) => `
      SELECT '${schema === 'public' ? '' : `${schema}.`}${table}.${column}' AS column, to_jsonb(t."${column}") AS value
      FROM "${schema}"."${table}" t WHERE EXISTS (SELECT FROM unnest($1::text[]) w WHERE strpos(t."${column}"::text, w) > 0)`,
  )
  return (await owner.query<Hit>(found.join(' UNION ALL '), [words])).rows
}
