import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export interface Side {
  companyId: string
  communityId: string
  staffId: string
}

interface Column {
  name: string
  type: string
  required: boolean
}

export interface Table {
  name: string
  columns: Column[]
}

/** Every table of ours that has row-level security, or ought to have. */
export async function walledTables(owner: pg.ClientBase): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    SELECT c.relname AS name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL),
      'required', a.attnotnull AND NOT a.atthasdef AND a.attidentity = '') ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    GROUP BY c.oid, c.relname, c.relrowsecurity
    HAVING c.relrowsecurity OR c.relname IN ('companies', 'communities')
      OR bool_or(a.attname IN ('community_id', 'company_id'))
    ORDER BY c.relname`)
  return rows
}

/** Takes every check and foreign key away, so that a row of any table can be made from its columns alone. */
export async function dropConstraints(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ drop: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f') AND conparentid = 0 AND conrelid <> 0`)
  for (const { drop } of rows) await owner.query(drop)
}

/** The columns and values of a row that belongs to one side. */
export function rowOf(table: Table, side: Side): { columns: string[]; values: unknown[] } {
  const filled = table.columns.map(({ name, type, required }) => [name, valueOf(table.name, name, type, required, side)] as const)
  const given = filled.filter(([, value]) => value !== undefined)
  return { columns: given.map(([name]) => `"${name}"`), values: given.map(([, value]) => value) }
}

function valueOf(table: string, column: string, type: string, required: boolean, side: Side): unknown {
  if (column === 'community_id' || (table === 'communities' && column === 'id')) return side.communityId
  if (column === 'company_id' || (table === 'companies' && column === 'id')) return side.companyId
  if (column === 'staff_id' || (table === 'staff' && column === 'id')) return side.staffId
  return required ? samples[type]?.() : undefined
}

/** Numbers of a book are each used once. */
let lastNumber = 0

const samples: Record<string, () => unknown> = {
  uuid: () => randomUUID(),
  text: () => randomUUID(),
  'character varying': () => randomUUID(),
  bytea: () => Buffer.from(randomUUID()),
  boolean: () => false,
  integer: () => 1,
  smallint: () => 1,
  bigint: () => ++lastNumber,
  numeric: () => 1,
  real: () => 1,
  'double precision': () => 1,
  date: () => '2026-07-01',
  'timestamp with time zone': () => '2026-07-01T00:00:00Z',
  'time without time zone': () => '08:00',
  jsonb: () => '{}',
  json: () => '{}',
  'text[]': () => [],
  'uuid[]': () => [],
  'integer[]': () => [],
  'timestamp with time zone[]': () => [],
}
