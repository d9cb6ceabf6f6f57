import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { verifyBundle, type Bundle } from '@yinuo/disclosure-proof'
import type { Me, Page, RepairNumbers, RepairRow, RepairView } from '@yinuo/contracts'
import pg from 'pg'
import request from 'supertest'
import { startApp, type TestApp } from '../../test/app.ts'
import { openTestDatabase } from '../../test/database.ts'
import { LocalFiles } from '../platform/files/index.ts'
import { DEMO_PASSWORD, phones } from './company/phones.ts'
import { demonstrate } from './demonstrate.ts'

let app: TestApp
let client: pg.Client
let seconds: number

beforeAll(async () => {
  app = await startApp()
  client = new pg.Client(app.databases.ownerUrl)
  await client.connect()
  const began = performance.now()
  const programKey = app.config.LINK_SIGNING_KEY
  await demonstrate(client, { now: app.clock.now(), store: new LocalFiles(app.config.FILES_DIR!), programKey })
  seconds = (performance.now() - began) / 1000
}, 120_000)
afterAll(async () => {
  await client.end()
  await app.close()
})

async function only<Row>(sql: string, ...values: unknown[]): Promise<Row> {
  return (await client.query(sql, values)).rows[0] as Row
}

async function signIn(login: string): Promise<(path: string) => Promise<unknown>> {
  const answer = await request(app.url).post('/api/sessions/password').send({ login, password: DEMO_PASSWORD })
  expect(answer.status).toBe(200)
  const { token } = answer.body as { token: string }
  return async (path) => {
    const { status, body } = await request(app.url).get(`/api${path}`).set('authorization', `Bearer ${token}`)
    expect({ path, status }).toEqual({ path, status: 200 })
    return body as unknown
  }
}

