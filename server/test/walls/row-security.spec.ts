import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { setReach, type Reach } from '../../src/platform/database/index.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { dropConstraints, rowOf, walledTables, type Side, type Table } from './filled-tables.ts'

/** What the application's role may read without a reach, and why that shows nobody's rows to another. */
const outsideTheWall: Record<string, string> = {
  accounts: 'a person stands apart from any community; found by id only, joined through archives that are walled in',
  channel_buckets: 'how often channels were called lately; says nothing of anybody',
  idempotency_keys: 'found by caller and key, which only that caller knows',
  message_grants: 'found by openid; says which templates somebody accepted',
  message_preferences: 'of the caller: found by the ids of their own session',
  sessions: 'three columns without the token, to end sessions by staff id',
  wechat_tokens: 'the program’s own; sealed',
}

const seenByIdentity = [
  'accounts',
  'communities',
  'companies',
  'disclosures',
  'duty_periods',
  'entry_codes',
  'posts',
  'refresh_tokens',
  'residence_applications',
  'residence_invitations',
  'residencies',
  'residents',
  'sessions',
  'sign_in_attempts',
  'sign_in_tickets',
  'staff',
  'staff_posts',
  'units',
  'wechat_tokens',
  'wide_posts',
]

const side = (): Side => ({ companyId: randomUUID(), communityId: randomUUID(), staffId: randomUUID() })
const mine = side()
const theirs = side()
const reach: Reach = { communities: [mine.communityId], companies: [mine.companyId] }

let databases: TestDatabase
let owner: pg.Client
let app: pg.Client
let tables: Table[]

beforeAll(async () => {
  databases = await openTestDatabase()
  owner = new pg.Client(databases.ownerUrl)
  app = new pg.Client(databases.appUrl)
  await Promise.all([owner.connect(), app.connect()])
  tables = await walledTables(owner)
  await dropConstraints(owner)
  for (const each of [mine, theirs])
    for (const table of tables) {
      const { columns, values } = rowOf(table, each)
      await owner.query(insertInto(table, columns), values)
    }
}, 60_000)
afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await databases.close()
})

const insertInto = (table: Table, columns: string[]) =>
  `INSERT INTO "${table.name}" (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`

/** What a statement does inside a reach; everything is taken back. */
async function within(
  statement: string,
  values: unknown[] = [],
  set: string = setReach(reach),
): Promise<pg.QueryResult | string> {
  await app.query('BEGIN')
  try {
    await app.query(set)
    return await app.query(statement, values)
  } catch (error) {
    return (error as Error).message
  } finally {
    await app.query('ROLLBACK')
  }
}

const isDenied = (outcome: pg.QueryResult | string) => typeof outcome === 'string' && /permission denied/.test(outcome)
const names = async (text: string, values: unknown[] = []) =>
  (await owner.query<{ name: string }>(text, values)).rows.map(({ name }) => name)

