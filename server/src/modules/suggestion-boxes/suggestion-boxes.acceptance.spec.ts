import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BoxPost, SuggestionBox } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { BoxOffice } from '../../../test/box-office.ts'
import { WatchBoxes } from './index.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const watch = () => app.nest.get(WatchBoxes).run()
const boxNews = async (office: BoxOffice, person = office.story.desk) => {
  await app.deliver()
  return (await office.story.inboxOf(person)).filter((kind) => kind.startsWith('box.'))
}

describe('suggestion boxes', () => {
  it('[COM-05] are set up with a place, who answers for them and an interval, the standard’s where none is said', async () => {
    const office = await BoxOffice.open(app)
    expect(office.box).toMatchObject({ state: 'waiting', intervalDays: 7, everyDays: null, dueOn: '2026-11-28', slipsLeft: 0 })
    const [seen] = await office.boxes()
    expect(seen).toMatchObject({ id: office.box.id, mine: true, lastEmptiedAt: null })
    const { supervisor, desk } = office.story
    const path = `${office.here}/suggestion-boxes`
    const posts = (await supervisor.get(`${path}/posts`).expect(200)).body as BoxPost[]
    expect(posts.find(({ id }) => id === office.box.postId)!.people).toEqual([{ id: desk.staffId, name: desk.name }])
    const wish = { name: office.box.name, place: '地库', postId: office.box.postId }
    expect(codeOf(await supervisor.post(path, wish).expect(409))).toBe('DUPLICATE')
    await desk.post(path, { ...wish, name: '地库意见箱' }).expect(403)
    await supervisor.post(path, { ...wish, name: '地库意见箱', staffId: office.story.handler.staffId }).expect(404)
    const elsewhere = await BoxOffice.open(app)
    await supervisor.post(path, { ...wish, name: '地库意见箱', postId: elsewhere.box.postId }).expect(404)
    const byName = { ...wish, name: '地库意见箱', staffId: desk.staffId, everyDays: 3 }
    expect((await supervisor.post(path, byName).expect(201)).body).toMatchObject({ staffName: desk.name, dueOn: '2026-11-24' })
  })

  it('[COM-05] are changed, taken out of use and into use again, each at the version that was seen', async () => {
    const office = await BoxOffice.open(app)
    const { supervisor, desk } = office.story
    const { id, name, place, postId, version } = office.box
    const path = `${office.here}/suggestion-boxes/${id}`
    const put = (more: object) => supervisor.put(path, { name, place, postId, retired: false, version, ...more })
    const retired = (await put({ retired: true }).expect(200)).body as SuggestionBox
    expect(retired).toMatchObject({ state: 'retired', version: version + 1 })
    expect(codeOf(await put({}))).toBe('STALE_VERSION')
    expect(await office.boxes()).toEqual([])
    const all = (await desk.get(`${office.here}/suggestion-boxes?retired=true`).expect(200)).body as SuggestionBox[]
    expect(all).toHaveLength(1)
    const opening = { openedAt: app.clock.now().toISOString(), witness: '林女士', slips: 0, fileIds: [] }
    expect(codeOf(await desk.post(`${path}/openings`, opening))).toBe('BOX_RETIRED')
    app.clock.advance({ days: 30 })
    const back = (await put({ version: retired.version, everyDays: 14 }).expect(200)).body as SuggestionBox
    expect(back).toMatchObject({ state: 'waiting', intervalDays: 14, dueOn: '2027-01-04' })
  })

  it('[COM-05] tell the responsible once when due and once when late, on however many servers', async () => {
    const office = await BoxOffice.open(app)
    const other = await app.replica()
    const twice = () => Promise.all([watch(), other.get(WatchBoxes).run(), watch()])
    await twice()
    expect(await boxNews(office)).toEqual([])
    app.clock.set('2026-11-28T00:30:00Z')
    await twice()
    await twice()
    expect(await boxNews(office)).toEqual(['box.due'])
    expect((await office.boxes())[0]).toMatchObject({ state: 'due' })
    app.clock.set('2026-11-29T00:30:00Z')
    await twice()
    app.clock.set('2026-11-30T00:30:00Z')
    await twice()
    expect((await boxNews(office)).sort()).toEqual(['box.due', 'box.late'])
    expect((await office.boxes())[0]).toMatchObject({ state: 'late' })
    expect(await boxNews(office, office.story.handler)).toEqual([])
    await office.empty(0)
    expect((await office.boxes())[0]).toMatchObject({ state: 'waiting', dueOn: '2026-12-07' })
    app.clock.set('2026-12-07T00:30:00Z')
    await twice()
    expect((await boxNews(office)).sort()).toEqual(['box.due', 'box.due', 'box.late'])
    await other.close()
  })

  it('[COM-05] out of use tell nobody', async () => {
    const office = await BoxOffice.open(app)
    const { id, name, place, postId, version } = office.box
    const off = { name, place, postId, version, retired: true }
    await office.story.supervisor.put(`${office.here}/suggestion-boxes/${id}`, off).expect(200)
    app.clock.set('2026-11-30T00:30:00Z')
    await watch()
    expect(await boxNews(office)).toEqual([])
  })
})