describe('the demonstration company', () => {
  it('is there within seconds, and only once', async () => {
    // Twelve on a quiet machine; here another spec runs beside it.
    expect(seconds).toBeLessThan(40)
    expect(await demonstrate(client, { now: app.clock.now(), store: null })).toBeNull()
    expect(await only('SELECT count(*)::int AS companies FROM companies')).toEqual({ companies: 1 })
  })

  it('has three communities, 2,400 homes and sixty people', async () => {
    const { rows } = await client.query(
      `SELECT c.name, c.property_type, (SELECT count(*)::int FROM units u WHERE u.community_id = c.id) AS units FROM communities c ORDER BY property_type DESC`,
    )
    expect(rows).toMatchObject([{ name: '一诺花园', units: 2400 }, { name: '一诺中心' }, { name: '一诺广场' }])
    expect(await only('SELECT count(*)::int AS staff FROM staff')).toEqual({ staff: 60 })
  })

  it('has published accounts that anybody can check, and one being prepared', async () => {
    const { rows } = await client.query<{ id: string; fund: string; state: string }>(
      'SELECT id, fund, state FROM disclosures ORDER BY period_from, fund',
    )
    expect(rows.map(({ fund, state }) => `${fund} ${state}`)).toEqual([
      'common-income posted',
      'common-income posted',
      'common-income draft',
      'property-fee posted',
    ])
    for (const { id } of rows.filter(({ state }) => state === 'posted')) {
      const bundle = (await request(app.url).get(`/api/disclosures/${id}/bundle`)).text
      expect(verifyBundle(JSON.parse(bundle) as Bundle).checks.filter(({ holds }) => !holds)).toEqual([])
    }
  })

  it('shows the desk of personal data at work', async () => {
    expect(
      await only(`SELECT (SELECT array_agg(state ORDER BY asked_at) FROM privacy_requests) AS requests,
        (SELECT count(DISTINCT at)::int FROM retention_runs) AS nights`),
    ).toEqual({ requests: ['expired', 'cooling'], nights: 5 })
  })

  it('has cars in their spaces, and a history of each household', async () => {
    expect(
      await only(`SELECT (SELECT count(*) FROM vehicles WHERE space_id IS NOT NULL) > 1000 AS parked,
        (SELECT count(DISTINCT unit_id) FROM household_events) = (SELECT count(*) FROM units) AS history,
        (SELECT count(*) FROM household_notes) > 50 AS notes`),
    ).toEqual({ parked: true, history: true, notes: true })
  })

  it.each(['manager', 'finance', 'supervisor', 'frontdesk', 'hq'])('lets %s sign in and see the queue', async (login) => {
    const get = await signIn(login)
    const me = (await get('/me')) as Me
    for (const { communityId } of me.staff!.communities) {
      const { items } = (await get(`/communities/${communityId}/repairs`)) as Page<RepairRow>
      expect(items.length).toBeGreaterThan(0)
    }
  })

  it('shows every open repair whole: clocks, timeline, files', async () => {
    const get = await signIn('hq')
    const { rows } = await client.query<{ id: string; community_id: string }>(
      `SELECT id, community_id FROM cases WHERE open AND kind = 'repair'`,
    )
    for (const { id, community_id } of rows) {
      const view = (await get(`/communities/${community_id}/repairs/${id}`)) as RepairView
      expect(view.timeline.length).toBeGreaterThan(0)
      expect(view.clocks.length).toBeGreaterThan(0)
    }
  })

  it('has pictures that open', async () => {
    const get = await signIn('hq')
    const done = await only<{ id: string; community_id: string }>(
      `SELECT id, community_id FROM cases WHERE state = 'done' LIMIT 1`,
    )
    const view = (await get(`/communities/${done.community_id}/repairs/${done.id}`)) as RepairView
    const link = new URL(view.files[0]!.thumbnailUrl!)
    await request(app.url).get(`${link.pathname}${link.search}`).expect(200).expect('content-type', 'image/webp')
  })

  it('sends a leak in the garden to Zhang Jianguo, whose phone stands on the stage', async () => {
    const { rows } = await client.query<{ name: string; open: number }>(
      `SELECT s.name, (SELECT count(*)::int FROM cases k WHERE k.assignee_id = s.id AND k.kind = 'repair' AND k.open AND k.state <> 'done') AS open
       FROM staff s JOIN duty_periods d ON d.staff_id = s.id JOIN communities c ON c.id = d.community_id
       WHERE c.name = '一诺花园' AND 'plumbing' = ANY (s.skills) ORDER BY open`,
    )
    expect(rows[0]).toEqual({ name: phones.zhang.name, open: 0 })
    expect(rows.slice(1).every(({ open }) => open >= 3)).toBe(true)
  })

  it('knows the people whose phones stand on the stage', async () => {
    const { rows } = await client.query(
      `SELECT a.name, u.label, a.elder_mode FROM accounts a JOIN residents r ON r.account_id = a.id JOIN residencies h ON h.resident_id = r.id
       JOIN units u ON u.id = h.unit_id WHERE a.openid = ANY ($1) ORDER BY a.openid`,
      [[phones.lin.openid, phones.wang.openid, phones.chen.openid]],
    )
    expect(rows).toEqual([
      { name: '林晓梅', label: phones.lin.room, elder_mode: false },
      { name: '王德福', label: phones.wang.room, elder_mode: true },
    ])
    expect(
      await only('SELECT count(*)::int AS on_file FROM residents WHERE phone = $1 AND account_id IS NULL', phones.chen.phone),
    ).toEqual({ on_file: 1 })
  })

  it('has something of everything a newcomer should find', async () => {
    const garden = await only<{ id: string }>(`SELECT id FROM communities WHERE name = '一诺花园'`)
    const numbers = (await (await signIn('manager'))(`/communities/${garden.id}/repair-numbers`)) as RepairNumbers
    for (const state of ['assigned', 'accepted', 'working', 'waiting', 'done'] as const)
      expect({ state, some: numbers.byState[state] > 0 }).toEqual({ state, some: true })
    expect(numbers.late).toBeGreaterThan(0)
    expect(numbers.byDay).toHaveLength(30)
    expect(await only(`SELECT count(*)::int AS free FROM cases WHERE state = 'reported'`)).toEqual({ free: 1 })
  })
})

