import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** `node dist/schema.js [--check]`: writes docs/schema.sql from the database at DATABASE_URL, or says that it has drifted. */

const FILE = join(import.meta.dirname, '../../docs/schema.sql')

/** Every object of ours as the statement that makes it, from PostgreSQL's own descriptions. */
const OBJECTS = `
  WITH tables AS (
    SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = 'public'
  )
  SELECT 1 AS part, p.proname AS name, pg_get_functiondef(p.oid) || ';' AS made
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 2, relname, format(E'CREATE TABLE %I (\\n%s\\n);', relname, (
    SELECT string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, coalesce(CASE a.attgenerated WHEN 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
        ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END, '')), E',\\n' ORDER BY a.attnum)
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = tables.oid AND a.attnum > 0 AND NOT a.attisdropped)) FROM tables
  UNION ALL
  SELECT 3, relname || ' ' || conname, format('ALTER TABLE %I ADD CONSTRAINT %I %s;', relname, conname, pg_get_constraintdef(k.oid))
  FROM pg_constraint k JOIN tables ON tables.oid = k.conrelid WHERE contype <> 'n'
  UNION ALL
  SELECT 4, relname || ' ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) || ';'
  FROM pg_index i JOIN tables ON tables.oid = i.indrelid
  WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
  UNION ALL
  SELECT 5, relname, format('CREATE VIEW %I WITH (%s) AS%s', relname, array_to_string(c.reloptions, ', '), E'\\n' || pg_get_viewdef(c.oid))
  FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 6, relname, format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;', relname)
  FROM tables JOIN pg_class c USING (oid, relname) WHERE c.relrowsecurity AND c.relforcerowsecurity
  UNION ALL
  SELECT 7, tablename || ' ' || policyname, format('CREATE POLICY %I ON %I%s%s TO %s USING (%s)%s;', policyname, tablename,
    CASE permissive WHEN 'RESTRICTIVE' THEN ' AS RESTRICTIVE' ELSE '' END, CASE cmd WHEN 'ALL' THEN '' ELSE ' FOR ' || cmd END,
    CASE WHEN policyname = 'all_rows_for_owner' THEN 'CURRENT_USER' ELSE array_to_string(roles, ', ') END, qual,
    coalesce(' WITH CHECK (' || with_check || ')', ''))
  FROM pg_policies WHERE schemaname = 'public'
  UNION ALL
  SELECT 8, table_name || ' ' || grantee, format('GRANT %s ON %I TO %s;', string_agg(privilege_type, ', ' ORDER BY privilege_type), table_name, grantee)
  FROM information_schema.role_table_grants
  WHERE table_schema = 'public' AND grantee IN ('yinuo_app', 'yinuo_worker', 'yinuo_identity') GROUP BY table_name, grantee
  UNION ALL
  SELECT 9, table_name || ' ' || grantee, format('GRANT %s (%s) ON %I TO %s;', privilege_type, string_agg(column_name, ', ' ORDER BY column_name), table_name, grantee)
  FROM information_schema.role_column_grants g
  WHERE table_schema = 'public' AND grantee IN ('yinuo_app', 'yinuo_worker', 'yinuo_identity') AND NOT EXISTS (
    SELECT 1 FROM information_schema.role_table_grants t
    WHERE (t.table_schema, t.table_name, t.grantee, t.privilege_type) = (g.table_schema, g.table_name, g.grantee, g.privilege_type))
  GROUP BY table_name, grantee, privilege_type
  ORDER BY part, name, made`

async function describe(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ part: number; made: string }>(OBJECTS)
    const parts = Map.groupBy(rows, (row) => row.part)
    const body = [...parts.values()].map((part) => part.map((row) => row.made.trim()).join('\n')).join('\n\n')
    return `-- What the migrations make; written by \`npm run schema\`. The job queues of pg-boss stand in the schema pgboss.\n\n${body}\n`
  } finally {
    await client.end()
  }
}

const { DATABASE_URL } = process.env
if (!DATABASE_URL) {
  console.error('schema needs DATABASE_URL, the owner’s, of a migrated database')
  process.exit(78)
}
const schema = await describe(DATABASE_URL)
if (!process.argv.includes('--check')) await writeFile(FILE, schema)
else if (schema !== (await readFile(FILE, 'utf8').catch(() => ''))) {
  console.error('docs/schema.sql is not what the migrations make: run `npm run schema` and commit it')
  process.exit(1)
}
