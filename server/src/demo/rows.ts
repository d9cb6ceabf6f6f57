import type pg from 'pg'

export type Row = Readonly<Record<string, unknown>>

/** Tables in the order their references allow. */
const order = [
  'companies',
  'communities',
  'community_services',
  'accounts',
  'buildings',
  'units',
  'places',
  'residents',
  'residencies',
  'parking_spaces',
  'vehicles',
  'household_events',
  'household_notes',
  'residence_applications',
  'entry_codes',
  'posts',
  'staff',
  'staff_posts',
  'wide_posts',
  'duty_periods',
  'standard_adoptions',
  'work_calendars',
  'files',
  'cases',
  'case_clocks',
  'case_events',
  'case_files',
  'repairs',
  'repair_materials',
  'repair_visits',
  'repair_samples',
  'messages',
  'deliveries',
  'privacy_requests',
  'retention_runs',
  'audit_entries',
] as const
export type Table = (typeof order)[number]

const ROWS_AT_ONCE = 2500

/** Rows on their way into the database. */
export class Rows {
  readonly #rows = new Map<Table, Row[]>()

  add(table: Table, ...rows: Row[]): void {
    const kept = this.#rows.get(table)
    if (kept) kept.push(...rows)
    else this.#rows.set(table, rows)
  }

  of(table: Table): readonly Row[] {
    return this.#rows.get(table) ?? []
  }

  /** Writes all of them, some thousands with each statement. */
  async insert(client: pg.ClientBase): Promise<number> {
    let inserted = 0
    for (const table of order) {
      const rows = this.of(table)
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
        inserted += await insertSome(client, table, rows.slice(from, from + ROWS_AT_ONCE))
    }
    return inserted
  }
}

async function insertSome(client: pg.ClientBase, table: Table, rows: readonly Row[]): Promise<number> {
  const columns = Object.keys(rows[0]!).join(', ')
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
  return rows.length
}
