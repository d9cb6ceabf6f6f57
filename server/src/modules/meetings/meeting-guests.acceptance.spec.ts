import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { MeetingCode, MeetingParticipant, MeetingView, OwnMeeting, OwnMeetingRow, Page, Problem } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { announced } from '../../../test/meeting-desk.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

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
  desk = await app.world.staff(community, { permissions: ['meetings.read', 'meetings.edit', 'lists.export'] })
  resident = await app.world.resident(community)
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const own = async (person: Person, id: string) => (await person.get(`/me/meetings/${id}`)).body as OwnMeeting
const guestOf = ({ residentId, unitId }: Person) => ({ residentId, unitId })
const participants = async (id: string, filter = '') =>
  ((await desk.get(`${here}/meetings/${id}/participants${filter}`)).body as Page<MeetingParticipant>).items
const receptionDay = () => announced(app, desk, community.id, { kind: 'reception-day', title: '接待日' })
const book = (person: Person, { id }: { id: string }, body: object = {}) => person.post(`/me/meetings/${id}/book`, body)
const key = async (id: string) =>
  (await app.owner.query<{ key: string }>('SELECT check_in_key AS key FROM meetings WHERE id = $1', [id])).rows[0]!.key

describe('a place at a reception day', () => {
  it('[NTC-07] is booked with what somebody wants to raise, given back, and free again', async () => {
    const day = await receptionDay()
    const [first, second] = (await own(resident, day.id)).slots
    expect([first!.free, second!.free]).toEqual([1, 1])
    const booked = (await book(resident, day, { slotAt: first!.at, topic: '楼道灯' })).body as OwnMeeting
    expect(booked).toMatchObject({ mayBook: false, booking: { slotAt: first!.at, topic: '楼道灯' } })
    expect(booked.slots[0]!.free).toBe(0)
    expect(codeOf(await book(resident, day, { slotAt: second!.at }))).toBe('MEETING_BOOKED')
    const after = (await resident.post(`/me/meetings/${day.id}/cancel-booking`)).body as OwnMeeting
    expect(after).toMatchObject({ booking: null, mayBook: true })
    expect(after.slots[0]!.free).toBe(1)
    expect((await resident.post(`/me/meetings/${day.id}/cancel-booking`)).status).toBe(404)
  })

  it('[NTC-07] the last of a slot goes to one of ten who want it at once; the others are told so', async () => {
    const day = await receptionDay()
    const { at } = (await own(resident, day.id)).slots[0]!
    const people = await Promise.all(Array.from({ length: 10 }, () => app.world.resident(community)))
    const answers = await Promise.all(people.map((person) => book(person, day, { slotAt: at })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)])
    const refused = answers.filter(({ status }) => status === 409).map((answer) => answer.body as Problem)
    expect(new Set(refused.map(({ code, detail }) => `${code} ${detail}`))).toEqual(
      new Set(['MEETING_FULL 这个时段刚刚被约满了，请换一个时段。']),
    )
    expect(await participants(day.id, '?filter=booked')).toHaveLength(1)
  })

  it('[NTC-07] is one of its slots, until it begins', async () => {
    const day = await receptionDay()
    const { at } = (await own(resident, day.id)).slots[0]!
    for (const slotAt of [undefined, new Date(Date.parse(at) + 60_000).toISOString()])
      expect(codeOf(await book(resident, day, slotAt ? { slotAt } : {}))).toBe('MEETING_SLOT')
    app.clock.advance({ hours: 24, minutes: 10 })
    expect(codeOf(await book(resident, day, { slotAt: at }))).toBe('MEETING_SLOT')
    const { slots } = await own(resident, day.id)
    expect(slots.map(({ free }) => free)).toEqual([0, 1])
    expect((await book(resident, day, { slotAt: slots[1]!.at })).status).toBe(200)
  })

  it('[NTC-07] booked, keeps the day from being cut anew', async () => {
    const day = await receptionDay()
    await book(resident, day, { slotAt: day.slots[0]!.at })
    const { kind, title, place, startsAt, endsAt, agenda, audience, slotCapacity, version } = day
    const edited = { kind, title, place, startsAt, endsAt, agenda, audience, slotMinutes: 30, slotCapacity, version }
    expect(codeOf(await desk.put(`${here}/meetings/${day.id}`, edited))).toBe('MEETING_HAS_BOOKINGS')
    const kept = { ...edited, slotMinutes: 60, title: '总经理接待日' }
    expect((await desk.put(`${here}/meetings/${day.id}`, kept)).status).toBe(200)
  })

  it('[NTC-07] is booked by the desk for who calls, and given back by it', async () => {
    const day = await receptionDay()
    const wish = { ...guestOf(resident), slotAt: day.slots[1]!.at, topic: '电话预约' }
    const booked = (await desk.post(`${here}/meetings/${day.id}/bookings`, wish)).body as MeetingView
    expect(booked.slots[1]).toMatchObject({ taken: 1, capacity: 1 })
    expect(await own(resident, day.id)).toMatchObject({ booking: { topic: '电话预约' } })
    const [guest] = await participants(day.id)
    expect(guest).toMatchObject({ name: resident.name, bookedByName: desk.name, attendedAt: null })
    const neighbour = await app.world.resident(community)
    expect(codeOf(await desk.post(`${here}/meetings/${day.id}/bookings`, { ...wish, ...guestOf(neighbour) }))).toBe(
      'MEETING_FULL',
    )
    const wrongHome = { ...wish, unitId: neighbour.unitId, slotAt: day.slots[0]!.at }
    expect(codeOf(await desk.post(`${here}/meetings/${day.id}/bookings`, wrongHome))).toBe('MEETING_NOT_INVITED')
    expect((await desk.post(`${here}/meeting-bookings/${guest!.bookingId!}/cancel`)).status).toBe(200)
    expect(await participants(day.id)).toEqual([])
    expect((await desk.post(`${here}/meeting-bookings/${guest!.bookingId!}/cancel`)).status).toBe(404)
  })
})

