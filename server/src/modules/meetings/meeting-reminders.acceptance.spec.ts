import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { InboxMessage, MeetingView, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { announced, meetingOf } from '../../../test/meeting-desk.ts'
import { Messaging } from '../../../test/messaging.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { RemindOfMeetings } from './index.ts'

let app: TestApp
let community: TestCommunity
let here: string
let desk: Person
let resident: Person
let neighbour: Person

beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  // Saturday noon in Shanghai
  app.clock.set('2026-11-21T04:00:00Z')
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}`
  desk = await app.world.staff(community, { permissions: ['meetings.read', 'meetings.edit'] })
  resident = await app.world.resident(community)
  neighbour = await app.world.resident(community)
})

/** The clock of reminders looks, on however many servers. */
async function look(times = 1): Promise<number> {
  const second = times > 1 ? await app.replica() : app.nest
  const servers = Array.from({ length: times }, (_, turn) => (turn % 2 ? second : app.nest))
  const made = await Promise.all(servers.map((server) => server.get(RemindOfMeetings).run()))
  await app.deliver()
  return made.reduce((sum, count) => sum + count, 0)
}

async function remindersOf(person: Person, { id }: { id: string }): Promise<string[]> {
  const { items } = (await person.get('/me/messages?limit=100').expect(200)).body as Page<InboxMessage>
  return items.filter(({ kind, aboutId }) => kind === 'meeting.reminded' && aboutId === id).map(({ body }) => body)
}

const book = (person: Person, { id }: { id: string }, slotAt?: string) =>
  person.post(`/me/meetings/${id}/book`, { unitId: person.unitId, ...(slotAt && { slotAt }) }).expect(200)

describe('the day before a meeting', () => {
  it('[NTC-07] everybody a meeting of the whole community is for is reminded once from nine o’clock on, by however many servers', async () => {
    const meeting = await announced(app, desk, community.id, { inHours: 72 })
    app.clock.set('2026-11-23T00:59:00Z')
    expect(await look()).toBe(0)
    app.clock.set('2026-11-23T01:00:00Z')
    expect(await look(4)).toBe(1)
    expect(await look()).toBe(0)
    for (const person of [resident, neighbour])
      expect(await remindersOf(person, meeting)).toEqual(['11月24日 12:00，一楼会议室。请准时参加。'])
  })

  it('[NTC-07] of a reception day only who booked and did not cancel is reminded', async () => {
    const day = await announced(app, desk, community.id, { kind: 'reception-day', inHours: 72 })
    const third = await app.world.resident(community)
    await book(resident, day, day.startsAt)
    await book(third, day, new Date(Date.parse(day.startsAt) + 3_600_000).toISOString())
    await third.post(`/me/meetings/${day.id}/cancel-booking`).expect(200)
    app.clock.set('2026-11-23T02:00:00Z')
    expect(await look()).toBe(1)
    expect(await remindersOf(resident, day)).toEqual([expect.stringContaining('请按预约的时段到场')])
    expect(await remindersOf(neighbour, day)).toEqual([])
    expect(await remindersOf(third, day)).toEqual([])
  })

  it('[NTC-07] of a meeting for some buildings who booked is reminded', async () => {
    const audience = { whole: false, buildingIds: [community.buildingId] }
    const meeting = await announced(app, desk, community.id, { inHours: 72, audience })
    await book(neighbour, meeting)
    app.clock.set('2026-11-23T02:00:00Z')
    await look()
    expect(await remindersOf(neighbour, meeting)).toHaveLength(1)
    expect(await remindersOf(resident, meeting)).toEqual([])
  })

  it('[NTC-07] nobody is reminded of what is planned, cancelled, over, or was told that same day; who is told of a new day is', async () => {
    await desk.post(`${here}/meetings`, meetingOf(app, { inHours: 24 })).expect(201)
    const tomorrow = await announced(app, desk, community.id, { inHours: 26 })
    const cancelled = await announced(app, desk, community.id, { inHours: 60 })
    const { version } = (await desk.get(`${here}/meetings/${cancelled.id}`)).body as MeetingView
    await desk.post(`${here}/meetings/${cancelled.id}/cancel`, { reason: '停电', version }).expect(200)
    await app.deliver()
    expect(await look()).toBe(0)
    app.clock.set('2026-11-23T10:00:00Z')
    expect(await look()).toBe(0)
    expect(await remindersOf(resident, tomorrow)).toEqual([])
    const moved = await announced(app, desk, community.id, { inHours: 48 })
    app.clock.set('2026-11-24T02:00:00Z')
    expect(await look()).toBe(1)
    const later = meetingOf(app, { inHours: 72 })
    const seen = (await desk.get(`${here}/meetings/${moved.id}`)).body as MeetingView
    await desk.put(`${here}/meetings/${moved.id}`, { ...later, version: seen.version }).expect(200)
    await app.deliver()
    expect(await look()).toBe(0)
    app.clock.set('2026-11-26T01:00:00Z')
    expect(await look()).toBe(1)
    expect(await remindersOf(resident, moved)).toHaveLength(2)
  })

  it('[NTC-07] a reminder rests during the quiet hours of who does not want to be woken', async () => {
    const messaging = new Messaging(app, community)
    const lin = await messaging.resident()
    await messaging.confirmEmail(lin, 'lin@example.com')
    const groups = [{ group: 'others', channels: ['email'] }]
    await lin.put('/me/message-preferences', { groups, quiet: { from: '08:00', until: '11:00' } }).expect(200)
    const meeting = await announced(app, desk, community.id, { inHours: 72 })
    const reminders = () => messaging.mails('lin@example.com').filter(({ subject }) => subject.includes('明天'))
    app.clock.set('2026-11-23T01:00:00Z')
    expect(await look()).toBe(1)
    expect(await remindersOf(lin, meeting)).toHaveLength(1)
    expect(reminders()).toEqual([])
    app.clock.set('2026-11-23T03:00:01Z')
    messaging.calm()
    await messaging.settle()
    expect(reminders()).toHaveLength(1)
  })
})
