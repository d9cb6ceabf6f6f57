import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type {
  BoardNotice,
  BoardNoticeRow,
  InboxMessage,
  NoticeReach,
  NoticeView,
  Page,
  Problem,
  ReceiptNumbers,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { draftOf, publish, WHOLE } from '../../../test/notice-desk.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { BroadcastMessages } from '../messages/index.ts'
import { PublishDue } from './index.ts'

let app: TestApp
let community: TestCommunity
let here: string
let writer: Person
let approver: Person
let resident: Person

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}`
  writer = await app.world.staff(community, { permissions: ['notices.read', 'notices.edit', 'notices.approve', 'lists.export'] })
  approver = await app.world.staff(community, { permissions: ['notices.read', 'notices.approve'] })
  resident = await app.world.resident(community)
}, 60_000)
afterAll(() => app.close())

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const viewOf = (answer: { body: unknown }) => answer.body as NoticeView
const write = async (more: Parameters<typeof draftOf>[0] = {}) => viewOf(await writer.post(`${here}/notices`, draftOf(more)))
const take = (person: Person, { id, version }: NoticeView, step: string, more: object = {}, key?: string) =>
  person.post(`${here}/notices/${id}/${step}`, { version, ...more }, key)
const approved = async (more: Parameters<typeof draftOf>[0] = {}) => {
  const submitted = viewOf(await take(writer, await write(more), 'submit'))
  return viewOf(await take(approver, submitted, 'approve'))
}
const published = (more: Parameters<typeof draftOf>[0] = {}) => publish(app, writer, approver, community.id, more)
const board = async (person: Person) => ((await person.get('/me/notices?limit=100')).body as Page<BoardNoticeRow>).items
const inbox = async (person: Person) => ((await person.get('/me/messages?limit=100')).body as Page<InboxMessage>).items
const toldOf = async (person: Person, { id }: { id: string }) => (await inbox(person)).filter(({ aboutId }) => aboutId === id)
const numbers = async ({ id }: { id: string }, more = '') =>
  (await writer.get(`${here}/notices/${id}/receipt-numbers${more}`)).body as ReceiptNumbers
const messagesOf = async ({ id }: { id: string }) =>
  (
    await app.owner.query<{ account_id: string }>(
      'SELECT m.account_id FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id WHERE b.about_id = $1',
      [id],
    )
  ).rows.map((row) => row.account_id)

describe('a notice', () => {
  it('[NTC-01] goes from draft over approval by somebody else to its readers', async () => {
    const draft = await write({ title: '电梯年检' })
    expect(draft).toMatchObject({ state: 'draft', edition: 0, audienceText: '全小区', mayDecide: false })
    const submitted = viewOf(await take(writer, draft, 'submit'))
    expect(codeOf(await take(writer, submitted, 'approve'))).toBe('NOTICE_OWN')
    expect(codeOf(await take(writer, submitted, 'publish'))).toBe('NOTICE_STATE')
    const ready = viewOf(await take(approver, submitted, 'approve'))
    expect(ready).toMatchObject({ state: 'approved', decidedByName: approver.name })
    expect(await board(resident)).toEqual([])
    const out = viewOf(await take(writer, ready, 'publish'))
    await app.deliver()
    expect(out).toMatchObject({ state: 'published', edition: 1 })
    expect(await board(resident)).toEqual([expect.objectContaining({ id: out.id, title: '电梯年检', unread: true })])
    expect(await toldOf(resident, out)).toEqual([
      expect.objectContaining({ kind: 'notice.published', title: '电梯年检', aboutId: out.id }),
    ])
  })

  it('[NTC-01] is refused with a reason, changed, and submitted again', async () => {
    const submitted = viewOf(await take(writer, await write(), 'submit'))
    const refused = viewOf(await take(approver, submitted, 'refuse', { reason: '请写明时间' }))
    expect(refused).toMatchObject({ state: 'refused', refusedBecause: '请写明时间' })
    const edited = viewOf(
      await writer.put(`${here}/notices/${refused.id}`, { ...draftOf({ title: '改好了' }), version: refused.version }),
    )
    expect(edited).toMatchObject({ state: 'draft', title: '改好了', refusedBecause: null })
    expect(viewOf(await take(writer, edited, 'submit')).state).toBe('submitted')
  })

  it('[NTC-01] changed after its approval is to be approved again', async () => {
    const ready = await approved()
    const edited = viewOf(await writer.put(`${here}/notices/${ready.id}`, { ...draftOf(), version: ready.version }))
    expect(codeOf(await take(writer, edited, 'publish'))).toBe('NOTICE_STATE')
  })

  it('[NTC-01] is written once, however often the request is sent, and changed by one of ten', async () => {
    const key = randomUUID()
    const made = [await writer.post(`${here}/notices`, draftOf(), key), await writer.post(`${here}/notices`, draftOf(), key)]
    expect(viewOf(made[1]!).id).toBe(viewOf(made[0]!).id)
    const draft = viewOf(made[0]!)
    const body = { ...draftOf(), version: draft.version }
    const answers = await Promise.all(Array.from({ length: 10 }, () => writer.put(`${here}/notices/${draft.id}`, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)])
  })

  it('[NTC-01] names only what is of its community, and somebody', async () => {
    const other = await app.world.community({ companyId: community.companyId })
    const parts = { ...WHOLE, whole: false }
    const refusedFor = async (audience: object) =>
      ((await writer.post(`${here}/notices`, draftOf({ audience: { ...parts, ...audience } }))).body as Problem).errors?.[0]
        ?.field
    expect(await refusedFor({})).toBe('audience')
    expect(await refusedFor({ buildingIds: [other.buildingId] })).toBe('audience.buildingIds')
    expect(await refusedFor({ unitIds: [randomUUID()] })).toBe('audience.unitIds')
    expect(await refusedFor({ entrances: [{ buildingId: community.buildingId, entrance: '9单元' }] })).toBe('audience.entrances')
    const empty = await app.world.building(community, '空楼', 300, 300)
    const toNobody = await write({ audience: { ...parts, buildingIds: [empty] } })
    expect(codeOf(await take(writer, toNobody, 'submit'))).toBe('NOTICE_NOBODY')
    const photo = await approver.photo(community.id)
    expect((await writer.post(`${here}/notices`, draftOf({ fileIds: [photo] }))).status).toBe(400)
  })

  it('[NTC-01] carries pictures for its readers', async () => {
    const out = await published({ fileIds: [await writer.photo(community.id)] })
    const seen = (await resident.get(`/me/notices/${out.id}`)).body as BoardNotice
    expect(seen.files).toEqual([expect.objectContaining({ kind: 'photo', url: expect.stringContaining('/api/files/') })])
  })

  it('[NTC-01] leaves as a workbook, with who has read it', async () => {
    const out = await published()
    for (const body of [
      { list: 'notices', filters: {} },
      { list: 'noticeReceipts', filters: { noticeId: out.id } },
    ])
      expect((await writer.post(`${here}/exports`, body)).status).toBe(200)
  })

  it('[NTC-01] has a code for the notice board', async () => {
    const { picture } = (await writer.get(`${here}/notices/${(await write()).id}/code`)).body as { picture: string }
    expect(picture).toMatch(/^data:image\/\w+;base64,/)
  })

  it('[NTC-01] is counted for who is to look at it', async () => {
    const count = async () => ((await writer.get(`${here}/notice-numbers`)).body as { submitted: number }).submitted
    const before = await count()
    await take(writer, await write(), 'submit')
    expect(await count()).toBe(before + 1)
  })
})

describe('a scheduled notice', () => {
  const at = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString()

  it('[NTC-01] is not scheduled in the past', async () => {
    const answer = await take(writer, await approved(), 'schedule', { at: at(-1) })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'NOTICE_TIME_PAST'])
  })

  it('[NTC-01] goes out when its time comes, once, whoever of two workers looks', async () => {
    const waiting = viewOf(await take(writer, await approved({ title: '到点发布' }), 'schedule', { at: at(2) }))
    expect(waiting.state).toBe('scheduled')
    const second = await app.replica()
    const tick = async () =>
      (await Promise.all([app.nest, second].map((nest) => nest.get(PublishDue).run()))).reduce((sum, each) => sum + each, 0)
    expect(await tick()).toBe(0)
    app.clock.advance({ hours: 3 })
    expect(await tick()).toBe(1)
    await Promise.all([app.nest, second].map((nest) => nest.get(OutboxRelay).deliverDue()))
    await Promise.all([app.nest, second].map((nest) => nest.get(Jobs).runDueJobs()))
    await app.deliver()
    expect(await toldOf(resident, waiting)).toHaveLength(1)
    const { rows } = await app.owner.query(`SELECT 1 FROM audit_entries WHERE subject_id = $1 AND action = 'notices.publish'`, [
      waiting.id,
    ])
    expect(rows).toHaveLength(1)
  })

  it('[NTC-01] withdrawn before its time goes out to nobody', async () => {
    const waiting = viewOf(await take(writer, await approved(), 'schedule', { at: at(1) }))
    await take(writer, waiting, 'withdraw', { reason: '取消' })
    app.clock.advance({ hours: 2 })
    await app.nest.get(PublishDue).run()
    await app.deliver()
    expect(await messagesOf(waiting)).toEqual([])
    expect((await resident.get(`/me/notices/${waiting.id}`)).status).toBe(404)
  })
})

describe('the audience', () => {
  it('[NTC-01] is who lives there now, in the right that is meant', async () => {
    const building = await app.world.building(community, '甲楼', 400, 400)
    const unit = await app.world.unit(community, building)
    const [owner, tenant, elsewhere] = [
      await app.world.resident(community, { unitId: unit.id }),
      await app.world.resident(community, { unitId: unit.id, role: 'tenant' }),
      resident,
    ]
    const gone = await app.world.resident(community, { unitId: unit.id, role: 'tenant' })
    await app.owner.query(`UPDATE residencies SET valid_until = '2020-12-31' WHERE resident_id = $1`, [gone.residentId])
    const parts = { ...WHOLE, whole: false }
    const byBuilding = await published({ audience: { ...parts, buildingIds: [building] } })
    expect((await messagesOf(byBuilding)).sort()).toEqual([owner.accountId, tenant.accountId].sort())
    const byEntrance = await published({
      audience: { ...parts, entrances: [{ buildingId: building, entrance: '1单元' }], roles: ['owner'] },
    })
    expect(await messagesOf(byEntrance)).toEqual([owner.accountId])
    const byUnit = await published({ audience: { ...parts, unitIds: [unit.id], roles: ['tenant', 'family'] } })
    expect(await messagesOf(byUnit)).toEqual([tenant.accountId])
    for (const person of [gone, elsewhere]) {
      expect((await board(person)).map(({ id }) => id)).not.toContain(byBuilding.id)
      expect((await person.get(`/me/notices/${byBuilding.id}`)).status).toBe(404)
      expect((await person.post(`/me/notices/${byBuilding.id}/read`)).status).toBe(404)
    }
  })

  it('[NTC-01] hears once who has two homes, and moves in to what still stands', async () => {
    const out = await published({ title: '长期有效' })
    const newcomer = await app.world.resident(community)
    expect(await toldOf(newcomer, out)).toEqual([])
    expect((await board(newcomer)).map(({ id }) => id)).toContain(out.id)
    const unit = await app.world.unit(community)
    await app.owner.query(
      `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from) VALUES ($1, $2, $3, $4, 'owner', '2020-01-01')`,
      [community.id, randomUUID(), unit.id, newcomer.residentId],
    )
    const next = await published()
    expect((await messagesOf(next)).filter((id) => id === newcomer.accountId)).toHaveLength(1)
  })

  it('[NTC-01] is counted by channel before anything is sent', async () => {
    const building = await app.world.building(community, '乙楼', 500, 500)
    const unitId = (await app.world.unit(community, building)).id
    const person = await app.world.resident(community, { unitId })
    const withoutPhone = await app.world.resident(community, { unitId })
    await app.owner.query('UPDATE residents SET account_id = NULL WHERE id = $1', [withoutPhone.residentId])
    await app.owner.query(
      `INSERT INTO message_grants (id, openid, template, client_ask, source, granted_at) VALUES ($1, $2, 'notice', 'x', 'client', now())`,
      [randomUUID(), person.openid],
    )
    const reach = async (urgent: boolean) =>
      (await writer.post(`${here}/notice-reach`, { audience: { ...WHOLE, whole: false, buildingIds: [building] }, urgent }))
        .body as NoticeReach
    expect(await reach(false)).toEqual({ people: 2, inbox: 1, subscribe: 1, sms: 0, email: 0, unreachable: 1 })
    expect(await reach(true)).toMatchObject({ sms: 1 })
  })

  it('[MSG-02] gets a subscribe message by its grant, and a text message only when it is urgent', async () => {
    const building = await app.world.building(community, '丙楼', 600, 600)
    const unitId = (await app.world.unit(community, building)).id
    const [granted, plain] = [
      await app.world.resident(community, { unitId }),
      await app.world.resident(community, { unitId, phone: '13900001111' }),
    ]
    await app.owner.query(
      `INSERT INTO message_grants (id, openid, template, client_ask, source, granted_at) VALUES ($1, $2, 'notice', 'y', 'client', now())`,
      [randomUUID(), granted.openid],
    )
    const channels = async ({ id }: { id: string }, person: Person) =>
      (
        await app.owner.query<{ channel: string }>(
          `SELECT d.channel FROM deliveries d JOIN messages m ON m.id = d.message_id JOIN broadcasts b ON b.id = m.broadcast_id
           WHERE b.about_id = $1 AND m.account_id = $2 AND d.channel IN ('subscribe', 'sms') AND d.attempts > 0`,
          [id, person.accountId],
        )
      ).rows.map(({ channel }) => channel)
    const audience = { ...WHOLE, whole: false, buildingIds: [building] }
    const usual = await published({ audience })
    expect(await channels(usual, granted)).toEqual(['subscribe'])
    expect(await channels(usual, plain)).toEqual([])
    const urgent = await published({ audience, urgent: true })
    expect(await channels(urgent, plain)).toEqual(['sms'])
  })
})

describe('who has read', () => {
  it('[NTC-01] is known by opening it; the others are reminded once a day', async () => {
    const building = await app.world.building(community, '丁楼', 700, 700)
    const unitId = (await app.world.unit(community, building)).id
    const [reader, other] = [await app.world.resident(community, { unitId }), await app.world.resident(community, { unitId })]
    const out = await published({ audience: { ...WHOLE, whole: false, buildingIds: [building] } })
    expect((await reader.post(`/me/notices/${out.id}/read`)).status).toBe(204)
    expect((await toldOf(reader, out)).every(({ readAt }) => readAt !== null)).toBe(true)
    expect((await board(reader)).find(({ id }) => id === out.id)!.unread).toBe(false)
    expect(await numbers(out)).toEqual({ people: 2, read: 1, unread: 1, unreachable: 0 })
    expect(await numbers(out, `?buildingId=${community.buildingId}`)).toMatchObject({ people: 0 })
    const unread = (await writer.get(`${here}/notices/${out.id}/receipts?state=unread`)).body as Page<{ id: string }>
    expect(unread.items.map(({ id }) => id)).toEqual([other.residentId])
    const seen = (await writer.get(`${here}/notices/${out.id}/receipts?state=read`)).body as Page<{ readAt: string }>
    expect(seen.items.map(({ readAt }) => readAt)).toEqual([expect.stringMatching(/:00\.000Z$/)])

    const reminded = viewOf(await take(writer, out, 'remind'))
    await app.deliver()
    expect((await toldOf(other, out)).map(({ kind }) => kind).sort()).toEqual(['notice.published', 'notice.reminded'])
    expect(await toldOf(reader, out)).toHaveLength(1)
    expect(codeOf(await take(writer, reminded, 'remind'))).toBe('NOTICE_REMINDED')
    app.clock.advance({ hours: 25 })
    await other.post(`/me/notices/${out.id}/read`)
    expect(codeOf(await take(writer, reminded, 'remind'))).toBe('NOTICE_ALL_READ')
  })

  it('[NTC-01] is listed page by page, each once', async () => {
    const out = await published()
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const page = (await writer.get(`${here}/notices/${out.id}/receipts?limit=2${cursor}`)).body as Page<{ id: string }>
      seen.push(...page.items.map(({ id }) => id))
      if (!page.nextCursor) break
      cursor = `&cursor=${page.nextCursor}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe((await numbers(out)).people)
  })
})