describe('who was at a meeting', () => {
  const begin = async () => {
    const out = await announced(app, desk, community.id)
    const view = (await desk.post(`${here}/meetings/${out.id}/code`, { version: out.version })).body as MeetingView
    expect(view.hasCode).toBe(true)
    return view
  }
  const scan = async (person: Person, id: string) => person.post('/me/meeting-check-ins', { code: `m${await key(id)}` })

  it('[NTC-07] is marked once by the code that is shown there, in its time', async () => {
    const meeting = await begin()
    const early = await scan(resident, meeting.id)
    expect(codeOf(early)).toBe('MEETING_CODE_TIME')
    app.clock.advance({ hours: 23, minutes: 30 })
    const shown = (await desk.get(`${here}/meetings/${meeting.id}/code`)).body as MeetingCode
    expect(shown.picture).toMatch(/^data:image\//)
    await book(resident, meeting)
    expect((await scan(resident, meeting.id)).body).toMatchObject({ meetingId: meeting.id, title: meeting.title })
    expect((await scan(resident, meeting.id)).status).toBe(200)
    expect(await participants(meeting.id)).toEqual([expect.objectContaining({ name: resident.name, way: 'code' })])
    expect((await own(resident, meeting.id)).attendedAt).not.toBeNull()
  })

  it('[NTC-07] is not marked by a code that was replaced, made up, or of somewhere else', async () => {
    const meeting = await begin()
    app.clock.advance({ hours: 24 })
    const old = `m${await key(meeting.id)}`
    await desk.post(`${here}/meetings/${meeting.id}/code`, { version: meeting.version })
    const stranger = await app.world.stranger()
    const foreign = await app.world.resident(await app.world.community({ companyId: await app.world.company() }))
    const code = `m${await key(meeting.id)}`
    const tries: [Person, string][] = [
      [resident, old],
      [resident, 'mdoesnotexist'],
      [stranger, code],
      [foreign, code],
      [desk, code],
    ]
    for (const [person, tried] of tries)
      expect(codeOf(await person.post('/me/meeting-check-ins', { code: tried }))).toBe('MEETING_CODE')
    expect(await participants(meeting.id)).toEqual([])
  })

  it('[NTC-07] is written down by hand too, and leaves as a workbook', async () => {
    const meeting = await begin()
    const absent = await app.world.resident(community)
    await book(absent, meeting)
    app.clock.advance({ hours: 24 })
    const mark = () => desk.post(`${here}/meetings/${meeting.id}/attendances`, guestOf(resident))
    expect(((await mark()).body as MeetingView).attended).toBe(1)
    expect(((await mark()).body as MeetingView).attended).toBe(1)
    expect(await participants(meeting.id, '?filter=attended')).toEqual([
      expect.objectContaining({ way: 'hand', bookingId: null }),
    ])
    expect(await participants(meeting.id, '?filter=absent')).toEqual([expect.objectContaining({ name: absent.name })])
    const filters = { meetingId: meeting.id }
    expect((await desk.post(`${here}/exports`, { list: 'meetingParticipants', filters })).status).toBe(200)
  })
})

describe('whom a meeting is for', () => {
  it('[NTC-07] sees it; another building, community or company sees nothing of it', async () => {
    const building = await app.world.building(community, '2号楼', 200, 200)
    const neighbour = await app.world.resident(community, { unitId: (await app.world.unit(community, building)).id })
    const foreign = await app.world.resident(await app.world.community({ companyId: await app.world.company() }))
    const audience = { whole: false, buildingIds: [community.buildingId] }
    const meeting = await announced(app, desk, community.id, { audience })
    expect(meeting.audienceText).toBe('1号楼')
    const list = async (person: Person) =>
      ((await person.get('/me/meetings')).body as Page<OwnMeetingRow>).items.map(({ id }) => id)
    expect(await list(resident)).toEqual([meeting.id])
    for (const person of [neighbour, foreign, await app.world.stranger()]) {
      expect(await list(person)).toEqual([])
      expect((await person.get(`/me/meetings/${meeting.id}`)).status).toBe(404)
      expect((await book(person, meeting)).status).toBe(404)
      expect((await person.get('/me/messages')).body).toMatchObject({ items: [] })
    }
    const wish = { ...guestOf(neighbour), topic: '想来' }
    expect(codeOf(await desk.post(`${here}/meetings/${meeting.id}/bookings`, wish))).toBe('MEETING_NOT_INVITED')
    expect(codeOf(await desk.post(`${here}/meetings/${meeting.id}/attendances`, guestOf(neighbour)))).toBe('MEETING_NOT_INVITED')
    expect(codeOf(await book(desk, meeting))).toBe('HOME_REQUIRED')
  })

  it('[NTC-07] of a reception day sees only the points raised by themselves', async () => {
    const day = await receptionDay()
    const neighbour = await app.world.resident(community)
    await book(resident, day, { slotAt: day.slots[0]!.at, topic: '家事' })
    app.clock.advance({ hours: 24 })
    const { version } = (await desk.get(`${here}/meetings/${day.id}`)).body as MeetingView
    await desk.post(`${here}/meetings/${day.id}/hold`, { version })
    expect((await own(resident, day.id)).raised.map(({ text }) => text)).toEqual(['家事'])
    expect(await own(neighbour, day.id)).toMatchObject({ raised: [], points: 1, unanswered: 1 })
  })
})
