import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { ComplaintView, Page, Problem, PublicChange, RepairView, TellingReach } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { answered, ImprovementStory } from '../../../test/improvement-story.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let story: ImprovementStory

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  story = await ImprovementStory.begin(app)
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const wish = (more: object = {}) => ({ said: '厨房总漏水', changed: '立管全部换新', fileIds: [], ...more })
const changes = (person: Person, query = '') => answered<Page<PublicChange>>(person.get(`/me/changes${query}`))
const reach = (id: string) => answered<TellingReach>(story.manager.get(`${story.path}/improvements/${id}/telling-reach`))
const told = async (person: Person) => (await story.inboxOf(person)).filter(({ kind }) => kind.endsWith('.improved'))

async function done(causeId: string): Promise<string> {
  const item = await story.opened(causeId)
  await story.act(item.id, 'finish')
  return item.id
}

describe('telling those who said so', () => {
  it('[IMP-04] reaches everyone who reported a linked case once, and stands on the timeline of each case', async () => {
    const aged = await story.causeId('管道老化')
    const mine = await story.leaks(2, aged)
    await story.leaks(1, aged, story.neighbour)
    const id = await done(aged)
    expect(await reach(id)).toEqual({ people: 2, cases: 3, onTimelineOnly: 0 })
    const after = await story.act(id, 'tell', wish())
    await app.deliver()
    expect((await story.read(id)).telling).toMatchObject({ told: 2, state: 'published', toldByName: story.manager.name })
    for (const person of [story.resident, story.neighbour])
      expect(await told(person)).toMatchObject([{ title: '因为您说了，我们改了：更换老化立管', body: '立管全部换新' }])
    for (const caseId of mine) {
      const view = await answered<RepairView>(story.resident.get(`${story.path}/repairs/${caseId}`))
      expect(view.timeline.at(-1)).toMatchObject({ kind: 'improved', text: '因为您说了，我们改了：立管全部换新' })
    }
    expect((await changes(story.resident, `?caseId=${mine[0]!}`)).items.map((change) => change.id)).toEqual([id])
    expect((await changes(story.neighbour, `?caseId=${mine[0]!}`)).items).toEqual([])
    const again = await story.manager.post(`${story.path}/improvements/${id}/tell`, { ...wish(), version: after.version })
    expect(codeOf(again)).toBe('IMPROVEMENT_TOLD')
  })

  it('[IMP-04] waits until something has changed', async () => {
    const aged = await story.causeId('管道老化')
    await story.leaks(1, aged)
    const item = await story.opened(aged)
    const early = await story.manager.post(`${story.path}/improvements/${item.id}/tell`, { ...wish(), version: 1 })
    expect(codeOf(early)).toBe('IMPROVEMENT_STATE')
  })

  it('[IMP-04] never pushes to who complained without a name; they read it on their case', async () => {
    const cause = await story.causeId('违停管理不到位')
    const named = await story.complaint(story.neighbour)
    const unnamed = await story.complaint(story.resident, { anonymous: true })
    for (const id of [named, unnamed]) await answered(story.name(id, cause))
    const before = await app.owner.query('SELECT * FROM complaint_authors WHERE case_id = $1', [unnamed])
    const id = await done(cause)
    expect(await reach(id)).toEqual({ people: 1, cases: 2, onTimelineOnly: 1 })
    await story.act(id, 'tell', wish())
    await app.deliver()
    expect(await told(story.resident)).toEqual([])
    expect(await told(story.neighbour)).toHaveLength(1)
    const { rows } = await app.owner.query(
      `SELECT 1 FROM messages WHERE account_id = $1 OR case_id = $2 OR recipient_name = $3`,
      [story.resident.accountId, unnamed, story.resident.name],
    )
    expect(rows).toEqual([])
    const view = await answered<ComplaintView>(story.resident.get(`${story.path}/complaints/${unnamed}`))
    expect(view.timeline.at(-1)!.text).toBe('因为您说了，我们改了：立管全部换新')
    const after = await app.owner.query('SELECT * FROM complaint_authors WHERE case_id = $1', [unnamed])
    expect(after.rows).toEqual(before.rows)
    const trace = await app.owner.query<{ found: string }>(
      `SELECT to_jsonb(e)::text AS found FROM improvement_events e WHERE improvement_id = $1
       UNION ALL SELECT to_jsonb(a)::text FROM audit_entries a WHERE subject_id = $1
       UNION ALL SELECT to_jsonb(t)::text FROM improvement_tellings t WHERE improvement_id = $1`,
      [id],
    )
    for (const { found } of trace.rows)
      for (const word of [story.resident.accountId!, story.resident.residentId, story.resident.name])
        expect(found).not.toContain(word)
  })

  it('[IMP-04] does not reach who has moved out', async () => {
    const aged = await story.causeId('管道老化')
    await story.leaks(1, aged)
    const id = await done(aged)
    await app.owner.query('UPDATE residencies SET valid_until = $2 WHERE resident_id = $1', [
      story.resident.residentId,
      '2026-11-20',
    ])
    expect(await reach(id)).toEqual({ people: 0, cases: 1, onTimelineOnly: 1 })
    await story.act(id, 'tell', wish())
    const { rows } = await app.owner.query(`SELECT 1 FROM messages WHERE account_id = $1 AND kind = 'repair.improved'`, [
      story.resident.accountId,
    ])
    expect(rows).toEqual([])
  })
})