describe('ninety days of repairs', () => {
  it('are some 1,500, with promises mostly kept and sometimes broken', async () => {
    const { cases, late, rating, unanswered, reopened } = await only<Record<string, number>>(
      `SELECT count(*)::int AS cases, avg(r.rating)::float8 AS rating, avg((r.close_reason = 'unanswered')::int)::float8 AS unanswered,
         avg((r.reopened > 0)::int)::float8 AS reopened,
         avg(EXISTS (SELECT 1 FROM case_clocks k WHERE k.case_id = c.id AND k.name IN ('respond', 'answer', 'resolve') AND k.breached_at IS NOT NULL)::int)::float8 AS late
       FROM cases c JOIN repairs r ON r.case_id = c.id`,
    )
    expect(cases).toBeGreaterThan(1400)
    expect(cases).toBeLessThan(1800)
    expect(late).toBeGreaterThan(0.01)
    expect(late).toBeLessThan(0.15)
    expect(rating).toBeGreaterThan(4)
    expect(rating).toBeLessThan(4.9)
    expect(unanswered).toBeLessThan(0.4)
    expect(reopened).toBeGreaterThan(0.01)
  })

  it.each([
    ['a clock is not behind the scan', 'SELECT 1 FROM case_clocks WHERE next_step_at <= $1'],
    ['nothing lies in the future', 'SELECT 1 FROM case_events WHERE at > $1'],
    [
      'a closed repair runs no clock',
      `SELECT 1 FROM cases c JOIN case_clocks k ON k.case_id = c.id WHERE NOT c.open AND k.stopped_at IS NULL AND $1::timestamptz IS NOT NULL`,
    ],
    [
      'an accepted repair has stopped its response',
      `SELECT 1 FROM cases c JOIN case_clocks k ON k.case_id = c.id AND k.round = c.round AND k.name = 'respond'
       WHERE c.state IN ('accepted', 'working', 'waiting', 'done') AND k.stopped_at IS NULL AND $1::timestamptz IS NOT NULL`,
    ],
    [
      'a breach is on the timeline',
      `SELECT 1 FROM case_clocks k WHERE k.breached_at IS NOT NULL AND $1::timestamptz IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM case_events e WHERE e.case_id = k.case_id AND e.kind = 'clock-step' AND e.content ->> 'clock' = k.name)`,
    ],
    [
      'whoever works is qualified and of that community',
      `SELECT 1 FROM cases c WHERE c.assignee_id IS NOT NULL AND c.kind = 'repair' AND $1::timestamptz IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM held_posts p WHERE p.staff_id = c.assignee_id AND p.community_id = c.community_id)`,
    ],
    [
      'no charge was taken without consent',
      `SELECT 1 FROM repairs WHERE done_at IS NOT NULL AND charge_state = 'offered' AND $1::timestamptz IS NOT NULL`,
    ],
    [
      'what is done has proof',
      `SELECT 1 FROM repairs r WHERE r.done_at IS NOT NULL AND $1::timestamptz IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM case_files f WHERE f.case_id = r.case_id AND f.purpose = 'after')`,
    ],
  ])('%s', async (_, broken) => {
    const { rows } = await client.query(broken, [app.clock.now()])
    expect(rows).toHaveLength(0)
  })

  it('let the clocks go on where the history ends', async () => {
    const before = await only<{ events: number }>('SELECT count(*)::int AS events FROM case_events')
    await app.deliver()
    expect(await only('SELECT count(*)::int AS events FROM case_events')).toEqual(before)
  })

  it('are told again by the same seed at the same hour', async () => {
    const other = await openTestDatabase()
    const second = new pg.Client(other.ownerUrl)
    await second.connect()
    const print = `SELECT md5(string_agg(concat_ws('|', id, number, state, place_label, description, assignee_id, due_at, closed_at, version), ',' ORDER BY id)) AS print FROM cases`
    try {
      await demonstrate(second, { now: app.clock.now(), store: null })
      expect((await second.query(print)).rows).toEqual((await client.query(print)).rows)
    } finally {
      await second.end()
      await other.close()
    }
  }, 60_000)
})
