import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ComplaintStory } from '../../../test/complaint-story.ts'
import type { Person } from '../../../test/person.ts'
import { routesOf } from '../../../test/routes/all-routes.ts'

let app: TestApp
let story: ComplaintStory

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  story = await ComplaintStory.begin(app)
})

/** What would tell who the resident is. */
async function marksOf(resident: Person): Promise<string[]> {
  const { rows } = await app.owner.query<{ name: string; phone: string; label: string }>(
    `SELECT r.name, r.phone, u.label FROM residents r, units u WHERE r.id = $1 AND u.id = $2`,
    [resident.residentId, resident.unitId],
  )
  const { name, phone, label } = rows[0]!
  return [name, phone, label, resident.accountId!, resident.residentId, resident.unitId, resident.openid!]
}

/** How often each mark stands in everything this person can read here, the complaint's id in every place for an id. */
async function countIn(person: Person, complaintId: string, marks: readonly string[]): Promise<Record<string, number>> {
  const lists = routesOf(app.nest, { paths: {} } as never).filter(
    ({ method, path }) => method === 'GET' && !path.endsWith('live'),
  )
  const counts: Record<string, number> = Object.fromEntries(marks.map((mark) => [mark, 0]))
  for (const { path } of lists) {
    const filled = path
      .replace('/api', '')
      .replace('{communityId}', story.community.id)
      .replace(/\{\w+\}/g, complaintId)
    for (const query of path.endsWith('/search') || path.endsWith('/complaints')
      ? marks.slice(0, 3).map((mark) => `?query=${mark}`)
      : ['']) {
      const { text } = await person.get(encodeURI(filled + query))
      for (const mark of marks) counts[mark]! += text.split(mark).length - 1
    }
  }
  return counts
}

describe('a complaint without a name', () => {
  it('[COM-06] tells nobody who handles it who wrote it, by whatever they may read, and both write to each other', async () => {
    const marks = await marksOf(story.resident)
    const people = [story.handler, story.manager]
    const nothing = '019aa000-0000-7000-8000-000000000000'
    const before = []
    for (const person of people) before.push(await countIn(person, nothing, marks))
    const photo = await story.resident.photo(story.community.id)
    const complaint = await story.report({ anonymous: true, fileIds: [photo] })
    await story.act(story.desk, complaint, 'assign', { staffId: story.handler.staffId })
    await story.act(story.handler, complaint, 'investigate', { note: '想了解具体时间' })
    const reply = await story.resident.photo(story.community.id)
    await story.act(story.resident, complaint, 'talk', { text: '每晚八点', fileIds: [reply] })
    await story.act(story.handler, complaint, 'propose', { solution: '每晚巡查' })
    await story.act(story.resident, complaint, 'accept-solution')
    await story.act(story.handler, complaint, 'finish', { result: '已排班', fileIds: [] })
    await story.act(story.resident, complaint, 'rate', { rating: 5 })
    const after = []
    for (const person of people) after.push(await countIn(person, complaint.id, marks))
    expect(after).toEqual(before)
    const seen = await story.read(story.handler, complaint)
    expect(seen).toMatchObject({ reporterName: '匿名住户', anonymous: true, reporterPhoneMasked: null, mine: false, rating: 5 })
    expect(seen.timeline.filter(({ actorRole }) => actorRole === 'resident').map(({ actorName }) => actorName)).toEqual(
      Array(4).fill('匿名住户'),
    )
    expect((await story.read(story.resident, complaint)).mine).toBe(true)
    expect((await story.resident.get('/me/complaints').expect(200)).body).toMatchObject({ items: [{ id: complaint.id }] })
  }, 240_000)

  it('[COM-06] leaves no row of the database that names both it and its author', async () => {
    const photo = await story.resident.photo(story.community.id)
    const complaint = await story.report({ anonymous: true, fileIds: [photo] })
    await story.act(story.desk, complaint, 'assign', { staffId: story.handler.staffId })
    await story.act(story.resident, complaint, 'talk', { text: '每晚八点', fileIds: [] })
    const marks = await marksOf(story.resident)
    const { rows: tables } = await app.owner.query<{ name: string }>(
      `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    for (const { name } of tables) {
      const { rows } = await app.owner.query(
        `SELECT t::text FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' AND t::text LIKE ANY (SELECT '%' || m || '%' FROM unnest($2::text[]) m)`,
        [complaint.id, marks],
      )
      expect({ name, rows }).toEqual({ name, rows: [] })
    }
    const { rows: messages } = await app.owner.query('SELECT 1 FROM messages WHERE account_id = $1', [story.resident.accountId])
    expect(messages).toEqual([])
    const { rows: files } = await app.owner.query('SELECT uploaded_by FROM files WHERE id = $1', [photo])
    expect(files).toEqual([{ uploaded_by: complaint.id }])
    const { rows: entries } = await app.owner.query(
      `SELECT DISTINCT actor_id, actor_name, address FROM audit_entries WHERE subject_id = $1 AND actor_kind = 'resident'`,
      [complaint.id],
    )
    expect(entries).toEqual([{ actor_id: null, actor_name: '匿名住户', address: null }])
  })

  it('[COM-06] is made once, however often the phone asks', async () => {
    const told = story.told({ anonymous: true })
    const key = '0f6f7f0e-1111-4222-8333-444455556666'
    const { body: first } = await story.resident.post(story.path, told, key).expect(201)
    const { body: again } = await story.resident.post(story.path, told, key)
    expect(again).toEqual(first)
  })

  it('[COM-06] is opened by two who do not handle it, with a reason, and it is told', async () => {
    const complaint = await story.report({ anonymous: true })
    await story.act(story.desk, complaint, 'assign', { staffId: story.handler.staffId })
    const ask = `${story.path}/${complaint.id}/unsealings`
    const reason = '投诉内容涉及人身威胁，公安要求提供'
    await story.supervisor.post(ask, { reason }).expect(403)
    const { body } = await story.manager.post(ask, { reason }).expect(201)
    const open = `/communities/${story.community.id}/complaint-unsealings/${(body as { id: string }).id}/open`
    await story.manager.post(open).expect(403)
    await story.handler.post(open).expect(403)
    const [name, phone, unitLabel] = await marksOf(story.resident)
    expect((await story.company.post(open).expect(200)).body).toEqual({ name, phone, unitLabel })
    expect((await story.manager.post(open).expect(200)).body).toEqual({ name, phone, unitLabel })
    const { rows } = await app.owner.query(
      `SELECT action, actor_name, after ->> 'reason' AS reason FROM audit_entries WHERE subject_id = $1 AND action LIKE '%seal%' ORDER BY id`,
      [complaint.id],
    )
    expect(rows).toEqual([
      { action: 'complaints.ask-unsealing', actor_name: story.manager.name, reason },
      { action: 'complaints.open-seal', actor_name: story.company.name, reason },
      { action: 'complaints.open-seal', actor_name: story.manager.name, reason },
    ])
    const seen = await story.read(story.resident, complaint)
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(['opened', 'assign', 'unsealing-asked', 'unsealed'])
    app.clock.advance({ hours: 25 })
    await story.company.post(open).expect(409)
    const { rows: kept } = await app.owner.query('SELECT body FROM idempotency_keys WHERE body::text LIKE $1', [`%${phone!}%`])
    expect(kept).toEqual([])
  })

  it('[COM-06] that has a name has nothing to open', async () => {
    const complaint = await story.report()
    await story.manager.post(`${story.path}/${complaint.id}/unsealings`, { reason: '想看看是谁写的' }).expect(409)
  })
})
