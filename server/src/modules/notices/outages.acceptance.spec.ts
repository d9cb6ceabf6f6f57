import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BoardOutage, InboxMessage, NewOutage, OutageView, Page, Problem } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { WHOLE } from '../../../test/notice-desk.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { WatchOutages } from './index.ts'

let app: TestApp
let community: TestCommunity
let here: string
let desk: Person
let manager: Person
let affected: Person
let elsewhere: Person

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}/outages`
  desk = await app.world.staff(community, { permissions: ['notices.read', 'notices.edit'] })
  manager = await app.world.staff(community, { permissions: ['notices.read', 'notices.approve'] })
  affected = await app.world.resident(community)
  const building = await app.world.building(community, '2号楼', 200, 200)
  elsewhere = await app.world.resident(community, { unitId: (await app.world.unit(community, building)).id })
}, 60_000)
afterAll(() => app.close())

const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString()
const announce = (more: Partial<NewOutage> = {}) =>
  desk.post(here, {
    service: 'water',
    scope: '1号楼1单元',
    cause: '水管抢修',
    audience: { ...WHOLE, whole: false, entrances: [{ buildingId: community.buildingId, entrance: '1单元' }] },
    urgent: false,
    startsAt: inHours(-1),
    expectedUntil: inHours(4),
    ...more,
  })
const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const shown = async (person: Person) => (await person.get('/me/outages')).body as BoardOutage[]
const told = async (person: Person, { id }: { id: string }) =>
  ((await person.get('/me/messages?limit=100')).body as Page<InboxMessage>).items
    .filter(({ aboutId }) => aboutId === id)
    .map(({ kind }) => kind)
    .sort()

describe('an outage', () => {
  it('[NTC-02] is announced, updated and over, for those it affects and nobody else', async () => {
    const outage = (await announce()).body as OutageView
    await app.deliver()
    expect(outage).toMatchObject({ state: 'announced', overdue: false })
    expect(await shown(affected)).toEqual([expect.objectContaining({ id: outage.id, service: 'water', cause: '水管抢修' })])
    expect(await shown(elsewhere)).toEqual([])
    expect((await elsewhere.get(`/me/outages/${outage.id}`)).status).toBe(404)

    const later = { text: '还需更换阀门。', expectedUntil: inHours(6), version: outage.version }
    const updated = (await desk.post(`${here}/${outage.id}/update`, later)).body as OutageView
    expect(new Date(updated.expectedUntil).getTime()).toBeGreaterThan(new Date(outage.expectedUntil).getTime())
    const over = await desk.post(`${here}/${outage.id}/recover`, { text: '水压正常。', version: updated.version })
    await app.deliver()
    expect((over.body as OutageView).updates.map(({ kind }) => kind)).toEqual(['recovered', 'updated', 'announced'])
    expect(await told(affected, outage)).toEqual(['outage.announced', 'outage.recovered', 'outage.updated'])
    expect(await told(elsewhere, outage)).toEqual([])
    const again = { text: '再来', version: (over.body as OutageView).version }
    expect(codeOf(await desk.post(`${here}/${outage.id}/update`, again))).toBe('OUTAGE_RECOVERED')
    expect((await affected.get(`/me/outages/${outage.id}`)).body).toMatchObject({ state: 'recovered' })
    app.clock.advance({ days: 2 })
    expect(await shown(affected)).toEqual([])
  })

  it('[NTC-02] past its expected time is marked, and the manager told once for each', async () => {
    const outage = (await announce()).body as OutageView
    const warnings = async () =>
      ((await manager.get('/me/messages?limit=100')).body as Page<InboxMessage>).items.filter(
        ({ kind, body }) => kind === 'outage.overdue' && body.includes('1号楼1单元'),
      ).length
    const watch = async () => {
      await Promise.all([app.nest.get(WatchOutages).run(), app.nest.get(WatchOutages).run()])
      await app.deliver()
    }
    await watch()
    expect(await warnings()).toBe(0)
    app.clock.advance({ hours: 5 })
    await watch()
    await watch()
    expect(await warnings()).toBe(1)
    expect(((await desk.get(`${here}/${outage.id}`)).body as OutageView).overdue).toBe(true)
    const later = { text: '再等一等。', expectedUntil: inHours(1), version: outage.version }
    const updated = (await desk.post(`${here}/${outage.id}/update`, later)).body as OutageView
    expect(updated.overdue).toBe(false)
    app.clock.advance({ hours: 2 })
    await watch()
    expect(await warnings()).toBe(2)
  })

  it('[NTC-02] ends after it begins and after now, affects somebody, and is listed by state', async () => {
    expect(codeOf(await announce({ startsAt: inHours(5) }))).toBe('OUTAGE_TIMES')
    expect(codeOf(await announce({ expectedUntil: inHours(-0.5) }))).toBe('OUTAGE_TIMES')
    const empty = await app.world.building(community, '空楼', 900, 900)
    expect(codeOf(await announce({ audience: { ...WHOLE, whole: false, buildingIds: [empty] } }))).toBe('NOTICE_NOBODY')
    const { items } = (await desk.get(`${here}?state=recovered`)).body as Page<OutageView>
    expect(items.every(({ state }) => state === 'recovered')).toBe(true)
    expect((await affected.get(here)).status).toBe(403)
  })
})
