import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page, SearchHit, UnitRow } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ParkingDesk, refusalOf } from '../../../test/parking-desk.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let office: ParkingDesk

beforeAll(async () => {
  app = await startApp()
  office = await ParkingDesk.open(app)
})
afterAll(() => app.close())

describe('a vehicle', () => {
  it('[ORG-02] is registered to a home and its person and space, its plate as it is compared', async () => {
    const resident = await app.world.resident(office.community)
    const space = await office.spaced({ zone: 'B2', number: '101', tenure: 'owned', unitId: resident.unitId })
    const draft = {
      unitId: resident.unitId,
      plate: ' 沪b·d8 8888 ',
      description: '白色 比亚迪',
      residentId: resident.residentId,
      spaceId: space.id,
    }
    const { id } = await office.parked(draft)
    expect(await office.vehicles(`unitId=${resident.unitId}`)).toMatchObject([
      {
        id,
        plate: '沪BD88888',
        kind: 'car',
        residentName: resident.name,
        spaceLabel: 'B2101',
        validFrom: '2026-11-21',
        validUntil: null,
      },
    ])
    expect(await office.lastAudit(id)).toMatchObject({
      action: 'archive.add-vehicle',
      before: null,
      after: { plate: '沪BD88888' },
    })
  })

  it('[ORG-02] with a plate no vehicle has is refused with what a plate looks like', async () => {
    const unit = await app.world.unit(office.community)
    const answer = await office.clerk.post(`${office.here}/vehicles`, { unitId: unit.id, kind: 'car', plate: '沪12345' })
    expect([answer.status, refusalOf(answer).errors[0]!.field]).toEqual([400, 'plate'])
    await office.parked({ unitId: unit.id, kind: 'electric-bicycle', plate: '上海7654321' })
  })

  it('[ORG-02] is here once: a second home is told which has it, another community is free to have it too', async () => {
    const [first, second] = [await app.world.unit(office.community), await app.world.unit(office.community)]
    const plate = office.newPlate()
    await office.parked({ unitId: first.id, plate })
    const refused = await office.clerk.post(`${office.here}/vehicles`, { unitId: second.id, kind: 'car', plate })
    expect([refused.status, refusalOf(refused).code]).toEqual([409, 'PLATE_TAKEN'])
    expect(refusalOf(refused).detail).toContain(first.label)
    const other = await app.world.staff(office.elsewhere, { permissions: ['archive.edit'] })
    const there = { unitId: (await app.world.unit(office.elsewhere)).id, kind: 'car', plate }
    await other.post(`/communities/${office.elsewhere.id}/vehicles`, there).expect(201)
  })

  it('[ORG-02] whose stay ends on a coming day is here until then', async () => {
    const [first, second] = [await app.world.unit(office.community), await app.world.unit(office.community)]
    const plate = office.newPlate()
    await office.parked({ unitId: first.id, plate, validUntil: '2026-12-31' })
    expect((await office.clerk.post(`${office.here}/vehicles`, { unitId: second.id, kind: 'car', plate })).status).toBe(409)
  })

  it('[ORG-02] registered by two at once is registered by one', async () => {
    const plate = office.newPlate()
    const units = await Promise.all([1, 2, 3, 4].map(() => app.world.unit(office.community)))
    const answers = await Promise.all(
      units.map(({ id }) => office.clerk.post(`${office.here}/vehicles`, { unitId: id, kind: 'car', plate })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  it('[ORG-02] is changed, but not from an older sight of it, and not onto another plate that is here', async () => {
    const unit = await app.world.unit(office.community)
    const taken = office.newPlate()
    await office.parked({ unitId: unit.id, plate: taken })
    const plate = office.newPlate()
    const { id } = await office.parked({ unitId: unit.id, plate })
    await office.clerk.put(`${office.here}/vehicles/${id}`, { kind: 'car', plate, description: '红色', version: 1 }).expect(200)
    const late = await office.clerk.put(`${office.here}/vehicles/${id}`, { kind: 'car', plate, version: 1 })
    expect([late.status, refusalOf(late).code]).toEqual([409, 'STALE_VERSION'])
    const twin = await office.clerk.put(`${office.here}/vehicles/${id}`, { kind: 'car', plate: taken, version: 2 })
    expect([twin.status, refusalOf(twin).code]).toEqual([409, 'PLATE_TAKEN'])
    expect(await office.lastAudit(id)).toMatchObject({
      action: 'archive.edit-vehicle',
      before: { description: '' },
      after: { description: '红色' },
    })
  })

  it('[ORG-02] that left frees its plate at once and stays in the past', async () => {
    const [first, second] = [await app.world.unit(office.community), await app.world.unit(office.community)]
    const plate = office.newPlate()
    const { id } = await office.parked({ unitId: first.id, plate, validFrom: '2024-03-01' })
    const late = await office.clerk.post(`${office.here}/vehicles/${id}/end`, { version: 9 })
    expect(refusalOf(late).code).toBe('STALE_VERSION')
    await office.clerk.post(`${office.here}/vehicles/${id}/end`, { version: 1 }).expect(204)
    await office.parked({ unitId: second.id, plate })
    expect(await office.vehicles(`unitId=${first.id}`)).toEqual([])
    expect(await office.vehicles(`unitId=${first.id}&past=true`)).toMatchObject([{ id, validUntil: '2026-11-20' }])
    expect(await office.lastAudit(id)).toMatchObject({ before: { validUntil: null }, after: { validUntil: '2026-11-20' } })
  })

  it('[ORG-02] takes no space of another home, and nothing of another community', async () => {
    const [mine, other] = [await app.world.unit(office.community), await app.world.unit(office.community)]
    const space = await office.spaced({ tenure: 'owned', unitId: other.id })
    const plate = office.newPlate()
    const stolen = await office.clerk.post(`${office.here}/vehicles`, { unitId: mine.id, kind: 'car', plate, spaceId: space.id })
    expect([stolen.status, refusalOf(stolen).errors[0]!.field]).toEqual([400, 'spaceId'])
    const stranger = await app.world.resident(office.elsewhere)
    const foreign = [{ unitId: stranger.unitId }, { unitId: mine.id, residentId: stranger.residentId }]
    const answers = await Promise.all(
      foreign.map((body) => office.clerk.post(`${office.here}/vehicles`, { kind: 'car', plate, ...body })),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })

  it('[ORG-02] is listed by its plate, its beginning, without its province and by its own part', async () => {
    const unit = await app.world.unit(office.community)
    const { id } = await office.parked({ unitId: unit.id, plate: '川RAB9Z7' })
    for (const typed of ['川RAB9Z7', '川r·ab', 'RAB9Z7', 'ab9z7'])
      expect((await office.vehicles(`query=${encodeURIComponent(typed)}`)).map((vehicle) => vehicle.id)).toEqual([id])
    expect(await office.vehicles(`query=RAB9Z7&kind=motorcycle`)).toEqual([])
  })
})

describe('who works in some buildings only', () => {
  it('[ORG-05] keeps the vehicles and spaces there, and is told of no home elsewhere', async () => {
    const far = await app.world.building(office.community, '远楼', 1, 1)
    const [near, away] = [await app.world.unit(office.community), await app.world.unit(office.community, far)]
    const clerk = await app.world.staff(office.community, { permissions: ['archive.read', 'archive.edit'] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [
      clerk.staffId,
      [office.community.buildingId],
    ])
    const plate = office.newPlate()
    await office.parked({ unitId: away.id, plate })
    const space = { number: office.newSpace(), tenure: 'owned', unitId: near.id }
    await clerk.post(`${office.here}/parking-spaces`, space).expect(201)
    await clerk.post(`${office.here}/vehicles`, { unitId: near.id, kind: 'car', plate: office.newPlate() }).expect(201)
    const taken = await clerk.post(`${office.here}/vehicles`, { unitId: near.id, kind: 'car', plate })
    expect([taken.status, refusalOf(taken).code]).toEqual([409, 'PLATE_TAKEN'])
    expect(refusalOf(taken).detail).not.toContain(away.label)
    const elsewhereInIt = await clerk.post(`${office.here}/vehicles`, { unitId: away.id, kind: 'car', plate: office.newPlate() })
    const open = await clerk.post(`${office.here}/parking-spaces`, { number: office.newSpace(), tenure: 'public' })
    const building = await clerk.post(`${office.here}/buildings`, { name: '自己的楼' })
    expect([elsewhereInIt.status, open.status, building.status]).toEqual([404, 403, 403])
  })
})

describe('a household', () => {
  it('[ORG-02] is found by plate, by the number of its space, and by the last four digits of a telephone number', async () => {
    const resident = await app.world.resident(office.community, { phone: '13917004821' })
    await office.parked({ unitId: resident.unitId, plate: '苏E7K2M9' })
    await office.spaced({ zone: 'B3', number: 'K-509', tenure: 'owned', unitId: resident.unitId })
    for (const typed of ['苏E7K2M9', '苏e·7k', 'E7K2M9', '7K2M9', 'K-509', 'b3k509', '4821', '139 1700'])
      expect([typed, await office.homesFor(typed)]).toEqual([typed, [resident.unitId]])
  })

  it('[ORG-02] is found by a plate from anywhere in the console, and only by who may read the archive', async () => {
    const unit = await app.world.unit(office.community)
    await office.parked({ unitId: unit.id, plate: '赣D6R8S2' })
    const engineer = await app.world.staff(office.community)
    const hitsOf = async (person: Person, typed: string) =>
      ((await person.get(`/search?query=${encodeURIComponent(typed)}`).expect(200)).body as SearchHit[]).map(({ id }) => id)
    for (const typed of ['赣D6R8S2', '赣d·6r8s2', 'D6R8S2', '6R8S2']) expect(await hitsOf(office.clerk, typed)).toEqual([unit.id])
    expect(await hitsOf(engineer, '赣D6R8S2')).toEqual([])
  })

  it('[ORG-02] is no longer found by a vehicle that left or a space out of use', async () => {
    const unit = await app.world.unit(office.community)
    const vehicle = await office.parked({ unitId: unit.id, plate: '皖C3M4N5' })
    const space = await office.spaced({ number: 'Q-611', tenure: 'owned', unitId: unit.id })
    await office.clerk.post(`${office.here}/vehicles/${vehicle.id}/end`, { version: 1 }).expect(204)
    await office.clerk.post(`${office.here}/parking-spaces/${space.id}/withdraw`, { version: 1 }).expect(204)
    expect([await office.homesFor('皖C3M4N5'), await office.homesFor('Q611')]).toEqual([[], []])
  })

  it('[ORG-02] is listed by use, state, who lives there, or that nobody does', async () => {
    const yard = await app.world.community()
    const clerk = await app.world.staff(yard, { post: 'front-desk' })
    const [empty, owned, let_] = [await app.world.unit(yard), await app.world.unit(yard), await app.world.unit(yard)]
    await app.owner.query(`UPDATE units SET state = 'vacant', use = 'shop' WHERE id = $1`, [empty.id])
    await app.world.resident(yard, { unitId: owned.id })
    await app.world.resident(yard, { unitId: let_.id, role: 'tenant' })
    const listed = async (filters: string) => {
      const answer = await clerk.get(`/communities/${yard.id}/units?${filters}`).expect(200)
      return (answer.body as Page<UnitRow>).items.map(({ id }) => id).sort()
    }
    expect(await listed('state=vacant')).toEqual([empty.id])
    expect(await listed('use=shop')).toEqual([empty.id])
    expect(await listed('role=tenant')).toEqual([let_.id])
    expect(await listed('withoutResidents=true')).toEqual([empty.id])
    expect(await listed('use=dwelling')).toEqual([owned.id, let_.id].sort())
    expect(await listed(`query=${encodeURIComponent('1号楼')}&role=owner`)).toEqual([owned.id])
  })
})
