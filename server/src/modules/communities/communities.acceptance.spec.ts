import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  serviceDefaults,
  type AuditRow,
  type CommunityProfile,
  type CommunityService,
  type CommunitySummary,
  type Page,
  type Permission,
  type Region,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
let here: string
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  manager = await app.world.staff(community, { post: 'project-manager' })
  here = `/communities/${community.id}`
}, 60_000)
afterAll(() => app.close())

const profileOf = async (at: string, person = manager) => (await person.get(at)).body as CommunityProfile
const servicesOf = async (at: string, person = manager) => (await person.get(`${at}/services`)).body as CommunityService[]
const lastEntry = async (action: string) => ((await manager.get(`/audit?subject=${action}`)).body as Page<AuditRow>).items[0]
const garden = { name: '青年家园', propertyType: 'residential', address: '学府路 8 号', hotline: '400-820-1009' }

describe('[ORG-01] a new community', () => {
  it('[ORG-01] is opened with its data, its standard, its hours and the scope of service of its type, and worked in at once', async () => {
    const opened = await manager.post('/communities', garden)
    expect(opened.body).toMatchObject({ ...garden, region: null, version: 1 })
    const at = `/communities/${(opened.body as CommunityProfile).id}`
    expect((await manager.get(`${at}/standard`)).body).toMatchObject({ preset: 'A' })
    expect((await manager.get(`${at}/calendar`)).body).toMatchObject({ observesPublicHolidays: false })
    expect((await servicesOf(at)).map(({ code, name, detail }) => ({ code, name, detail }))).toEqual(serviceDefaults.residential)
    const replies = await app.owner.query('SELECT FROM quick_replies WHERE community_id = $1', [opened.body.id])
    expect(replies.rowCount).toBe(5)
    expect(await lastEntry('communities.open')).toMatchObject({ after: { name: garden.name, address: garden.address } })
  })

  it.each(['residential', 'commercial', 'office'] as const)(
    '[ORG-01] of the %s type brings the scope of service of that type',
    async (propertyType) => {
      const { body } = await manager.post('/communities', { ...garden, name: `默认${propertyType}`, propertyType })
      expect((await servicesOf(`/communities/${(body as CommunityProfile).id}`)).map(({ name }) => name)).toEqual(
        serviceDefaults[propertyType].map(({ name }) => name),
      )
    },
  )

  it('[ORG-01] may adopt another standard and rest on holidays, and is opened once however often it is asked for', async () => {
    const wish = { ...garden, name: '远山中心', propertyType: 'office', preset: 'B', observesPublicHolidays: true }
    const key = crypto.randomUUID()
    const [first, again] = [await manager.post('/communities', wish, key), await manager.post('/communities', wish, key)]
    expect(again.body).toEqual(first.body)
    const at = `/communities/${(first.body as CommunityProfile).id}`
    expect((await manager.get(`${at}/standard`)).body).toMatchObject({ preset: 'B' })
    expect((await manager.get(`${at}/calendar`)).body).toMatchObject({ observesPublicHolidays: true })
    expect((await manager.post('/communities', wish)).body).toMatchObject({ code: 'DUPLICATE' })
  })

  it('[ORG-01] is opened by who keeps the data of the whole company', async () => {
    const ofOne = await app.world.staff(community, { permissions: ['communities.edit'] })
    expect((await ofOne.post('/communities', { ...garden, name: '别处' })).body).toMatchObject({ code: 'WHOLE_COMPANY_NEEDED' })
    expect((await ofOne.post('/regions', { name: '别处' })).body).toMatchObject({ code: 'WHOLE_COMPANY_NEEDED' })
  })
})

