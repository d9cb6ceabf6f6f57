import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ContactSheet, HotlineCall } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { BoxOffice } from '../../../test/box-office.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function callsOf(office: BoxOffice, query = '', person = office.story.desk): Promise<HotlineCall[]> {
  const { body } = await person.get(`${office.here}/hotline-calls${query}`).expect(200)
  return (body as { items: HotlineCall[] }).items
}

const asked = { name: '林晓梅', phone: '13800001111', question: '物业费怎么交？', answer: '小程序“缴费”里可以交，前台也收。' }

async function threeCalls(office: BoxOffice) {
  const { desk, resident } = office.story
  const place = { kind: 'unit', id: resident.unitId }
  const reporter = { name: '林晓梅', phone: '13800001111' }
  const repair = {
    place,
    category: 'taps',
    urgency: 'routine',
    description: '龙头滴水',
    fileIds: [],
    channel: 'telephone',
    reporter,
  }
  await desk.post(`${office.here}/repairs`, repair).expect(201)
  app.clock.advance({ minutes: 1 })
  const complaint = { ...office.slip({ sort: 'complaint', description: '路灯不亮' }), channel: 'telephone' }
  await desk.post(`${office.here}/complaint-registrations`, complaint).expect(201)
  app.clock.advance({ minutes: 1 })
  const answered = await desk.post(`${office.here}/hotline-answers`, { ...asked, unitId: resident.unitId }).expect(201)
  await app.deliver()
  return answered.body as { id: string; number: string }
}

describe('the hotline’s log', () => {
  it('[COM-01] holds everything that came by telephone: repairs, complaints, and what was answered at once', async () => {
    const office = await BoxOffice.open(app)
    const { number } = await threeCalls(office)
    await office.story.report()
    const calls = await callsOf(office)
    expect(calls.map(({ kind }) => kind)).toEqual(['consultation', 'complaint', 'repair'])
    expect(calls[0]).toMatchObject({ number, answer: asked.answer, open: false, callerPhoneMasked: '138****1111' })
    expect(calls[0]).toMatchObject({ takenByName: office.story.desk.name, state: 'closed' })
    expect(calls[1]).toMatchObject({ sort: 'complaint', category: 'greening', callerName: '未留名', open: true })
    expect(JSON.stringify(calls)).not.toContain('13800001111')
  })

  it('[COM-01] is searched, filtered and paged', async () => {
    const office = await BoxOffice.open(app)
    await threeCalls(office)
    const found = async (query: string) => (await callsOf(office, query)).map(({ kind }) => kind)
    expect(await found('?kind=repair')).toEqual(['repair'])
    expect(await found(`?query=${encodeURIComponent('路灯')}`)).toEqual(['complaint'])
    expect(await found('?query=13800001111')).toEqual(['consultation', 'repair'])
    expect(await found('?query=1380000111')).toEqual([])
    expect(await found('?open=true')).toEqual(['complaint', 'repair'])
    expect(await found('?firstDay=2026-11-22')).toEqual([])
    expect(await found('?lastDay=2026-11-21&firstDay=2026-11-21')).toHaveLength(3)
    const first = await office.story.desk.get(`${office.here}/hotline-calls?limit=2`).expect(200)
    const { nextCursor } = first.body as { nextCursor: string }
    expect(await found(`?limit=2&cursor=${nextCursor}`)).toEqual(['repair'])
    await office.story.desk.get(`${office.here}/hotline-calls?cursor=made-up`).expect(400)
  })

  it('[COM-01] shows repairs only to who may read them, and leaves as a workbook', async () => {
    const office = await BoxOffice.open(app)
    await threeCalls(office)
    const reader = await app.world.staff(office.story.community, { permissions: ['complaints.read'] })
    expect((await callsOf(office, '', reader)).map(({ kind }) => kind)).toEqual(['consultation', 'complaint'])
    await office.story.resident.get(`${office.here}/hotline-calls`).expect(403)
    const { manager } = office.story
    await manager.post(`${office.here}/exports`, { list: 'hotlineCalls', filters: {} }).expect(200)
  })

  it('[COM-01] [COM-07] keeps what was answered at once as a consultation whose reply was in time, and bothers nobody', async () => {
    const office = await BoxOffice.open(app)
    const { id } = await threeCalls(office)
    const { rows } = await app.owner.query<{ kind: string }>('SELECT kind FROM case_events WHERE case_id = $1 ORDER BY at', [id])
    expect(rows.map(({ kind }) => kind)).toEqual(['opened', 'reply', 'close'])
    const clocks = await app.owner.query<{ kept: boolean }>(
      'SELECT stopped_at IS NOT NULL AND breached_at IS NULL AS kept FROM case_clocks WHERE case_id = $1',
      [id],
    )
    expect(clocks.rows).toEqual([{ kept: true }])
    expect(await office.story.inboxOf(office.story.desk)).not.toContain('conversation.waiting')
    const closed = await office.story.desk.get(`${office.here}/conversations?pile=closed`).expect(200)
    expect((closed.body as { items: unknown[] }).items).toEqual([])
    const mine = await office.story.resident.get('/me/conversations').expect(200)
    expect((mine.body as { items: unknown[] }).items).toEqual([])
    const { desk, handler } = office.story
    const path = `${office.here}/hotline-answers`
    await desk.post(path, { ...asked, answer: '' }).expect(400)
    await desk.post(path, { ...asked, residentId: crypto.randomUUID() }).expect(404)
    await desk.post(path, { ...asked, unitId: crypto.randomUUID() }).expect(404)
    await handler.post(path, asked).expect(403)
  })
})