describe('a correction', () => {
  it('[NTC-01] waits for somebody else, is told again if wished, and leaves the old text readable', async () => {
    const out = await published({ title: '停车收费' })
    await resident.post(`/me/notices/${out.id}/read`)
    const change = { title: '停车收费（更正）', body: '自下月起。', fileIds: [], note: '日期有误', tellAgain: true }
    const waiting = viewOf(await take(writer, out, 'correct', change))
    expect(waiting).toMatchObject({ title: '停车收费', correctionWaits: true })
    expect(codeOf(await take(writer, waiting, 'correct', change))).toBe('NOTICE_CORRECTION_WAITING')
    expect(codeOf(await take(writer, waiting, 'approve'))).toBe('NOTICE_OWN')
    const corrected = viewOf(await take(approver, waiting, 'approve'))
    await app.deliver()
    expect(corrected).toMatchObject({ title: '停车收费（更正）', edition: 2, correctionWaits: false })
    const seen = (await resident.get(`/me/notices/${out.id}`)).body as BoardNotice
    expect(seen).toMatchObject({ title: '停车收费（更正）', corrected: true, unread: true })
    expect(seen.editions.map(({ number, title }) => [number, title])).toEqual([
      [2, '停车收费（更正）'],
      [1, '停车收费'],
    ])
    expect((await toldOf(resident, out)).map(({ kind }) => kind).sort()).toEqual(['notice.corrected', 'notice.published'])
  })

  it('[NTC-01] refused changes nothing, and one not told again leaves it read', async () => {
    const out = await published({ title: '原文' })
    await resident.post(`/me/notices/${out.id}/read`)
    const change = { title: '错别字', body: '改一个字', fileIds: [], note: '错字', tellAgain: false }
    const waiting = viewOf(await take(writer, out, 'correct', change))
    const refused = viewOf(await take(approver, waiting, 'refuse', { reason: '不必' }))
    expect(refused).toMatchObject({ title: '原文', correctionWaits: false })
    const again = viewOf(await take(writer, refused, 'correct', change))
    await take(approver, again, 'approve')
    await app.deliver()
    expect((await resident.get(`/me/notices/${out.id}`)).body).toMatchObject({ title: '错别字', unread: false })
    expect(await toldOf(resident, out)).toHaveLength(1)
  })
})

