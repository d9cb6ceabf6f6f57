import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type {
  ComplaintReceipt,
  ComplaintView,
  InboxMessage,
  MeetingRow,
  MeetingSchedule,
  MeetingView,
  OwnMeeting,
  Page,
  Problem,
  RepairView,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { announced, meetingOf } from '../../../test/meeting-desk.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { PlanMeetings } from './index.ts'

let app: TestApp
let community: TestCommunity
let here: string
let desk: Person
let resident: Person

beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}`
  desk = await app.world.staff(community, {
    permissions: [
      'meetings.read',
      'meetings.edit',
      'complaints.assign',
      'complaints.read',
      'complaints.handle',
      'repairs.report',
      'repairs.read',
      'lists.export',
    ],
  })
  resident = await app.world.resident(community)
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const viewOf = (answer: { status: number; body: unknown; text: string }) => {
  if (answer.status >= 300) throw new Error(answer.text)
  return answer.body as MeetingView
}
const take = (meeting: MeetingView, step: string, more: object = {}) =>
  desk.post(`${here}/meetings/${meeting.id}/${step}`, { version: meeting.version, ...more })
const raise = ({ id }: MeetingView, point: object) => desk.post(`${here}/meetings/${id}/points`, point)
const told = async (person: Person) => ((await person.get('/me/messages?limit=100')).body as Page<InboxMessage>).items
const kindsTold = async (person: Person, { id }: { id: string }) =>
  (await told(person)).filter(({ aboutId }) => aboutId === id).map(({ kind }) => kind)
const schedule = async () => (await desk.get(`${here}/meeting-schedule`)).body as MeetingSchedule
const promise = async (promised: string) => (await schedule()).promises.find((each) => each.promised === promised)!
const own = async (person: Person, id: string) => (await person.get(`/me/meetings/${id}`)).body as OwnMeeting
/** Held already: announced, then its time came and somebody said so. */
const held = async (more: Parameters<typeof announced>[3] = {}) => {
  const out = await announced(app, desk, community.id, more)
  app.clock.advance({ hours: 25 })
  return viewOf(await take(viewOf(await desk.get(`${here}/meetings/${out.id}`)), 'hold'))
}

describe('a meeting', () => {
  it('[NTC-07] is planned, told to the residents once, held, and its minutes published', async () => {
    const planned = viewOf(await desk.post(`${here}/meetings`, meetingOf(app)))
    expect(planned).toMatchObject({ state: 'planned', audienceText: '全小区', overdue: false, finished: false })
    expect(await resident.get(`/me/meetings/${planned.id}`)).toMatchObject({ status: 404 })
    const key = randomUUID()
    const announce = () => desk.post(`${here}/meetings/${planned.id}/announce`, { version: planned.version }, key)
    const [out] = [viewOf(await announce()), viewOf(await announce())]
    await app.deliver()
    expect(await kindsTold(resident, out)).toEqual(['meeting.announced'])
    expect(codeOf(await take(out, 'hold'))).toBe('MEETING_NOT_BEGUN')
    expect(codeOf(await take(out, 'publish-minutes'))).toBe('MEETING_STATE')

    app.clock.advance({ hours: 25 })
    const wasHeld = viewOf(await take(out, 'hold'))
    expect(codeOf(await take(wasHeld, 'publish-minutes'))).toBe('MEETING_NO_MINUTES')
    const written = viewOf(
      await desk.put(`${here}/meetings/${out.id}/minutes`, { minutes: '# 电梯\n同意大修', version: wasHeld.version }),
    )
    expect((await own(resident, out.id)).editions).toEqual([])
    const published = viewOf(await take(written, 'publish-minutes'))
    await app.deliver()
    expect(published).toMatchObject({ state: 'published', finished: true })
    expect((await own(resident, out.id)).editions).toEqual([
      expect.objectContaining({ number: 1, text: '# 电梯\n同意大修', note: '' }),
    ])
    expect(await kindsTold(resident, out)).toEqual(['meeting.minutes', 'meeting.announced'])

    const corrected = viewOf(await take(published, 'correct-minutes', { minutes: '# 电梯\n同意维修', note: '写错了决定' }))
    await app.deliver()
    expect(corrected.editions.map(({ number, note }) => [number, note])).toEqual([
      [2, '写错了决定'],
      [1, ''],
    ])
    expect(await own(resident, out.id)).toMatchObject({ corrected: true })
    expect((await kindsTold(resident, out))[0]).toBe('meeting.corrected')
  })

  it('[NTC-07] is moved or cancelled in sight of those who said that they come', async () => {
    const stays = await app.world.resident(community)
    const out = await announced(app, desk, community.id)
    await resident.post(`/me/meetings/${out.id}/book`, { topic: '停车' })
    const later = { ...meetingOf(app, { inHours: 48, place: '二楼' }), version: out.version }
    const moved = viewOf(await desk.put(`${here}/meetings/${out.id}`, later))
    await app.deliver()
    expect(await kindsTold(stays, out)).toEqual(['meeting.changed', 'meeting.announced'])
    const off = viewOf(await take(moved, 'cancel', { reason: '会议室漏水' }))
    await app.deliver()
    expect(off).toMatchObject({ state: 'cancelled', cancelledBecause: '会议室漏水' })
    expect((await kindsTold(resident, out))[0]).toBe('meeting.cancelled')
    expect(await kindsTold(stays, out)).not.toContain('meeting.cancelled')
    expect(codeOf(await resident.post(`/me/meetings/${out.id}/cancel-booking`))).toBe('MEETING_STATE')
    expect(await own(resident, out.id)).toMatchObject({ cancelledBecause: '会议室漏水', mayBook: false })
  })

  it('[NTC-07] has a place and a time to come before it is told, and is changed by one of two', async () => {
    const meeting = viewOf(await desk.post(`${here}/meetings`, meetingOf(app, { place: '' })))
    expect(codeOf(await take(meeting, 'announce'))).toBe('MEETING_PLACE')
    const body = { ...meetingOf(app), version: meeting.version }
    const answers = await Promise.all([1, 2].map(() => desk.put(`${here}/meetings/${meeting.id}`, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const past = viewOf(await desk.post(`${here}/meetings`, meetingOf(app, { inHours: -3 })))
    expect(past.overdue).toBe(true)
    expect(codeOf(await take(past, 'announce'))).toBe('MEETING_PAST')
    const { startsAt } = meetingOf(app)
    expect(codeOf(await desk.post(`${here}/meetings`, meetingOf(app, { endsAt: startsAt })))).toBe('MEETING_TIMES')
    const whole = meetingOf(app, { kind: 'reception-day', slotMinutes: 120 })
    expect(viewOf(await desk.post(`${here}/meetings`, whole)).slots).toHaveLength(1)
    const { slotMinutes: _, ...uncut } = whole
    expect(codeOf(await desk.post(`${here}/meetings`, uncut))).toBe('MEETING_SLOTS')
    const other = await app.world.community({ companyId: community.companyId })
    const elsewhere = meetingOf(app, { audience: { whole: false, buildingIds: [other.buildingId] } })
    expect(codeOf(await desk.post(`${here}/meetings`, elsewhere))).toBe('VALIDATION_FAILED')
  })

  it('[NTC-07] is found by kind, state, words and what is still unanswered, and leaves as a workbook', async () => {
    const day = await held({ kind: 'reception-day', title: '接待日' })
    viewOf(await raise(day, { text: '路灯不亮' }))
    viewOf(await desk.post(`${here}/meetings`, meetingOf(app, { title: '另一次会' })))
    const list = async (query: string) =>
      ((await desk.get(`${here}/meetings?${query}`)).body as Page<MeetingRow>).items.map(({ title }) => title)
    expect(await list('')).toEqual(['另一次会', '接待日'])
    expect(await list('kind=reception-day')).toEqual(['接待日'])
    expect(await list('state=planned')).toEqual(['另一次会'])
    expect(await list('unanswered=true')).toEqual(['接待日'])
    expect(await list(`query=${encodeURIComponent('另一')}`)).toEqual(['另一次会'])
    expect((await desk.post(`${here}/exports`, { list: 'meetings', filters: { kind: 'reception-day' } })).status).toBe(200)
    expect((await schedule()).unanswered).toBe(1)
  })
})

describe('what the standard promises', () => {
  it('[NTC-07] is drafted ahead of its day, once however many servers look, and told to who holds meetings', async () => {
    app.clock.set('2026-12-20T02:00:00Z')
    const second = await app.replica()
    const looks = [app.nest, second, app.nest, second].map((server) => server.get(PlanMeetings).run())
    await Promise.all(looks)
    await app.deliver()
    const { items } = (await desk.get(`${here}/meetings`)).body as Page<MeetingRow>
    expect(items.map(({ kind, promised, dueOn, state }) => [kind, promised, dueOn, state]).sort()).toEqual([
      ['owners-meeting', 'meeting', '2026-12-31', 'planned'],
      ['reception-day', 'reception-day', '2026-12-31', 'planned'],
    ])
    expect((await told(desk)).filter(({ kind }) => kind === 'meeting.drafted')).toHaveLength(2)
    expect(await app.nest.get(PlanMeetings).run()).toBe(0)

    const drafted = items.find(({ kind }) => kind === 'reception-day')!
    viewOf(await desk.post(`${here}/meetings/${drafted.id}/cancel`, { reason: '并到下月', version: 1 }))
    expect(await app.nest.get(PlanMeetings).run()).toBe(0)
    expect(await promise('reception-day')).toMatchObject({ dueOn: '2026-11-30', late: true, next: null })
  })

  it('[NTC-07] is late once a period has passed without one, until one is held', async () => {
    app.clock.set('2027-01-10T02:00:00Z')
    expect(await promise('meeting')).toMatchObject({ everyMonths: 6, dueOn: '2026-12-31', late: true, lastHeldAt: null })
    await held()
    expect(await promise('meeting')).toMatchObject({ dueOn: '2027-12-31', late: false, lastHeldAt: expect.any(String) })
    app.clock.set('2027-07-02T02:00:00Z')
    expect(await promise('meeting')).toMatchObject({ dueOn: '2027-12-31', late: false })
  })

  it('[NTC-07] is not drafted beside what the office planned itself', async () => {
    app.clock.set('2027-12-20T02:00:00Z')
    const planned = viewOf(await desk.post(`${here}/meetings`, meetingOf(app, { inHours: 48 })))
    await app.nest.get(PlanMeetings).run()
    const { items } = (await desk.get(`${here}/meetings?kind=owners-meeting`)).body as Page<MeetingRow>
    expect(items.map(({ id }) => id)).toEqual([planned.id])
    expect(await promise('meeting')).toMatchObject({ next: { id: planned.id } })
  })
})

describe('a point that was raised', () => {
  const pointsOf = async (id: string) => viewOf(await desk.get(`${here}/meetings/${id}`)).raised

  it('[NTC-07] comes out of a topic, becomes a complaint of who raised it, and is answered when that is', async () => {
    const out = await announced(app, desk, community.id)
    await resident.post(`/me/meetings/${out.id}/book`, { topic: '车棚太暗' })
    expect(viewOf(await desk.get(`${here}/meetings/${out.id}`)).topics).toEqual([
      expect.objectContaining({ text: '车棚太暗', residentName: resident.name }),
    ])
    app.clock.advance({ hours: 25 })
    const day = viewOf(await take(viewOf(await desk.get(`${here}/meetings/${out.id}`)), 'hold'))
    const [point] = day.raised
    expect(point).toMatchObject({ text: '车棚太暗', state: 'open', raisedByName: resident.name, caseId: null })

    const turned = {
      sort: 'suggestion',
      category: 'facilities',
      urgency: 'routine',
      description: '车棚加灯',
      version: point!.version,
    }
    const first = await desk.post(`${here}/meeting-points/${point!.id}/complaint`, turned)
    const { id: caseId, number } = first.body as ComplaintReceipt
    const again = await desk.post(`${here}/meeting-points/${point!.id}/complaint`, { ...turned, version: point!.version + 1 })
    expect(codeOf(again)).toBe('MEETING_POINT_FOLLOWED')
    expect((await resident.get(`${here}/complaints/${caseId}`)).body as ComplaintView).toMatchObject({
      number,
      channel: 'meeting',
      mine: true,
    })
    expect(await pointsOf(out.id)).toEqual([expect.objectContaining({ state: 'followed', caseNumber: number })])
    const neighbour = await app.world.resident(community)
    expect((await own(resident, out.id)).raised).toEqual([expect.objectContaining({ state: 'followed', caseId, mine: true })])
    expect((await own(neighbour, out.id)).raised).toEqual([
      expect.objectContaining({ state: 'followed', caseId: null, mine: false }),
    ])

    await app.owner.query(`UPDATE cases SET state = 'done' WHERE id = $1`, [caseId])
    await app.owner.query(`UPDATE complaints SET result = '已加装' WHERE case_id = $1`, [caseId])
    expect(await pointsOf(out.id)).toEqual([expect.objectContaining({ state: 'answered', result: '已加装' })])
    expect((await own(neighbour, out.id)).raised).toEqual([expect.objectContaining({ state: 'answered', result: null })])
  })

  it('[NTC-07] becomes a repair in the home, in a building or somewhere in the community', async () => {
    let day = await held()
    const guest = { residentId: resident.residentId }
    for (const [text, more] of [
      ['家里漏水', guest],
      ['大门坏了', {}],
      ['路灯不亮', {}],
    ] as const)
      day = viewOf(await raise(day, { text, ...more }))
    const [home, door, lamp] = day.raised
    const turn = async (point: typeof home, more: object = {}) => {
      const body = { category: 'public', urgency: 'routine', description: point!.text, version: point!.version, ...more }
      const receipt = await desk.post(`${here}/meeting-points/${point!.id}/repair`, body)
      if (receipt.status !== 201) throw new Error(receipt.text)
      return (await desk.get(`${here}/repairs/${(receipt.body as { id: string }).id}`)).body as RepairView
    }
    expect(await turn(home)).toMatchObject({ channel: 'meeting', reporterName: resident.name })
    expect(await turn(door, { buildingId: community.buildingId })).toMatchObject({ placeLabel: '1号楼' })
    expect((await turn(lamp)).placeLabel).toMatch(/公共区域$/)
    const foreign = { category: 'public', urgency: 'routine', description: '大门', version: 1, buildingId: randomUUID() }
    const more = viewOf(await raise(day, { text: '另一扇门' })).raised.at(-1)!
    expect((await desk.post(`${here}/meeting-points/${more.id}/repair`, foreign)).status).toBe(404)
  })

  it('[NTC-07] is answered in writing; the meeting is finished with the last of them', async () => {
    let day = await held()
    for (const text of ['路灯', '绿化']) day = viewOf(await raise(day, { text }))
    day = viewOf(await desk.put(`${here}/meetings/${day.id}/minutes`, { minutes: '记录', version: day.version }))
    const published = viewOf(await take(day, 'publish-minutes'))
    expect(published).toMatchObject({ finished: false, unanswered: 2 })
    const answer = ({ id, version }: { id: string; version: number }) =>
      desk.post(`${here}/meeting-points/${id}/answer`, { answer: '本周修好', version })
    const [lamp, green] = published.raised
    viewOf(await answer(lamp!))
    expect(codeOf(await answer(lamp!))).toBe('STALE_VERSION')
    expect(viewOf(await answer(green!))).toMatchObject({ finished: true, unanswered: 0 })
    expect((await own(resident, day.id)).raised[0]).toMatchObject({ state: 'answered', answer: '本周修好' })
  })

  it('[NTC-07] is turned only by who may register what it becomes', async () => {
    const day = await held()
    const [point] = viewOf(await raise(day, { text: '路灯' })).raised
    const clerk = await app.world.staff(community, { permissions: ['meetings.read', 'meetings.edit'] })
    const turned = { sort: 'complaint', category: 'other', urgency: 'routine', description: '路灯', version: 1 }
    expect((await clerk.post(`${here}/meeting-points/${point!.id}/complaint`, turned)).status).toBe(403)
    expect(codeOf(await desk.post(`${here}/meetings/${randomUUID()}/points`, { text: '路灯' }))).toBe('NOT_FOUND')
    expect(codeOf(await raise(day, { text: '路灯', residentId: randomUUID() }))).toBe('NOT_FOUND')
  })
})