describe('emptying a box', () => {
  it('[COM-05] is done when as many slips are registered as were counted, each a complaint like any other', async () => {
    const office = await BoxOffice.open(app)
    const photo = await office.story.desk.photo(office.story.community.id)
    const opening = await office.empty(3, { fileIds: [photo], note: '箱体完好' })
    expect(opening).toMatchObject({ slips: 3, registered: 0, done: false, witness: '业主代表 林女士', files: [{ id: photo }] })
    const unnamed = await office.register(opening)
    const contact = { name: '王先生', phone: '13912345678' }
    const named = await office.register(opening, { sort: 'complaint', category: 'noise', complainant: contact })
    expect((await office.boxes())[0]).toMatchObject({ slipsLeft: 1, openingId: opening.id })
    const path = `${office.here}/box-openings/${opening.id}/unreadable-slips`
    await office.story.desk.post(path, { reason: '被雨水浸湿，字迹无法辨认' }).expect(204)
    const seen = await office.read(opening)
    expect(seen).toMatchObject({ registered: 3, done: true })
    expect(seen.items.map(({ ordinal, number }) => [ordinal, number])).toEqual([
      [1, unnamed.number],
      [2, named.number],
      [3, null],
    ])
    expect(seen.items[2]!.unreadableBecause).toContain('雨水')
    const read = await office.story.read(office.story.supervisor, unnamed)
    expect(read).toMatchObject({ channel: 'suggestion-box', sort: 'suggestion', reporterName: '未留名', anonymous: false })
    expect(await office.story.read(office.story.supervisor, named)).toMatchObject({ reporterName: '王先生' })
    expect((await office.boxes())[0]).toMatchObject({ slipsLeft: 0, openingId: null })
  })

  it('[COM-05] takes no more slips than were counted, however many are registered at once', async () => {
    const office = await BoxOffice.open(app)
    const opening = await office.empty(2)
    const path = `${office.here}/box-openings/${opening.id}/slips`
    const answers = await Promise.all(Array.from({ length: 6 }, () => office.story.desk.post(path, office.slip())))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409])
    const seen = await office.read(opening)
    expect(seen).toMatchObject({ slips: 2, registered: 2, done: true })
    expect(seen.items.map(({ ordinal }) => ordinal)).toEqual([1, 2])
    const { body } = await office.story.desk.get(`${office.story.path}?state=registered`).expect(200)
    expect((body as { items: unknown[] }).items).toHaveLength(2)
  })

  it('[COM-05] with no slips is an opening too, and a miscount is set right with its reason', async () => {
    const office = await BoxOffice.open(app)
    expect(await office.empty(0)).toMatchObject({ slips: 0, done: true })
    const opening = await office.empty(3)
    await office.register(opening)
    const { version } = await office.read(opening)
    const count = (slips: number, at = version) =>
      office.story.desk.put(`${office.here}/box-openings/${opening.id}/count`, { slips, reason: '两张是同一份', version: at })
    expect(codeOf(await count(0))).toBe('SLIPS_FEWER')
    expect(codeOf(await count(2, 1))).toBe('STALE_VERSION')
    expect((await count(1).expect(200)).body).toMatchObject({ slips: 1, registered: 1, done: true })
    const list = async (query: string) => {
      const { body } = await office.story.desk.get(`${office.here}/box-openings${query}`).expect(200)
      return (body as { items: { slips: number }[] }).items.map(({ slips }) => slips)
    }
    expect(await list('')).toEqual([1, 0])
    expect(await list('?unfinished=true')).toEqual([])
    await office.empty(5)
    expect(await list(`?unfinished=true&boxId=${office.box.id}`)).toEqual([5])
  })

  it('[COM-05] says what is wrong with an opening, and knows nothing of another community’s', async () => {
    const office = await BoxOffice.open(app)
    const { desk, handler } = office.story
    const path = `${office.here}/suggestion-boxes/${office.box.id}/openings`
    const opening = { openedAt: '2026-12-24T00:00:00Z', witness: '林女士', slips: 1, fileIds: [] }
    expect(codeOf(await desk.post(path, opening))).toBe('OPENING_IN_FUTURE')
    const aheadOfUs = new Date(app.clock.now().getTime() + 60_000).toISOString()
    const accepted = await desk.post(path, { ...opening, openedAt: aheadOfUs }).expect(201)
    expect(accepted.body).toMatchObject({ openedAt: app.clock.now().toISOString() })
    await desk.post(path, { ...opening, witness: '' }).expect(400)
    await desk.post(path, { ...opening, slips: -1 }).expect(400)
    const foreign = await handler.photo(office.story.community.id)
    await desk.post(path, { ...opening, openedAt: app.clock.now().toISOString(), fileIds: [foreign] }).expect(404)
    await handler.post(path, opening).expect(403)
    const elsewhere = await BoxOffice.open(app)
    const theirs = await elsewhere.empty(1)
    await desk.get(`${office.here}/box-openings/${theirs.id}`).expect(404)
    await desk.post(`${office.here}/box-openings/${theirs.id}/slips`, office.slip()).expect(404)
    await office.story.resident.get(`${office.here}/suggestion-boxes`).expect(403)
  })
})
