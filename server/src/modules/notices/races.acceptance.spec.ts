import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { NoticeNumbers, NoticeView } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { draftOf, publish, WHOLE } from '../../../test/notice-desk.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { PublishDue, WatchOutages } from './index.ts'

let app: TestApp
let community: TestCommunity
let here: string
let writer: Person
let approver: Person

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}`
  writer = await app.world.staff(community, { permissions: ['notices.read', 'notices.edit', 'notices.approve'] })
  approver = await app.world.staff(community, { permissions: ['notices.read', 'notices.edit', 'notices.approve'] })
  await app.world.resident(community)
}, 60_000)
afterAll(() => app.close())

const viewOf = (answer: { body: unknown }) => answer.body as NoticeView
const take = (person: Person, { id, version }: NoticeView, step: string, more: object = {}) =>
  person.post(`${here}/notices/${id}/${step}`, { version, ...more })
const submitted = async () => viewOf(await take(writer, viewOf(await writer.post(`${here}/notices`, draftOf())), 'submit'))
const approved = async () => viewOf(await take(approver, await submitted(), 'approve'))
const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString()
const read = async ({ id }: { id: string }) => viewOf(await writer.get(`${here}/notices/${id}`).expect(200))
const entriesOf = async ({ id }: { id: string }) =>
  (
    await app.owner.query<{ action: string }>('SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id', [id])
  ).rows.map(({ action }) => action.replace('notices.', ''))

describe('two who decide over a notice at once', () => {
  it('[NTC-01] approve it once', async () => {
    const notice = await submitted()
    const third = await app.world.staff(community, { permissions: ['notices.read', 'notices.approve'] })
    const answers = await Promise.all([approver, third].map((person) => take(person, notice, 'approve')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await entriesOf(notice)).toEqual(['write', 'submit', 'approve'])
  })

  it('[NTC-01] publish it or put it off, not both; what is withdrawn is not published', async () => {
    const waiting = viewOf(await take(writer, await approved(), 'schedule', { at: inHours(1) }))
    const answers = await Promise.all([
      take(writer, waiting, 'publish'),
      take(approver, waiting, 'withdraw', { reason: '取消' }),
      take(approver, waiting, 'schedule', { at: inHours(2) }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const after = await read(waiting)
    expect({ version: after.version, entries: (await entriesOf(waiting)).length }).toEqual({
      version: waiting.version + 1,
      entries: 5,
    })
    if (after.state === 'withdrawn') expect((await take(writer, after, 'publish')).status).toBe(409)
  })

  it('[NTC-01] correct only what is out, and one correction at a time', async () => {
    const waiting = viewOf(await take(writer, await approved(), 'schedule', { at: inHours(1) }))
    const wish = { title: '新题', body: '新文', fileIds: [], note: '笔误', tellAgain: false }
    expect((await take(writer, waiting, 'correct', wish)).body).toMatchObject({ code: 'NOTICE_STATE' })
    const out = await publish(app, writer, approver, community.id)
    const corrected = viewOf(await take(writer, out, 'correct', wish))
    expect((await take(approver, corrected, 'correct', wish)).body).toMatchObject({ code: 'NOTICE_CORRECTION_WAITING' })
  })
})

describe('the clock of a notice', () => {
  it('[NTC-01] meets a hand that withdraws at the same moment: out or withdrawn, and on record either way', async () => {
    const waiting = viewOf(await take(writer, await approved(), 'schedule', { at: inHours(1) }))
    app.clock.advance({ hours: 2 })
    const [answer] = await Promise.all([take(writer, waiting, 'withdraw', { reason: '取消' }), app.nest.get(PublishDue).run()])
    await app.deliver()
    const { state } = await read(waiting)
    const expected = answer.status === 200 ? ['withdrawn', 'withdraw'] : ['published', 'publish']
    expect([state, (await entriesOf(waiting)).at(-1)]).toEqual(expected)
  })

  it('[NTC-01] published what was withdrawn before anybody was told: nobody is, and both stand on record', async () => {
    const waiting = viewOf(await take(writer, await approved(), 'schedule', { at: inHours(1) }))
    app.clock.advance({ hours: 2 })
    expect(await app.nest.get(PublishDue).run()).toBe(1)
    await take(writer, await read(waiting), 'withdraw', { reason: '取消' }).expect(200)
    await app.nest.get(OutboxRelay).deliverDue()
    await app.deliver()
    const { rows } = await app.owner.query('SELECT 1 FROM broadcasts WHERE about_id = $1', [waiting.id])
    expect(rows).toEqual([])
    expect((await entriesOf(waiting)).sort()).toEqual(['approve', 'publish', 'schedule', 'submit', 'withdraw', 'write'])
  })
})

describe('a correction of a notice that is withdrawn', () => {
  it('[NTC-01] waits no more, and is counted for nobody', async () => {
    const out = await publish(app, writer, approver, community.id)
    const numbers = async () => ((await approver.get(`${here}/notice-numbers`).expect(200)).body as NoticeNumbers).submitted
    const before = await numbers()
    const wish = { title: '新题', body: '新文', fileIds: [], note: '笔误', tellAgain: true }
    const corrected = viewOf(await take(writer, out, 'correct', wish))
    expect(await numbers()).toBe(before + 1)
    const gone = viewOf(await take(writer, corrected, 'withdraw', { reason: '取消' }))
    expect(gone).toMatchObject({
      correctionWaits: false,
      mayDecide: false,
      editions: [{ state: 'refused' }, { state: 'published' }],
    })
    expect(await numbers()).toBe(before)
  })
})

describe('who a post limits to some buildings', () => {
  it('[NTC-01] neither writes to the community nor reads its receipts, nor is asked to answer for its outages', async () => {
    const limited = await app.world.staff(community, { permissions: ['notices.read', 'notices.edit', 'notices.approve'] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [
      limited.staffId,
      [community.buildingId],
    ])
    const out = await publish(app, writer, approver, community.id)
    await limited.post(`${here}/notices`, draftOf()).expect(403)
    await limited.get(`${here}/notices/${out.id}/receipts`).expect(403)
    const cut = { service: 'water', scope: '1号楼', cause: '抢修', audience: WHOLE, urgent: false }
    await approver.post(`${here}/outages`, { ...cut, startsAt: inHours(0), expectedUntil: inHours(1) }).expect(201)
    app.clock.advance({ hours: 2 })
    await app.nest.get(WatchOutages).run()
    await app.deliver()
    const { rows } = await app.owner.query<{ staff_id: string }>(`SELECT staff_id FROM messages WHERE kind = 'outage.overdue'`)
    const told = rows.map(({ staff_id }) => staff_id)
    expect(told).toContain(approver.staffId)
    expect(told).not.toContain(limited.staffId)
  })
})