describe('where the office is found', () => {
  const draft = {
    email: 'fuwu@yinuo.example',
    frontDesk: '1号楼一层',
    officialAccount: '一诺物业',
    committee: '业主监督委员会',
    version: 0,
  }

  it('[COM-01] is published to residents: hotline, hours, front desk, e-mail, boxes with their days, committee', async () => {
    const office = await BoxOffice.open(app)
    const { manager, resident } = office.story
    const path = `${office.here}/contact-sheet`
    const before = (await resident.get(path).expect(200)).body as ContactSheet
    expect(before).toMatchObject({ hotline: '010-12345678', hours: '周一至周日 08:00–20:00', email: '', version: 0 })
    expect((await manager.put(path, draft).expect(200)).body).toMatchObject({ ...draft, version: 1 })
    await office.empty(0)
    const seen = (await resident.get(path).expect(200)).body as ContactSheet
    expect(seen).toMatchObject({ email: draft.email, frontDesk: draft.frontDesk, committee: draft.committee })
    expect(seen.boxes).toEqual([
      { name: '大堂意见箱', place: '1号楼大堂', nextOn: '2026-11-28', lastEmptiedAt: '2026-11-21T04:00:00.000Z' },
    ])
    app.clock.set('2026-12-05T04:00:00Z')
    expect(((await resident.get(path).expect(200)).body as ContactSheet).boxes[0]!.nextOn).toBe('2026-12-05')
  })

  it('[COM-01] is printed with the mini-program code of the community, where one was made', async () => {
    const office = await BoxOffice.open(app)
    const { manager, desk } = office.story
    const path = `${office.here}/contact-sheet/code`
    expect((await desk.get(path).expect(200)).body).toEqual({ picture: null })
    await manager.post(`${office.here}/codes`, { kind: 'community', placeIds: [] }).expect(201)
    const { picture } = (await desk.get(path).expect(200)).body as { picture: string }
    expect(picture).toMatch(/^data:image\/\w+;base64,/)
    await office.story.resident.get(path).expect(403)
  })

  it('[COM-01] shows the code of the official account, as the office uploaded it and nobody else', async () => {
    const office = await BoxOffice.open(app)
    const { manager, desk, resident, community } = office.story
    const path = `${office.here}/contact-sheet`
    const accountFileId = await manager.photo(community.id)
    const foreign = await desk.photo(community.id)
    const refused = await manager.put(path, { ...draft, accountFileId: foreign })
    expect(refused.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ field: 'accountFileId' }] })
    await manager.put(path, { ...draft, accountFileId }).expect(200)
    const seen = (await resident.get(path).expect(200)).body as ContactSheet
    expect(seen.accountPicture).toMatchObject({ id: accountFileId, kind: 'photo' })
    const { pathname, search } = new URL(seen.accountPicture!.url, app.url)
    expect((await fetch(`${app.url}${pathname}${search}`)).status).toBe(200)
    const colleague = await app.world.staff(community, { permissions: ['communities.edit'] })
    await colleague.put(path, { ...draft, accountFileId, version: 1 }).expect(200)
    expect((await manager.put(path, { ...draft, version: 2 }).expect(200)).body).toMatchObject({ accountPicture: null })
  })

  it('[COM-01] is edited by who keeps the community, at the version that was seen', async () => {
    const office = await BoxOffice.open(app)
    const { manager, desk, resident } = office.story
    const path = `${office.here}/contact-sheet`
    await manager.put(path, draft).expect(200)
    expect((await manager.put(path, draft).expect(409)).body).toMatchObject({ code: 'STALE_VERSION' })
    expect((await manager.put(path, { version: 1 }).expect(200)).body).toMatchObject({ email: '', committee: '', version: 2 })
    expect((await manager.put(path, { ...draft, email: 'no mail', version: 2 })).body).toMatchObject({
      errors: [{ field: 'email' }],
    })
    await desk.put(path, { ...draft, version: 2 }).expect(403)
    await resident.put(path, { ...draft, version: 2 }).expect(403)
  })
})
