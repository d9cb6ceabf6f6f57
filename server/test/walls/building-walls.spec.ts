import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { setReach, type Reach } from '../../src/platform/database/index.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { dropConstraints, rowOf, walledTables, type Side, type Table } from './filled-tables.ts'

/** Tables that lead to a building and are not walled in by it, and why. */
const outside: Record<string, string> = {
  messages: 'who was told of a case keeps the message; read by its recipient only',
  deliveries: 'of a message; read with messages.read, which no post limited to buildings gives',
  ledger_lines: 'of the books of the whole community; read with ledger.read, which no post limited to buildings gives',
  ledger_vouchers: 'of the books, as their lines are',
  pay_differences: 'read with payments.reconcile, which no post limited to buildings gives',
  files: 'leads nowhere itself; reached by a signed link from what it belongs to',
}

/** What leads to a building by no foreign key of its own. */
const also = ['residents', 'entry_codes']

/** Every table with a row in a building: by a column of its own, or by foreign keys. Found from the catalogue. */
async function tablesInBuildings(owner: pg.ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    WITH RECURSIVE inside AS (
      SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND (c.relname = 'buildings' OR EXISTS (
          SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped AND a.attname IN ('building_id', 'unit_id', 'case_id')))
      UNION
      SELECT f.conrelid FROM pg_constraint f JOIN inside ON inside.oid = f.confrelid WHERE f.contype = 'f' AND f.conrelid <> 0)
    SELECT relname AS name FROM inside JOIN pg_class USING (oid) ORDER BY relname`)
  return rows.map(({ name }) => name)
}

const community: Side = { companyId: randomUUID(), communityId: randomUUID(), staffId: randomUUID() }
const place = () => ({ buildingId: randomUUID(), unitId: randomUUID(), caseId: randomUUID(), residentId: randomUUID() })
const [mine, theirs] = [place(), place()]
const whole: Reach = { communities: [community.communityId], companies: [community.companyId] }
const limited: Reach = { ...whole, buildings: [mine.buildingId] }

let databases: TestDatabase
let owner: pg.Client
let app: pg.Client
let tables: Table[]
let inside: string[]

beforeAll(async () => {
  databases = await openTestDatabase()
  owner = new pg.Client(databases.ownerUrl)
  app = new pg.Client(databases.appUrl)
  await Promise.all([owner.connect(), app.connect()])
  inside = [...(await tablesInBuildings(owner)), ...also]
  tables = (await walledTables(owner)).filter(({ name }) => inside.includes(name) && !(name in outside))
  await dropConstraints(owner)
  for (const each of [mine, theirs]) for (const table of tables) await insert(table, each)
}, 60_000)
afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await databases.close()
})

/** A row of the table that lies in the building of `each`. */
function rowIn(table: Table, each: ReturnType<typeof place>): { columns: string[]; values: unknown[] } {
  const known: Record<string, string> = {
    building_id: each.buildingId,
    unit_id: each.unitId,
    case_id: each.caseId,
    resident_id: each.residentId,
    place_id: each.unitId,
    id:
      { buildings: each.buildingId, units: each.unitId, cases: each.caseId, residents: each.residentId }[table.name] ??
      randomUUID(),
  }
  const { columns, values } = rowOf(table, community)
  const row = new Map(columns.map((column, at) => [column, values[at]]))
  for (const { name } of table.columns) if (name in known) row.set(`"${name}"`, known[name])
  return { columns: [...row.keys()], values: [...row.values()] }
}

async function insert(table: Table, each: ReturnType<typeof place>, client: pg.Client = owner): Promise<void> {
  const { columns, values } = rowIn(table, each)
  const places = columns.map((_, at) => `$${at + 1}`).join(', ')
  await client.query(`INSERT INTO "${table.name}" (${columns.join(', ')}) VALUES (${places})`, values)
}

async function within<Answer>(reach: Reach, work: () => Promise<Answer>): Promise<Answer | string> {
  await app.query('BEGIN')
  try {
    await app.query(setReach(reach))
    return await work()
  } catch (error) {
    return (error as Error).message
  } finally {
    await app.query('ROLLBACK')
  }
}

const seen = async ({ name }: Table, reach: Reach) => {
  const rows = await within(
    reach,
    async () => (await app.query<{ whole: object }>(`SELECT to_jsonb(t) AS whole FROM "${name}" t`)).rows,
  )
  return typeof rows === 'string' ? rows : rows.map((row) => JSON.stringify(row.whole))
}

describe('the wall around buildings', () => {
  it('[ORG-05] stands around every table with rows that lie in one', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_policies WHERE policyname = 'in_buildings' AND permissive = 'RESTRICTIVE' AND roles = '{yinuo_app}'`,
    )
    const walled = rows.map(({ name }) => name)
    expect(inside.filter((name) => !walled.includes(name) && !(name in outside))).toEqual([])
    expect(walled.length).toBeGreaterThan(18)
  })

  it('[ORG-05] shows who looks after some buildings what lies there, and nothing else', async () => {
    const leaks: Record<string, unknown> = {}
    for (const table of tables) {
      const [all, some] = [await seen(table, whole), await seen(table, limited)]
      if (typeof all === 'string' && /permission denied/.test(all)) continue
      const isRight = all.length === 2 && some.length === 1 && !Object.values(theirs).some((id) => some[0]!.includes(id))
      if (!isRight) leaks[table.name] = { all, some }
    }
    expect(leaks).toEqual({})
  })

  it('[ORG-05] shows nothing of a building to who has none, or whose buildings were forgotten', async () => {
    const leaks: string[] = []
    for (const table of tables) {
      if ((await seen(table, { ...whole, buildings: [] })).length > 0 && typeof (await seen(table, whole)) !== 'string')
        leaks.push(table.name)
      const forgotten = await within({ communities: [], companies: [] }, async () => {
        await app.query(`SET LOCAL app.communities = '${community.communityId}'; SET LOCAL app.buildings = ''`)
        return (await app.query(`SELECT 1 FROM "${table.name}"`)).rowCount
      })
      if (typeof forgotten === 'number' && forgotten > 0) leaks.push(`${table.name}, forgotten`)
    }
    expect(leaks).toEqual([])
  })

  it('[ORG-05] keeps what lies elsewhere from a change or removal, and takes nothing there', async () => {
    const reached: string[] = []
    for (const table of tables) {
      const { name, columns } = table
      for (const { name: column } of columns) {
        const changed = await within(
          limited,
          async () => (await app.query(`UPDATE "${name}" SET "${column}" = "${column}"`)).rowCount ?? 0,
        )
        if (typeof changed === 'number' ? changed > 1 : !/permission denied|row-level security/.test(changed))
          reached.push(`${name}.${column}`)
      }
      const removed = await within(limited, async () => (await app.query(`DELETE FROM "${name}"`)).rowCount ?? 0)
      if (typeof removed === 'number' && removed > 1) reached.push(`DELETE ${name}`)
      const added = await within(limited, () => insert({ ...table, columns }, { ...theirs, ...ownIdsOf(name) }, app))
      // What hangs on a case is written with it, in one statement; who reaches the case is asked before.
      const byCase = columns.some((column) => column.name === 'case_id') || name === 'residents'
      if (added === undefined && !byCase) reached.push(`INSERT ${name}`)
    }
    expect(reached).toEqual([])
  })
})

/** A new row cannot have the key of one that is there. */
function ownIdsOf(table: string): Partial<ReturnType<typeof place>> {
  if (table === 'units') return { unitId: randomUUID() }
  if (table === 'buildings') return { buildingId: randomUUID() }
  return table === 'cases' ? { caseId: randomUUID() } : {}
}