describe('[ORG-01] the data of a community', () => {
  it('[STD-02] work by a calendar of its own, changed on the record', async () => {
    const calendar = {
      observesPublicHolidays: true,
      slots: [{ weekday: 1, from: '08:30', until: '18:00' }],
      days: [{ on: '2026-12-31', kind: 'holiday', name: '盘点' }],
    }
    expect((await manager.put(`${here}/calendar`, calendar)).status).toBe(200)
    expect((await manager.get(`${here}/calendar`)).body).toMatchObject(calendar)
    expect(await lastEntry('standards.set-calendar')).toMatchObject({ after: { observesPublicHolidays: true } })
  })

  it('[ORG-01] are changed by who keeps them, on the record, and by two at once only once', async () => {
    const seen = await profileOf(here)
    const draft = { name: '一号小区', address: '测试路 2 号', hotline: '010-87654321', version: seen.version }
    expect((await manager.put(here, draft)).body).toMatchObject({ ...draft, version: seen.version + 1 })
    expect((await manager.put(here, { ...draft, name: '二号小区' })).body).toMatchObject({ code: 'STALE_VERSION' })
    expect(await lastEntry('communities.edit')).toMatchObject({ before: { name: seen.name }, after: { name: '一号小区' } })
    const reader = await app.world.staff(community, { permissions: ['repairs.read'] })
    expect((await reader.put(here, draft)).body).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('[ORG-01] are read by residents with the hotline, and exist for nobody else', async () => {
    const resident = await app.world.resident(community)
    expect(await profileOf(here, resident)).toMatchObject({ name: '一号小区', hotline: '010-87654321' })
    const foreign = await app.world.resident(await app.world.community())
    expect((await foreign.get(here)).body).toMatchObject({ code: 'NOT_FOUND' })
    expect((await foreign.get(`${here}/services`)).body).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('[ORG-01] the scope of service', () => {
  const set = async (services: object[], version?: number) =>
    manager.put(`${here}/services`, { services, version: version ?? (await profileOf(here)).version })

  it('[ORG-01] is added to, reworded, put in order and withdrawn, and residents read it so', async () => {
    await set([...serviceDefaults.residential])
    const [cleaning, waste, patrol] = await servicesOf(here)
    const wish = [
      { id: patrol!.id, code: patrol!.code, name: '夜间巡逻', detail: '每晚三次。' },
      { id: cleaning!.id, code: cleaning!.code, name: waste!.name, detail: cleaning!.detail },
      { id: waste!.id, code: waste!.code, name: cleaning!.name, detail: waste!.detail },
      { name: '快递代收', detail: '前台代收，每日 20:00 前取。' },
    ]
    const { body } = await set(wish)
    expect((body as CommunityService[]).map(({ name }) => name)).toEqual(['夜间巡逻', '垃圾清运', '公共保洁', '快递代收'])
    const resident = await app.world.resident(community)
    expect(await servicesOf(here, resident)).toEqual(body)
    const { rows } = await app.owner.query(
      `SELECT name FROM community_services WHERE community_id = $1 AND withdrawn_at IS NOT NULL`,
      [community.id],
    )
    expect(rows).toHaveLength(3)
    const entry = await lastEntry('communities.set-services')
    expect((entry!.after as { services: string[] }).services[0]).toBe('夜间巡逻：每晚三次。')
  })

  it('[ORG-01] goes back to the defaults of the type', async () => {
    const { body } = await set([...serviceDefaults.residential])
    expect((body as CommunityService[]).map(({ code }) => code)).toEqual(serviceDefaults.residential.map(({ code }) => code))
  })

  it('[ORG-01] is not overwritten by who saw an older one, takes no service of elsewhere and no name twice', async () => {
    const { version } = await profileOf(here)
    await set([{ name: '公共保洁', detail: '每日' }], version)
    expect((await set([{ name: '绿化', detail: '每月' }], version)).body).toMatchObject({ code: 'STALE_VERSION' })
    const other = await app.world.community()
    const [foreign] = (
      await app.owner.query(
        `INSERT INTO community_services (community_id, id, name, detail, ordinal) VALUES ($1, gen_random_uuid(), '别处', '别处', 1) RETURNING id`,
        [other.id],
      )
    ).rows as { id: string }[]
    expect((await set([{ id: foreign!.id, name: '别处', detail: '别处' }])).body).toMatchObject({ code: 'NOT_FOUND' })
    const twice = { name: '公共保洁', detail: '每日' }
    expect((await set([twice, twice])).body).toMatchObject({ code: 'VALIDATION_FAILED' })
    expect((await servicesOf(here)).map(({ name }) => name)).toEqual(['公共保洁'])
  })
})

describe('[ORG-01] regions', () => {
  it('[ORG-01] are added, renamed, given communities and removed when nothing is in them', async () => {
    const { body: north } = (await manager.post('/regions', { name: '华北' })) as { body: Region }
    expect((await manager.post('/regions', { name: '华北' })).body).toMatchObject({ code: 'DUPLICATE' })
    expect((await manager.put(`/regions/${north.id}`, { name: '北方区', version: 1 })).body).toMatchObject({
      name: '北方区',
      version: 2,
    })
    expect((await manager.put(`/regions/${north.id}`, { name: '北区', version: 1 })).body).toMatchObject({
      code: 'STALE_VERSION',
    })
    const { name, address, hotline, version } = await profileOf(here)
    const moved = await manager.put(here, { name, address, hotline, version, regionId: north.id })
    expect(moved.body).toMatchObject({ region: { id: north.id, name: '北方区' } })
    expect((await manager.get('/regions')).body).toMatchObject([{ name: '北方区', communities: 1 }])
    expect((await manager.post(`/regions/${north.id}/remove`, { version: 2 })).body).toMatchObject({ code: 'REGION_IN_USE' })
    await manager.put(here, { name, address, hotline, version: version + 1 })
    expect((await manager.post(`/regions/${north.id}/remove`, { version: 2 })).status).toBe(204)
    expect((await manager.get('/regions')).body).toEqual([])
  })

  it('[ORG-01] of another company are none, and a community is moved only by who keeps the whole company', async () => {
    const foreign = await app.world.community({ companyId: await app.world.company() })
    const stranger = await app.world.staff(foreign, { post: 'project-manager' })
    const { body: theirs } = (await stranger.post('/regions', { name: '华东' })) as { body: Region }
    const { name, address, hotline, version } = await profileOf(here)
    const draft = { name, address, hotline, version }
    expect((await manager.put(here, { ...draft, regionId: theirs.id })).body).toMatchObject({ code: 'NOT_FOUND' })
    expect((await manager.put(`/regions/${theirs.id}`, { name: '我的', version: 1 })).body).toMatchObject({ code: 'NOT_FOUND' })
    const { body: ours } = (await manager.post('/regions', { name: '华南' })) as { body: Region }
    const ofOne = await app.world.staff(community, { permissions: ['communities.edit'] satisfies Permission[] })
    expect((await ofOne.put(here, { ...draft, regionId: ours.id })).body).toMatchObject({ code: 'WHOLE_COMPANY_NEEDED' })
    expect((await ofOne.put(here, draft)).body).toMatchObject({ name })
  })
})

describe('[ORG-01] all communities', () => {
  it('[ORG-01] are listed with their region and what is open and late', async () => {
    const rows = (await manager.get('/communities')).body as CommunitySummary[]
    expect(rows.find(({ id }) => id === community.id)).toMatchObject({ regionName: null, openRepairs: 0, lateRepairs: 0 })
    expect(rows.length).toBeGreaterThan(3)
  })
})