describe('what was changed because of what was said', () => {
  it('[IMP-04] is read by every resident of the community, page by page, with the figures once they are measured', async () => {
    const aged = await story.causeId('管道老化')
    await story.leaks(3, aged)
    const first = await done(aged)
    const photo = await story.manager.photo(story.community.id)
    await story.act(first, 'tell', wish({ fileIds: [photo] }))
    app.clock.advance({ minutes: 10 * 24 * 60 })
    await story.act(first, 'check', { effective: true, note: '好' })
    const second = await done(aged)
    await story.act(second, 'tell', wish({ said: '楼道灯暗' }))
    const newcomer = await app.world.resident(story.community)
    const page = await changes(newcomer, '?limit=1')
    expect(page.items).toMatchObject([{ said: '楼道灯暗', figureBefore: null, figureAfter: null }])
    const rest = await changes(newcomer, `?limit=1&cursor=${page.nextCursor!}`)
    expect(rest).toMatchObject({
      items: [{ title: '更换老化立管', said: '厨房总漏水', changed: '立管全部换新', cases: 3, figureBefore: 3, figureAfter: 0 }],
      nextCursor: null,
    })
    expect(rest.items[0]!.files).toHaveLength(1)
    expect(JSON.stringify(rest)).not.toContain(story.resident.name)
    const elsewhere = await app.world.resident(await app.world.community({ companyId: story.community.companyId }))
    expect((await changes(elsewhere)).items).toEqual([])
    expect((await changes(elsewhere, `?communityId=${story.community.id}`)).items).toEqual([])
    expect((await changes(await app.world.stranger())).items).toEqual([])
  })

  it('[IMP-04] is changed, taken back and put out again by the office, and nobody is told twice', async () => {
    const aged = await story.causeId('管道老化')
    await story.leaks(1, aged)
    const id = await done(aged)
    await story.act(id, 'tell', wish())
    await story.act(id, 'telling', wish({ changed: '立管和支管都换了' }))
    expect((await changes(story.neighbour)).items).toMatchObject([{ changed: '立管和支管都换了' }])
    const gone = await story.act(id, 'withdraw-telling')
    expect(gone.telling).toMatchObject({ state: 'withdrawn' })
    expect((await changes(story.neighbour)).items).toEqual([])
    await story.act(id, 'telling', wish())
    expect((await changes(story.neighbour)).items).toHaveLength(1)
    expect(await told(story.resident)).toHaveLength(1)
    const stale = await story.manager.put(`${story.path}/improvements/${id}/telling`, { ...wish(), version: 1 })
    expect(codeOf(stale)).toBe('STALE_VERSION')
    const foreign = await story.resident.photo(story.community.id)
    const { version } = await story.read(id)
    const taken = { ...wish({ fileIds: [foreign] }), version }
    expect((await story.manager.put(`${story.path}/improvements/${id}/telling`, taken)).status).toBe(404)
  })
})