describe('a withdrawal', () => {
  it('[NTC-01] says why, and shows the text no more', async () => {
    const out = await published()
    const withdrawn = viewOf(await take(writer, out, 'withdraw', { reason: '发错小区' }))
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnBecause: '发错小区' })
    expect((await board(resident)).map(({ id }) => id)).not.toContain(out.id)
    expect((await resident.get(`/me/notices/${out.id}`)).body).toMatchObject({
      withdrawn: true,
      withdrawnBecause: '发错小区',
      body: '',
    })
    expect(codeOf(await take(writer, withdrawn, 'remind'))).toBe('NOTICE_STATE')
  })

  it('[NTC-01] while it is being sent stops what has not been sent', async () => {
    const building = await app.world.building(community, '戊楼', 800, 800)
    const unitId = (await app.world.unit(community, building)).id
    for (let made = 0; made < 3; made++) await app.world.resident(community, { unitId })
    const ready = await approved({ audience: { ...WHOLE, whole: false, buildingIds: [building] }, urgent: true })
    const out = viewOf(await take(writer, ready, 'publish'))
    await app.nest.get(OutboxRelay).deliverDue()
    const { rows } = await app.owner.query<{ id: string }>('SELECT id FROM broadcasts WHERE about_id = $1', [out.id])
    const ref = { communityId: community.id, broadcastId: rows[0]!.id }
    while ((await messagesOf(out)).length === 0) await app.nest.get(BroadcastMessages).tellSome(ref, 1)
    await take(writer, out, 'withdraw', { reason: '停' })
    await app.deliver()
    expect(await messagesOf(out)).toHaveLength(1)
    const sent = await app.owner.query(
      `SELECT 1 FROM deliveries d JOIN messages m ON m.id = d.message_id WHERE m.broadcast_id = $1 AND d.channel <> 'inbox'`,
      [rows[0]!.id],
    )
    expect(sent.rowCount).toBe(0)
  })

  it('[MSG-01] batches end where they began, whoever goes on', async () => {
    const out = viewOf(await take(writer, await approved(), 'publish'))
    await app.nest.get(OutboxRelay).deliverDue()
    const { rows } = await app.owner.query<{ id: string }>('SELECT id FROM broadcasts WHERE about_id = $1', [out.id])
    const ref = { communityId: community.id, broadcastId: rows[0]!.id }
    await app.nest.get(BroadcastMessages).tellSome(ref, 1)
    const second = await app.replica()
    await Promise.all([app.nest, second].map((nest) => nest.get(BroadcastMessages).run(ref)))
    const told = await messagesOf(out)
    expect(new Set(told).size).toBe(told.length)
    expect(told).toContain(resident.accountId)
    const { people, unreachable } = await numbers(out)
    expect(told.length).toBe(people - unreachable)
  })
})

describe('the board', () => {
  it('[NTC-01] has what is pinned on top until its day, and is read by staff too', async () => {
    const day = app.clock.now().toISOString().slice(0, 10)
    const top = await published({ title: '置顶', pinnedUntil: day })
    await published({ title: '后来的' })
    expect((await board(resident))[0]).toMatchObject({ id: top.id, pinned: true })
    const guard = await app.world.staff(community, { post: 'guard', permissions: [] })
    expect((await board(guard)).map(({ id }) => id)).toContain(top.id)
    app.clock.advance({ days: 2 })
    expect((await board(resident)).find(({ id }) => id === top.id)!.pinned).toBe(false)
  })

  it('[NTC-01] shows a stranger and another community nothing', async () => {
    const out = await published()
    const neighbour = await app.world.resident(await app.world.community({ companyId: community.companyId }))
    for (const person of [neighbour, await app.world.stranger()]) {
      expect(await board(person)).toEqual([])
      expect((await person.get(`/me/notices/${out.id}`)).status).toBe(404)
    }
  })
})
