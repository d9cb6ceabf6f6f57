import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Logger, PinoLogger } from 'nestjs-pino'
import { pino } from 'pino'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ComplaintStory } from '../../../test/complaint-story.ts'
import { DEVICE, photo } from '../../../test/media.ts'
import type { Person } from '../../../test/person.ts'
import { routesOf } from '../../../test/routes/all-routes.ts'
import { WorkerDatabase } from '../../platform/database/index.ts'
import { LiveFeed } from '../../platform/live/index.ts'
import { PrivacyWatch } from '../privacy/index.ts'

let app: TestApp
let story: ComplaintStory
const lines: string[] = []

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'info' })
  app.nest.useLogger(app.nest.get(Logger))
  const root = PinoLogger.root as unknown as Record<symbol, unknown>
  root[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) }
})
afterAll(async () => {
  app.nest.useLogger(false)
  await app.close()
})
beforeEach(async () => {
  story = await ComplaintStory.begin(app)
})

/** A complaint without a name on its whole way, with photos of its author on it. */
async function written(): Promise<{ id: string; files: string[] }> {
  const file = await story.resident.photo(story.community.id)
  const { id } = await story.report({ anonymous: true, fileIds: [file] })
  await story.act(story.desk, { id }, 'assign', { staffId: story.handler.staffId })
  await story.act(story.handler, { id }, 'investigate', { note: '请问是几点' })
  const reply = await story.resident.photo(story.community.id)
  await story.act(story.resident, { id }, 'talk', { text: '每晚八点', fileIds: [reply] })
  await story.act(story.handler, { id }, 'propose', { solution: '每晚巡查' })
  return { id, files: [file, reply] }
}

async function marksOf(resident: Person): Promise<string[]> {
  const { rows } = await app.owner.query<{ name: string; phone: string }>('SELECT name, phone FROM residents WHERE id = $1', [
    resident.residentId,
  ])
  return [rows[0]!.name, rows[0]!.phone, resident.accountId!, resident.residentId, resident.unitId, resident.openid!]
}

/** What everything that can be asked about the household and its people answers a reader who may read everything. */
async function everythingAbout(resident: Person, reader: Person): Promise<Record<string, string>> {
  const asked = routesOf(app.nest, { paths: {} } as never).filter(({ method, isStream }) => method === 'GET' && !isStream)
  const answers: Record<string, string> = {}
  for (const { path } of asked) {
    const here = path.replace('/api', '').replace('{communityId}', story.community.id)
    const about = here.includes('{')
      ? [resident.unitId, resident.residentId].map((id) => here.replace(/\{\w+\}/g, id))
      : [`${here}?actor=${resident.accountId!}`, `${here}?subject=${resident.residentId}`, `${here}?unitId=${resident.unitId}`]
    for (const question of about) answers[question] = (await reader.get(question)).text.replace(/"traceId":"\w+"/, '')
  }
  return answers
}

