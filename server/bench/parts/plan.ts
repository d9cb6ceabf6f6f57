import type pg from 'pg'

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: PlanNode[]
}

export interface TableScan {
  table: string
  by: string
}

/**
 * How PostgreSQL reaches each table.
 * @param plan `generic`: made once for all values, as a prepared statement comes to have it; `custom`: made for these values
 */
export async function scansOf(
  client: pg.Client,
  { begin = null, text, values }: { begin?: string | null; text: string; values: readonly unknown[] },
  plan: 'generic' | 'custom',
): Promise<TableScan[]> {
  await client.query(begin ?? 'BEGIN')
  try {
    await client.query(`SET LOCAL plan_cache_mode = force_${plan}_plan`)
    await client.query(`PREPARE planned AS ${text}`)
    const literals = values.map((value) => literal(client, value)).join(', ')
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE planned (${literals})`,
    )
    return [...scansIn(rows[0]!['QUERY PLAN'][0].Plan)]
  } finally {
    await client.query('ROLLBACK')
    await client.query('DEALLOCATE planned')
  }
}

function literal(client: pg.Client, value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  return client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}

function* scansIn(node: PlanNode): Generator<TableScan> {
  if (node['Relation Name'] && node['Node Type'].endsWith('Scan')) {
    yield { table: node['Relation Name'], by: node['Index Name'] ?? node.Plans?.[0]?.['Index Name'] ?? node['Node Type'] }
  }
  for (const child of node.Plans ?? []) yield* scansIn(child)
}
