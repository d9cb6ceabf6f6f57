import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CommunitySummary, Place } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
})
afterAll(() => app.close())

describe('communities', () => {
  it('[ORG-01] are told to staff who work there, with how much is open and late', async () => {
    const resident = await app.world.resident(community)
    const supervisor = await app.world.staff(community, { post: 'engineering-supervisor' })
    await app.world.community()
    const report = {
      place: { kind: 'unit', id: resident.unitId },
      category: 'water-leak',
      urgency: 'emergency',
      description: '水管爆了',
      fileIds: [],
    }
    await resident.post(`/communities/${community.id}/repairs`, report).expect(201)
    const before = (await supervisor.get('/communities').expect(200)).body as CommunitySummary[]
    expect(before).toMatchObject([{ id: community.id, openRepairs: 1, lateRepairs: 0 }])
    app.clock.advance({ hours: 1 })
    expect((await supervisor.get('/communities')).body).toMatchObject([{ openRepairs: 1, lateRepairs: 1 }])
  })

  it('[ORG-01] are nothing to residents as lists', async () => {
    await (await app.world.resident(community)).get('/communities').expect(403)
  })
})

describe('places', () => {
  it('[ORG-01] stand on the plan: buildings in their order, then areas, then assets', async () => {
    await app.world.building(community, '2号楼', 300, 100)
    await app.owner.query(
      `INSERT INTO places (community_id, id, kind, building_id, label, plan_x, plan_y)
       VALUES ($1, gen_random_uuid(), 'asset', $2, '1号楼电梯', 110, 100), ($1, gen_random_uuid(), 'area', NULL, '中心花园', 500, 500)`,
      [community.id, community.buildingId],
    )
    const resident = await app.world.resident(community)
    const { body } = await resident.get(`/communities/${community.id}/places`).expect(200)
    expect((body as Place[]).map(({ kind, label, x }) => [kind, label, x])).toEqual([
      ['building', '1号楼', 100],
      ['building', '2号楼', 300],
      ['area', '中心花园', 500],
      ['asset', '1号楼电梯', 110],
    ])
  })

  it('[ORG-01] of another community are not there', async () => {
    const stranger = await app.world.resident(await app.world.community())
    await stranger.get(`/communities/${community.id}/places`).expect(404)
  })
})