describe('who handles a complaint without a name and wants to learn who wrote it', () => {
  it('[COM-06] sees nothing change about the household: no list, number, search or log of its own tells of it', async () => {
    const before = await everythingAbout(story.resident, story.manager)
    await written()
    const after = await everythingAbout(story.resident, story.manager)
    const changed = Object.keys(before).filter((question) => before[question] !== after[question])
    expect(changed.filter((question) => !question.includes('?'))).toEqual([])
    for (const question of changed) for (const mark of await marksOf(story.resident)) expect(after[question]).not.toContain(mark)
  }, 240_000)

  it('[COM-06] sees no phone ring: nothing is sent to its author, and what is told live names nobody', async () => {
    const feed: string[] = []
    const listening = app.nest
      .get(LiveFeed)
      .of(story.community.id)
      .subscribe((news) => feed.push(JSON.stringify(news)))
    const { id } = await written()
    await story.act(story.resident, { id }, 'reject-solution', { reason: '还是有车' })
    await app.deliver()
    listening.unsubscribe()
    const { rows } = await app.owner.query(
      `SELECT m.kind FROM messages m WHERE m.account_id = $1 UNION ALL SELECT d.channel FROM deliveries d
       JOIN messages m ON m.community_id = d.community_id AND m.id = d.message_id WHERE m.account_id = $1`,
      [story.resident.accountId],
    )
    expect(rows).toEqual([])
    for (const mark of await marksOf(story.resident)) expect(feed.join()).not.toContain(mark)
  })

  it('[COM-06] finds no row, in no table, that joins it, its photos, its traces or its numbers with the author', async () => {
    const { id, files } = await written()
    const { rows: traces } = await app.owner.query<{ id: string }>(
      `SELECT trace_id AS id FROM audit_entries WHERE subject_id = $1 AND actor_kind = 'resident'
       UNION SELECT e.id::text FROM case_events e WHERE e.case_id = $1 UNION SELECT number FROM cases WHERE id = $1`,
      [id],
    )
    const ofIt = [id, ...files, ...traces.map((trace) => trace.id)]
    const { rows: tables } = await app.owner.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname IN ('public', 'pgboss')`,
    )
    const marks = await marksOf(story.resident)
    for (const { name } of tables) {
      const { rows } = await app.owner.query(
        `SELECT t::text FROM ${name} t WHERE EXISTS (SELECT FROM unnest($1::text[]) a WHERE strpos(t::text, a) > 0)
           AND EXISTS (SELECT FROM unnest($2::text[]) m WHERE strpos(t::text, m) > 0)`,
        [ofIt, marks],
      )
      expect({ name, rows }).toEqual({ name, rows: [] })
    }
  })

  it('[COM-06] cannot follow a trace: one that a phone sends with all it does is not the one of its complaint', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const send = (anonymous: boolean) =>
      request(app.url)
        .post(`/api${story.path}`)
        .set({ authorization: `Bearer ${story.resident.token}`, 'idempotency-key': randomUUID(), traceparent })
        .send(story.told({ anonymous }))
        .expect(201)
    const [named, unnamed] = [await send(false), await send(true)]
    const traceOf = async (answer: { body: unknown }) => {
      const { rows } = await app.owner.query<{ trace_id: string }>('SELECT trace_id FROM audit_entries WHERE subject_id = $1', [
        (answer.body as { id: string }).id,
      ])
      return rows[0]!.trace_id
    }
    expect(await traceOf(named)).toBe('0af7651916cd43dd8448eb211c80319c')
    expect(await traceOf(unnamed)).not.toBe('0af7651916cd43dd8448eb211c80319c')
  })

  it('[COM-06] reads nothing of it in the log of the program', async () => {
    lines.length = 0
    const { id } = await written()
    expect(lines.filter((line) => line.includes(id)).length).toBeGreaterThan(3)
    const marks = await marksOf(story.resident)
    expect(lines.filter((line) => marks.some((mark) => line.includes(mark)))).toEqual([])
    expect(lines.filter((line) => line.includes(id) && /127\.0\.0\.1|::1/.test(line))).toEqual([])
  })

  it('[COM-06] gets a photo without where and with what it was taken, nor its name', async () => {
    const answer = await request(app.url)
      .post('/api/files')
      .set({ authorization: `Bearer ${story.resident.token}`, 'idempotency-key': randomUUID() })
      .field('communityId', story.community.id)
      .attach('file', await photo({ width: 64, height: 40 }), '林晓梅的手机.jpg')
    const complaint = await story.report({ anonymous: true, fileIds: [(answer.body as { id: string }).id] })
    const { files } = await story.read(story.desk, complaint)
    const { pathname, search } = new URL(files[0]!.url)
    const shown = await request(app.url).get(`${pathname}${search}`).buffer(true).expect(200)
    expect((shown.body as Buffer).includes(DEVICE)).toBe(false)
    expect(JSON.stringify([files, shown.headers])).not.toMatch(/林晓梅|filename/)
  })
})

describe('who keeps what is known', () => {
  it('[COM-06] the author’s own copy, and the one a desk hands over, do not name the complaint', async () => {
    const { id } = await written()
    await story.resident.post('/me/privacy-requests', { kind: 'export' }).expect(201)
    await app.deliver()
    const { rows } = await app.owner.query<{ id: string }>('SELECT id FROM privacy_requests WHERE account_id = $1', [
      story.resident.accountId,
    ])
    const { body } = await story.resident.get(`/me/privacy-requests/${rows[0]!.id}/links`).expect(200)
    const { pathname, search } = new URL((body as { jsonUrl: string }).jsonUrl)
    const copy = await request(app.url).get(`${pathname}${search}`).buffer(true).expect(200)
    expect(copy.text ?? String(copy.body)).not.toContain(id)
  })

  it('[COM-06] who is forgotten is forgotten here: neither waiting nor counting tells of it, and the seal is destroyed', async () => {
    const { id } = await written()
    const { body } = await story.resident.post('/me/privacy-requests', { kind: 'deletion' }).expect(201)
    app.clock.advance({ days: 8 })
    await app.nest.get(PrivacyWatch).run()
    await app.deliver()
    const { rows } = await app.owner.query<{ erased: Record<string, number> }>(
      `SELECT after -> 'erased' AS erased FROM audit_entries WHERE subject_id = $1 AND after ->> 'state' = 'done'`,
      [(body as { id: string }).id],
    )
    expect(rows).toHaveLength(1)
    expect(Object.keys(rows[0]!.erased).filter((table) => /complaint|case|files/.test(table))).toEqual([])
    const { rows: sealed } = await app.owner.query('SELECT 1 FROM complaint_authors WHERE case_id = $1', [id])
    expect(sealed).toEqual([])
    expect(await story.read(story.manager, { id })).toMatchObject({ id, anonymous: true, reporterName: '匿名住户' })
    const ask = await story.manager.post(`${story.path}/${id}/unsealings`, { reason: '公安机关要求提供' }).expect(201)
    const open = `/communities/${story.community.id}/complaint-unsealings/${(ask.body as { id: string }).id}/open`
    expect((await story.company.post(open).expect(200)).body).toEqual({ name: '已注销用户', phone: null, unitLabel: '' })
  })

  it('[COM-06] the worker and who signs people in may not read the sealed authors, and nobody outside the community', async () => {
    await written()
    const worker = app.nest.get(WorkerDatabase)
    await expect(worker.run('SELECT sealed FROM complaint_authors', [])).rejects.toThrow(/permission denied/)
    const { rows } = await app.owner.query<{ role: string; reads: boolean }>(
      `SELECT r AS role, has_table_privilege(r, 'complaint_authors', 'SELECT') AS reads FROM unnest('{yinuo_app,yinuo_worker,yinuo_identity}'::text[]) r`,
    )
    expect(rows.filter(({ reads }) => reads).map(({ role }) => role)).toEqual(['yinuo_app'])
  })
})

describe('opening the seal', () => {
  const ask = (person: Person, id: string) => person.post(`${story.path}/${id}/unsealings`, { reason: '公安机关要求提供' })
  const open = (person: Person, asked: { body: unknown }) =>
    person.post(`/communities/${story.community.id}/complaint-unsealings/${(asked.body as { id: string }).id}/open`)

  it('[COM-06] is not for who handles it, nor for who did until a moment ago', async () => {
    const { id } = await story.report({ anonymous: true })
    await story.act(story.desk, { id }, 'assign', { staffId: story.manager.staffId })
    await ask(story.manager, id).expect(403)
    await story.act(story.desk, { id }, 'assign', { staffId: story.handler.staffId })
    await ask(story.manager, id).expect(403)
    const asked = await ask(story.company, id).expect(201)
    await open(story.manager, asked).expect(403)
  })

  it('[COM-06] makes nobody a handler who saw what it holds', async () => {
    const { id } = await story.report({ anonymous: true })
    const asked = await ask(story.manager, id).expect(201)
    await open(story.company, asked).expect(200)
    const { version } = await story.read(story.desk, { id })
    for (const person of [story.manager, story.company]) {
      const refused = await story.desk.post(`${story.path}/${id}/assign`, { version, staffId: person.staffId })
      expect(refused.body).toMatchObject({ code: 'COMPLAINT_HANDLER_KNOWS' })
    }
    await story.act(story.desk, { id }, 'assign', { staffId: story.handler.staffId })
    await open(story.manager, asked).expect(200)
  })
})

describe('an author who works here too', () => {
  it('[COM-06] is nobody as the author and themselves as the office, with the photos of their one phone', async () => {
    const { resident, desk } = story
    await app.owner.query('UPDATE staff SET account_id = $2 WHERE id = $1', [desk.staffId, resident.accountId])
    const file = await resident.photo(story.community.id)
    const { id } = await story.report({ anonymous: true, fileIds: [file] })
    await story.act(resident, { id }, 'talk', { text: '是我写的', fileIds: [] })
    await story.act(resident, { id }, 'assign', { staffId: story.handler.staffId })
    const { timeline } = await story.read(story.handler, { id })
    expect(timeline.map(({ kind, actorName }) => [kind, actorName])).toEqual([
      ['opened', '匿名住户'],
      ['talk', '匿名住户'],
      ['assign', desk.name],
    ])
  })
})