describe('the second wall', () => {
  it('stands around every table of a community or a company', async () => {
    expect(tables.length).toBeGreaterThan(30)
    const open = await names(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = ANY ($1)
         AND NOT (relrowsecurity AND relforcerowsecurity)`,
      [tables.map(({ name }) => name)],
    )
    expect(open).toEqual([])
    const gates = await names(
      `SELECT tablename || '.' || policyname AS name FROM pg_policies WHERE schemaname = 'public' AND 'yinuo_app' = ANY (roles)
         AND permissive = 'PERMISSIVE' AND qual !~ 'current_setting|SELECT 1\\s+FROM staff'`,
    )
    expect(gates).toEqual([])
  })

  it('has nothing outside that is not known to be harmless', async () => {
    const outside = await names(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
         AND NOT c.relrowsecurity AND has_any_column_privilege('yinuo_app', c.oid, 'SELECT')
         -- a view that asks as who asks it stands behind the walls of its tables
         AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false) ORDER BY 1`,
    )
    expect(outside).toEqual(Object.keys(outsideTheWall))
  })

  it('has no way round: the roles own nothing, belong to nobody, bypass nothing; no function runs as its owner', async () => {
    const roles = `('yinuo_app', 'yinuo_worker', 'yinuo_identity')`
    expect(await names(`SELECT rolname AS name FROM pg_roles WHERE rolname IN ${roles} AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`)).toEqual([]) // prettier-ignore
    expect(await names(`SELECT relname AS name FROM pg_class JOIN pg_roles r ON r.oid = relowner WHERE rolname IN ${roles} AND relnamespace = 'public'::regnamespace`)).toEqual([]) // prettier-ignore
    expect(await names(`SELECT member::regrole::text AS name FROM pg_auth_members WHERE member::regrole::text IN ${roles}`)).toEqual([]) // prettier-ignore
    expect(await names(`SELECT proname AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`)).toEqual([]) // prettier-ignore
    expect(await names(`SELECT rolname AS name FROM pg_roles WHERE rolname IN ${roles} AND has_schema_privilege(rolname, 'public', 'CREATE')`)).toEqual([]) // prettier-ignore
  })

  it('shows no foreign row to a query whose condition was forgotten', async () => {
    const seen: Record<string, unknown> = {}
    for (const { name } of tables) {
      const outcome = await within(`SELECT to_jsonb(t) AS whole FROM "${name}" t`)
      if (isDenied(outcome)) continue
      const rows = (outcome as pg.QueryResult<{ whole: object }>).rows.map(({ whole }) => JSON.stringify(whole))
      const foreign = Object.values(theirs)
      if (rows.length !== 1 || foreign.some((id) => rows[0]!.includes(id))) seen[name] = rows
    }
    expect(seen).toEqual({})
  })

  it('shows and changes nothing at all where the reach was forgotten, is empty, or is only of another kind', async () => {
    const seen: string[] = []
    const none = { communities: [], companies: [] }
    for (const set of ['SELECT 1', setReach(none), `SET LOCAL app.communities = ''`])
      for (const { name, columns } of tables)
        for (const statement of [
          `SELECT 1 FROM "${name}"`,
          `UPDATE "${name}" SET "${columns[0]!.name}" = "${columns[0]!.name}"`,
        ]) {
          const outcome = await within(statement, [], set)
          if (typeof outcome !== 'string' && outcome.rowCount !== 0) seen.push(`${set}: ${statement}`)
        }
    expect(seen).toEqual([])
  })

  it('keeps foreign rows from a change or removal whose condition was forgotten', async () => {
    const reached: Record<string, number | null> = {}
    for (const { name, columns } of tables) {
      for (const { name: column } of columns) {
        const statement = `UPDATE "${name}" SET "${column}" = "${column}"`
        const outcome = await within(statement)
        // The archive lets go of nothing but what an import made.
        const mayBeNone = statement.startsWith('DELETE')
        if (typeof outcome === 'string' ? !isDenied(outcome) : outcome.rowCount !== 1 && !(mayBeNone && outcome.rowCount === 0))
          reached[statement] = 0
      }
      // One's own rows may be kept from being removed as well.
      const removed = await within(`DELETE FROM "${name}" gone RETURNING to_jsonb(gone) AS whole`)
      if (typeof removed === 'string' ? !isDenied(removed) : JSON.stringify(removed.rows).includes(theirs.communityId))
        reached[`DELETE FROM ${name}`] = 0
    }
    expect(reached).toEqual({})
  })

  it('takes no row in, and lets none go, to another side', async () => {
    const crossed: string[] = []
    for (const table of tables) {
      const { columns, values } = rowOf(table, theirs)
      const written = await within(insertInto(table, columns), values)
      if (typeof written !== 'string' || !/permission denied|row-level security/.test(written)) crossed.push(`into ${table.name}`)
      for (const key of ['community_id', 'company_id'].filter((each) => columns.includes(`"${each}"`))) {
        const to = key === 'community_id' ? theirs.communityId : theirs.companyId
        const moved = await within(`UPDATE "${table.name}" SET ${key} = $1`, [to])
        if (typeof moved !== 'string' || !/permission denied|row-level security/.test(moved))
          crossed.push(`${key} of ${table.name}`)
      }
    }
    expect(crossed).toEqual([])
  })

  it('lets who looks for the caller see what tells the caller, and nothing else', async () => {
    const seen = await names(
      `SELECT relname AS name FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND has_any_column_privilege('yinuo_identity', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES') ORDER BY 1`,
    )
    expect(seen).toEqual(seenByIdentity)
  })

  it('leaves the audit log to be added to and read', async () => {
    for (const statement of [
      `UPDATE audit_entries SET actor_name = 'x'`,
      `UPDATE audit_entries SET seq = 1`,
      'DELETE FROM audit_entries',
      'TRUNCATE audit_entries',
      `INSERT INTO audit_entries (seq) VALUES (1)`,
      'UPDATE audit_heads SET seq = 1',
      'DELETE FROM audit_checks',
    ])
      expect(await within(statement)).toMatch(/permission denied/)
  })
})
