import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { Database, setReach, type Reach, type Statement } from '../src/platform/database/index.ts'
import { startApp, type TestApp } from './app.ts'
import { ComplaintStory } from './complaint-story.ts'

/** So many that no planner would rather read them all. */
const MANY = 20_000
const EMPTY = '"buildings": [], "entrances": [], "units": [], "roles": []'

let app: TestApp
let story: ComplaintStory
let client: pg.Client
const asked: { reach: Reach; statement: Statement; values: unknown[] }[] = []

beforeAll(async () => {
  app = await startApp()
  story = await ComplaintStory.begin(app)
  await fill()
  const database = app.nest.get(Database)
  const read = database.read.bind(database)
  database.read = <Row extends object>(reach: Reach, statement: Statement, values: unknown[]) => {
    asked.push({ reach, statement, values })
    return read<Row>(reach, statement, values)
  }
  client = new pg.Client(app.databases.appUrl)
  await client.connect()
}, 240_000)
afterAll(async () => {
  await client.end()
  await app.close()
})

/** Cases and notices of years, past every check: only how they are found is looked at. */
async function fill(): Promise<void> {
  const owner = new pg.Client(app.databases.ownerUrl)
  await owner.connect()
  await owner.query('SET session_replication_role = replica')
  const given = [story.community.id, story.handler.staffId, app.clock.now()]
  for (const [kind, letter, over, running, detail] of [
    ['complaint', 'T', 'archived', 'investigating', 'complaints'],
    ['consultation', 'K', 'closed', 'waiting', 'consultations'],
  ]) {
    await owner.query(
      `INSERT INTO cases (community_id, id, number, kind, state, open, channel, category, urgency, description, place_kind, place_label,
         reporter_account_id, reporter_name, assignee_id, standard_adoption_id, due_at, due_clock, reported_at, closed_at)
       SELECT $1, gen_random_uuid(), '${letter}' || n, '${kind}', CASE WHEN n % 200 = 0 THEN '${running}' ELSE '${over}' END, n % 200 = 0,
         'miniprogram', 'noise', 'routine', 'x', 'community', 'x', gen_random_uuid(), 'x', CASE WHEN n % 400 = 0 THEN $2::uuid END,
         gen_random_uuid(), CASE WHEN n % 200 = 0 THEN $3::timestamptz + n * interval '1 second' END, 'resolve',
         $3::timestamptz - n * interval '1 minute', CASE WHEN n % 200 <> 0 THEN $3::timestamptz - n * interval '1 minute' END
       FROM generate_series(1, ${MANY}) n`,
      given,
    )
    await owner.query(`INSERT INTO ${detail} (community_id, case_id) SELECT community_id, id FROM cases WHERE kind = '${kind}'`)
  }
  await owner.query(
    `INSERT INTO complaint_authors (community_id, case_id, author_hash, sealed)
     SELECT community_id, id, sha256(number::bytea), 'x' FROM cases WHERE kind = 'complaint'`,
  )
  await owner.query(
    `INSERT INTO notices (community_id, id, category, title, body, audience, state, edition, written_by, written_by_name, published_at,
       told_edition, created_at, updated_at, pinned_until)
     SELECT $1, gen_random_uuid(), 'affairs', 'x', 'x', CASE WHEN n % 3 = 0 THEN '{"whole": true, ${EMPTY}}'::jsonb
         ELSE '{"whole": false, ${EMPTY}}' END, 'published', 1, $2, 'x', at, 1, at, at, CASE WHEN n % 5000 = 0 THEN '2027-01-01'::date END
     FROM generate_series(1, ${MANY}) n, LATERAL (SELECT $3::timestamptz - n * interval '1 minute' AS at) instant`,
    given,
  )
  await owner.query('VACUUM ANALYZE')
  await owner.end()
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

/** What a plan reads of the large tables: by which way, and how many rows. */
function readsOf(node: Node): { way: string; rows: number }[] {
  const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
  const own = large.has(node['Relation Name'] ?? '') ? [{ way: `${node['Node Type']} on ${node['Relation Name']!}`, rows }] : []
  return [...own, ...(node.Plans ?? []).flatMap(readsOf)]
}

const large = new Set(['cases', 'complaints', 'consultations', 'complaint_authors', 'notices'])

async function plansOf({ reach, statement, values }: (typeof asked)[number]): Promise<Node> {
  const order = statement.isInIndexOrder ? '; SET LOCAL enable_sort = off' : ''
  await client.query(`BEGIN; ${setReach(reach)}; SET LOCAL plan_cache_mode = force_generic_plan${order}`)
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>({
    text: `EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`,
    values,
  })
  await client.query('ROLLBACK')
  return rows[0]!['QUERY PLAN'][0].Plan
}

type Reader = 'desk' | 'handler' | 'manager' | 'resident'

describe('a list among very many', () => {
  it.each<[string, Reader, string]>([
    ['[COM-02] open complaints', 'desk', 'complaints'],
    ['[COM-02] closed complaints', 'desk', 'complaints?state=archived'],
    ['[COM-02] complaints of one handler', 'desk', 'complaints?assigneeId={handler}'],
    ['[COM-02] what somebody has to answer', 'handler', '/me/complaint-work'],
    ['[COM-06] what somebody said, named or not', 'resident', '/me/complaints'],
    ['[COM-07] open talks', 'desk', 'conversations'],
    ['[COM-07] talks nobody has', 'desk', 'conversations?pile=free'],
    ['[COM-07] closed talks', 'desk', 'conversations?pile=closed'],
    ['[COM-07] one’s own talks', 'resident', '/me/conversations'],
    ['[NTC-01] notices of the office', 'manager', 'notices'],
    ['[NTC-01] notices of one state', 'manager', 'notices?state=submitted'],
    ['[NTC-01] what waits to be approved', 'manager', 'notice-numbers'],
    ['[NTC-01] the board of a resident', 'resident', '/me/notices'],
    ['[NTC-01] the board of staff', 'manager', '/me/notices'],
  ])('%s is one statement that reads little more than its page', async (_, reader, path) => {
    const full = path.startsWith('/') ? path : `/communities/${story.community.id}/${path}`
    const first = full.replace('{handler}', story.handler.staffId!)
    const { body } = await story[reader].get(first).expect(200)
    const { nextCursor } = body as { nextCursor?: string | null }
    if (nextCursor)
      await story[reader].get(`${first}${first.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(nextCursor)}`).expect(200)
    const statements = asked.splice(0)
    expect(statements).toHaveLength(nextCursor ? 2 : 1)
    for (const statement of statements) {
      const reads = readsOf(await plansOf(statement))
      expect({ path, reads: reads.filter(({ way, rows }) => way.startsWith('Seq Scan') || rows > 500) }).toEqual({
        path,
        reads: [],
      })
    }
  })
})
