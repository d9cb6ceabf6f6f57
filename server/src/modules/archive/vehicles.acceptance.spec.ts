import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type {
  HomeVehicles,
  Kept,
  Page,
  SearchHit,
  SpaceDraft,
  SpaceRow,
  UnitRow,
  VehicleDraft,
  VehicleRow,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let here: string
let desk: Person
let elsewhere: TestCommunity
let count = 0

beforeAll(async () => {
  app = await startApp()
  app.clock.set('2026-11-21T04:00:00Z')
  community = await app.world.community()
  elsewhere = await app.world.community()
  here = `/communities/${community.id}`
  desk = await app.world.staff(community, { permissions: ['archive.read', 'archive.edit'] })
})
afterAll(() => app.close())

interface Refused {
  code: string
  detail: string
  errors: { field: string }[]
}
const refusalOf = ({ body }: { body: unknown }) => body as Refused
const newPlate = () => `沪A${String(++count).padStart(5, '0')}`
const newSpace = () => String(++count).padStart(3, '0')

async function parked(draft: Partial<VehicleDraft> & { unitId: string }): Promise<Kept> {
  const body = { kind: 'car', plate: newPlate(), ...draft }
  return (await desk.post(`${here}/vehicles`, body).expect(201)).body as Kept
}
async function spaced(draft: Partial<SpaceDraft> = {}): Promise<Kept> {
  const body = { number: newSpace(), tenure: 'public', ...draft }
  return (await desk.post(`${here}/parking-spaces`, body).expect(201)).body as Kept
}
async function vehicles(filters: string): Promise<VehicleRow[]> {
  return ((await desk.get(`${here}/vehicles?${filters}`).expect(200)).body as Page<VehicleRow>).items
}
async function spaces(filters: string): Promise<SpaceRow[]> {
  return ((await desk.get(`${here}/parking-spaces?${filters}`).expect(200)).body as Page<SpaceRow>).items
}
async function homesFor(query: string, more = ''): Promise<string[]> {
  const { items } = (await desk.get(`${here}/units?query=${encodeURIComponent(query)}${more}`).expect(200)).body as Page<UnitRow>
  return items.map(({ id }) => id)
}
async function lastAudit(subjectId: string) {
  const { rows } = await app.owner.query<{ action: string; before: object | null; after: object | null; actor_kind: string }>(
    'SELECT action, before, after, actor_kind FROM audit_entries WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
    [subjectId],
  )
  return rows[0]
}

describe('a parking space', () => {
  it('[ORG-02] is registered to a home with its term, area and zone, and on record', async () => {
    const unit = await app.world.unit(community)
    const draft = { zone: 'B1', number: '023', tenure: 'let', unitId: unit.id, areaSquareMetres: 13.25, validFrom: '2026-01-01', validUntil: '2026-12-31', note: '靠电梯' } as const // prettier-ignore
    const { id } = await spaced(draft)
    expect(await spaces(`unitId=${unit.id}`)).toEqual([{ ...draft, id, unitLabel: unit.label, vehicles: [], version: 1 }])
    expect(await lastAudit(id)).toMatchObject({ action: 'archive.add-space', before: null, after: draft })
  })

  it('[ORG-02] is changed, but not from an older sight of it', async () => {
    const { id } = await spaced()
    const [row] = await spaces('tenure=public&limit=100').then((rows) => rows.filter((each) => each.id === id))
    const unit = await app.world.unit(community)
    await desk
      .put(`${here}/parking-spaces/${id}`, { number: row!.number, tenure: 'owned', unitId: unit.id, version: 1 })
      .expect(200)
    const late = await desk.put(`${here}/parking-spaces/${id}`, { number: row!.number, tenure: 'public', version: 1 })
    expect([late.status, refusalOf(late).code]).toEqual([409, 'STALE_VERSION'])
    expect(await lastAudit(id)).toMatchObject({
      before: { tenure: 'public', unitId: null },
      after: { tenure: 'owned', unitId: unit.id },
    })
  })

  it('[ORG-02] keeps its number to itself within its zone', async () => {
    const number = newSpace()
    await spaced({ zone: 'A', number })
    await spaced({ zone: 'B', number })
    const twin = await desk.post(`${here}/parking-spaces`, { zone: 'A', number, tenure: 'public' })
    expect([twin.status, refusalOf(twin).code]).toEqual([409, 'DUPLICATE'])
  })

  it('[ORG-02] belongs to a home exactly when it is not public, and its term runs forwards', async () => {
    const unit = await app.world.unit(community)
    const bodies = [
      { tenure: 'public', unitId: unit.id },
      { tenure: 'owned' },
      { tenure: 'let', unitId: unit.id, validFrom: '2026-05-01', validUntil: '2026-04-30' },
    ]
    const answers = await Promise.all(bodies.map((body) => desk.post(`${here}/parking-spaces`, { number: 'X1', ...body })))
    expect(answers.map((answer) => [answer.status, refusalOf(answer).errors[0]!.field])).toEqual([
      [400, 'unitId'],
      [400, 'unitId'],
      [400, 'validUntil'],
    ])
  })

  it('[ORG-02] is withdrawn when nobody parks there, and gives its number free', async () => {
    const unit = await app.world.unit(community)
    const number = newSpace()
    const { id } = await spaced({ number, tenure: 'owned', unitId: unit.id })
    const plate = newPlate()
    const vehicle = await parked({ unitId: unit.id, plate, spaceId: id })
    const refused = await desk.post(`${here}/parking-spaces/${id}/withdraw`, { version: 1 })
    expect([refused.status, refusalOf(refused).code]).toEqual([409, 'SPACE_IN_USE'])
    expect(refusalOf(refused).detail).toContain(plate)
    await desk.post(`${here}/vehicles/${vehicle.id}/end`, { version: 1 }).expect(204)
    await desk.post(`${here}/parking-spaces/${id}/withdraw`, { version: 1 }).expect(204)
    expect(await spaces(`unitId=${unit.id}`)).toEqual([])
    await spaced({ number })
    await desk.post(`${here}/parking-spaces/${id}/withdraw`, { version: 2 }).expect(404)
  })

  it('[ORG-02] is listed by its number however written, by tenure, and when its term is over', async () => {
    const unit = await app.world.unit(community)
    const { id } = await spaced({ zone: '地下一层', number: 'C-077', tenure: 'let', unitId: unit.id, validUntil: '2026-11-20' })
    for (const written of ['C-077', 'c077', 'C 07', '地下一层C077'])
      expect((await spaces(`query=${encodeURIComponent(written)}`)).map((space) => space.id)).toEqual([id])
    expect((await spaces('lapsed=true')).map((space) => space.id)).toEqual([id])
    expect((await spaces('tenure=owned&query=C077')).map((space) => space.id)).toEqual([])
  })

  it('[ORG-02] is paged without leaving out or repeating one', async () => {
    for (let each = 0; each < 5; each++) await spaced({ zone: 'P' })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer = await desk.get(`${here}/parking-spaces?limit=2${cursor && `&cursor=${cursor}`}`).expect(200)
      const page = answer.body as Page<SpaceRow>
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe((await spaces('limit=100')).length)
  })

  it('[ORG-02] of another community does not exist', async () => {
    const foreign = await app.world.unit(elsewhere)
    const answer = await desk.post(`${here}/parking-spaces`, { number: 'Y1', tenure: 'owned', unitId: foreign.id })
    expect(answer.status).toBe(404)
  })
})

describe('a vehicle', () => {
  it('[ORG-02] is registered to a home and its person and space, its plate as it is compared', async () => {
    const resident = await app.world.resident(community)
    const space = await spaced({ zone: 'B2', number: '101', tenure: 'owned', unitId: resident.unitId })
    const draft = {
      unitId: resident.unitId,
      plate: ' 沪b·d8 8888 ',
      description: '白色 比亚迪',
      residentId: resident.residentId,
      spaceId: space.id,
    }
    const { id } = await parked(draft)
    expect(await vehicles(`unitId=${resident.unitId}`)).toMatchObject([
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
    expect(await lastAudit(id)).toMatchObject({ action: 'archive.add-vehicle', before: null, after: { plate: '沪BD88888' } })
  })

  it('[ORG-02] with a plate no vehicle has is refused with what a plate looks like', async () => {
    const unit = await app.world.unit(community)
    const answer = await desk.post(`${here}/vehicles`, { unitId: unit.id, kind: 'car', plate: '沪12345' })
    expect([answer.status, refusalOf(answer).errors[0]!.field]).toEqual([400, 'plate'])
    await parked({ unitId: unit.id, kind: 'electric-bicycle', plate: '上海7654321' })
  })

  it('[ORG-02] is here once: a second home is told which has it, another community is free to have it too', async () => {
    const [first, second] = [await app.world.unit(community), await app.world.unit(community)]
    const plate = newPlate()
    await parked({ unitId: first.id, plate })
    const refused = await desk.post(`${here}/vehicles`, { unitId: second.id, kind: 'car', plate })
    expect([refused.status, refusalOf(refused).code]).toEqual([409, 'PLATE_TAKEN'])
    expect(refusalOf(refused).detail).toContain(first.label)
    const other = await app.world.staff(elsewhere, { permissions: ['archive.edit'] })
    const there = { unitId: (await app.world.unit(elsewhere)).id, kind: 'car', plate }
    await other.post(`/communities/${elsewhere.id}/vehicles`, there).expect(201)
  })

  it('[ORG-02] whose stay ends on a coming day is here until then', async () => {
    const [first, second] = [await app.world.unit(community), await app.world.unit(community)]
    const plate = newPlate()
    await parked({ unitId: first.id, plate, validUntil: '2026-12-31' })
    expect((await desk.post(`${here}/vehicles`, { unitId: second.id, kind: 'car', plate })).status).toBe(409)
  })

  it('[ORG-02] registered by two at once is registered by one', async () => {
    const plate = newPlate()
    const units = await Promise.all([1, 2, 3, 4].map(() => app.world.unit(community)))
    const answers = await Promise.all(units.map(({ id }) => desk.post(`${here}/vehicles`, { unitId: id, kind: 'car', plate })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  it('[ORG-02] is changed, but not from an older sight of it, and not onto another plate that is here', async () => {
    const unit = await app.world.unit(community)
    const taken = newPlate()
    await parked({ unitId: unit.id, plate: taken })
    const plate = newPlate()
    const { id } = await parked({ unitId: unit.id, plate })
    await desk.put(`${here}/vehicles/${id}`, { kind: 'car', plate, description: '红色', version: 1 }).expect(200)
    const late = await desk.put(`${here}/vehicles/${id}`, { kind: 'car', plate, version: 1 })
    expect([late.status, refusalOf(late).code]).toEqual([409, 'STALE_VERSION'])
    const twin = await desk.put(`${here}/vehicles/${id}`, { kind: 'car', plate: taken, version: 2 })
    expect([twin.status, refusalOf(twin).code]).toEqual([409, 'PLATE_TAKEN'])
    expect(await lastAudit(id)).toMatchObject({
      action: 'archive.edit-vehicle',
      before: { description: '' },
      after: { description: '红色' },
    })
  })

  it('[ORG-02] that left frees its plate at once and stays in the past', async () => {
    const [first, second] = [await app.world.unit(community), await app.world.unit(community)]
    const plate = newPlate()
    const { id } = await parked({ unitId: first.id, plate, validFrom: '2024-03-01' })
    const late = await desk.post(`${here}/vehicles/${id}/end`, { version: 9 })
    expect(refusalOf(late).code).toBe('STALE_VERSION')
    await desk.post(`${here}/vehicles/${id}/end`, { version: 1 }).expect(204)
    await parked({ unitId: second.id, plate })
    expect(await vehicles(`unitId=${first.id}`)).toEqual([])
    expect(await vehicles(`unitId=${first.id}&past=true`)).toMatchObject([{ id, validUntil: '2026-11-20' }])
    expect(await lastAudit(id)).toMatchObject({ before: { validUntil: null }, after: { validUntil: '2026-11-20' } })
  })

  it('[ORG-02] takes no space of another home, and nothing of another community', async () => {
    const [mine, other] = [await app.world.unit(community), await app.world.unit(community)]
    const space = await spaced({ tenure: 'owned', unitId: other.id })
    const plate = newPlate()
    const stolen = await desk.post(`${here}/vehicles`, { unitId: mine.id, kind: 'car', plate, spaceId: space.id })
    expect([stolen.status, refusalOf(stolen).errors[0]!.field]).toEqual([400, 'spaceId'])
    const stranger = await app.world.resident(elsewhere)
    const foreign = [{ unitId: stranger.unitId }, { unitId: mine.id, residentId: stranger.residentId }]
    const answers = await Promise.all(foreign.map((body) => desk.post(`${here}/vehicles`, { kind: 'car', plate, ...body })))
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })

  it('[ORG-02] is listed by its plate, its beginning, without its province and by its own part', async () => {
    const unit = await app.world.unit(community)
    const { id } = await parked({ unitId: unit.id, plate: '川RAB9Z7' })
    for (const typed of ['川RAB9Z7', '川r·ab', 'RAB9Z7', 'ab9z7'])
      expect((await vehicles(`query=${encodeURIComponent(typed)}`)).map((vehicle) => vehicle.id)).toEqual([id])
    expect(await vehicles(`query=RAB9Z7&kind=motorcycle`)).toEqual([])
  })
})

describe('who works in some buildings only', () => {
  it('[ORG-05] keeps the vehicles and spaces there, and is told of no home elsewhere', async () => {
    const far = await app.world.building(community, '远楼', 1, 1)
    const [near, away] = [await app.world.unit(community), await app.world.unit(community, far)]
    const clerk = await app.world.staff(community, { permissions: ['archive.read', 'archive.edit'] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [clerk.staffId, [community.buildingId]])
    const plate = newPlate()
    await parked({ unitId: away.id, plate })
    const space = { number: newSpace(), tenure: 'owned', unitId: near.id }
    await clerk.post(`${here}/parking-spaces`, space).expect(201)
    await clerk.post(`${here}/vehicles`, { unitId: near.id, kind: 'car', plate: newPlate() }).expect(201)
    const taken = await clerk.post(`${here}/vehicles`, { unitId: near.id, kind: 'car', plate })
    expect([taken.status, refusalOf(taken).code]).toEqual([409, 'PLATE_TAKEN'])
    expect(refusalOf(taken).detail).not.toContain(away.label)
    const elsewhereInIt = await clerk.post(`${here}/vehicles`, { unitId: away.id, kind: 'car', plate: newPlate() })
    const open = await clerk.post(`${here}/parking-spaces`, { number: newSpace(), tenure: 'public' })
    const building = await clerk.post(`${here}/buildings`, { name: '自己的楼' })
    expect([elsewhereInIt.status, open.status, building.status]).toEqual([404, 403, 403])
  })
})

describe('a household', () => {
  it('[ORG-02] is found by plate, by the number of its space, and by the last four digits of a telephone number', async () => {
    const resident = await app.world.resident(community, { phone: '13917004821' })
    await parked({ unitId: resident.unitId, plate: '苏E7K2M9' })
    await spaced({ zone: 'B3', number: 'K-509', tenure: 'owned', unitId: resident.unitId })
    for (const typed of ['苏E7K2M9', '苏e·7k', 'E7K2M9', '7K2M9', 'K-509', 'b3k509', '4821', '139 1700'])
      expect([typed, await homesFor(typed)]).toEqual([typed, [resident.unitId]])
  })

  it('[ORG-02] is found by a plate from anywhere in the console, and only by who may read the archive', async () => {
    const unit = await app.world.unit(community)
    await parked({ unitId: unit.id, plate: '赣D6R8S2' })
    const engineer = await app.world.staff(community)
    const hitsOf = async (person: Person, typed: string) =>
      ((await person.get(`/search?query=${encodeURIComponent(typed)}`).expect(200)).body as SearchHit[]).map(({ id }) => id)
    for (const typed of ['赣D6R8S2', '赣d·6r8s2', 'D6R8S2', '6R8S2']) expect(await hitsOf(desk, typed)).toEqual([unit.id])
    expect(await hitsOf(engineer, '赣D6R8S2')).toEqual([])
  })

  it('[ORG-02] is no longer found by a vehicle that left or a space out of use', async () => {
    const unit = await app.world.unit(community)
    const vehicle = await parked({ unitId: unit.id, plate: '皖C3M4N5' })
    const space = await spaced({ number: 'Q-611', tenure: 'owned', unitId: unit.id })
    await desk.post(`${here}/vehicles/${vehicle.id}/end`, { version: 1 }).expect(204)
    await desk.post(`${here}/parking-spaces/${space.id}/withdraw`, { version: 1 }).expect(204)
    expect([await homesFor('皖C3M4N5'), await homesFor('Q611')]).toEqual([[], []])
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

describe('the people of a home', () => {
  const at = (person: Person) => `${here}/household-vehicles?unitId=${person.unitId}`
  async function seenBy(person: Person): Promise<HomeVehicles> {
    return (await person.get(at(person)).expect(200)).body as HomeVehicles
  }

  it('[ORG-02] see its vehicles and spaces; owners and tenants register one, which is on record as theirs', async () => {
    const owner = await app.world.resident(community)
    await spaced({ zone: 'B5', number: '8', tenure: 'owned', unitId: owner.unitId })
    const plate = newPlate()
    const body = { unitId: owner.unitId, kind: 'car', plate, description: '黑色' }
    const { id } = (await owner.post(`${here}/household-vehicles`, body).expect(201)).body as { id: string }
    expect(await seenBy(owner)).toEqual({
      mayRegister: true,
      vehicles: [{ id, plate, kind: 'car', description: '黑色', spaceLabel: null, validUntil: null, mayRemove: true }],
      spaces: [{ id: expect.any(String) as string, label: 'B58', tenure: 'owned', validUntil: null }],
    })
    expect(await lastAudit(id)).toMatchObject({
      action: 'vehicles.register',
      actor_kind: 'resident',
      after: { plate, residentId: owner.residentId },
    })
    expect(await vehicles(`unitId=${owner.unitId}`)).toMatchObject([{ id, residentName: owner.name }])
  })

  it('[ORG-02] register with one tap what is registered with two', async () => {
    const owner = await app.world.resident(community)
    const body = { unitId: owner.unitId, kind: 'car', plate: newPlate() }
    const key = '0190b0b0-0000-7000-8000-000000000002'
    await owner.post(`${here}/household-vehicles`, body, key).expect(201)
    await owner.post(`${here}/household-vehicles`, body, key).expect(201)
    expect((await seenBy(owner)).vehicles).toHaveLength(1)
  })

  it('[ORG-02] who are family see and do not change', async () => {
    const owner = await app.world.resident(community)
    const family = await app.world.resident(community, { unitId: owner.unitId, role: 'family' })
    const { id } = await parked({ unitId: owner.unitId })
    expect(await seenBy(family)).toMatchObject({ mayRegister: false, vehicles: [{ id, mayRemove: false }] })
    const registered = await family.post(`${here}/household-vehicles`, { unitId: owner.unitId, kind: 'car', plate: newPlate() })
    const removed = await family.post(`${here}/household-vehicles/${id}/remove`)
    expect([refusalOf(registered).code, refusalOf(removed).code]).toEqual(['HOLDER_NEEDED', 'HOLDER_NEEDED'])
  })

  it('[ORG-02] remove what they registered; an owner removes any', async () => {
    const owner = await app.world.resident(community)
    const tenant = await app.world.resident(community, { unitId: owner.unitId, role: 'tenant' })
    const ofOwner = await parked({ unitId: owner.unitId })
    const body = { unitId: owner.unitId, kind: 'car', plate: newPlate() }
    const { id } = (await tenant.post(`${here}/household-vehicles`, body).expect(201)).body as { id: string }
    const refused = await tenant.post(`${here}/household-vehicles/${ofOwner.id}/remove`)
    expect([refused.status, refusalOf(refused).code]).toEqual([403, 'VEHICLE_OF_OTHERS'])
    await tenant.post(`${here}/household-vehicles/${id}/remove`).expect(204)
    await owner.post(`${here}/household-vehicles/${ofOwner.id}/remove`).expect(204)
    expect((await seenBy(owner)).vehicles).toEqual([])
    await owner.post(`${here}/household-vehicles/${ofOwner.id}/remove`).expect(404)
  })

  it('[ORG-02] register at most five by phone', async () => {
    const owner = await app.world.resident(community)
    for (let each = 0; each < 5; each++) await parked({ unitId: owner.unitId })
    const sixth = await owner.post(`${here}/household-vehicles`, { unitId: owner.unitId, kind: 'car', plate: newPlate() })
    expect([sixth.status, refusalOf(sixth).code]).toEqual([409, 'VEHICLES_FULL'])
    await parked({ unitId: owner.unitId })
  })

  it('[ORG-02] are not told which other home has a plate', async () => {
    const unit = await app.world.unit(community)
    const plate = newPlate()
    await parked({ unitId: unit.id, plate })
    const owner = await app.world.resident(community)
    const refused = await owner.post(`${here}/household-vehicles`, { unitId: owner.unitId, kind: 'car', plate })
    expect(refusalOf(refused).code).toBe('PLATE_TAKEN')
    expect(refusalOf(refused).detail).toContain('另一套房屋')
    expect(refusalOf(refused).detail).not.toContain(unit.label)
  })

  it('[ORG-02] see and change nothing of another home, nor once they moved out', async () => {
    const neighbour = await app.world.resident(community)
    const owner = await app.world.resident(community)
    const { id } = await parked({ unitId: neighbour.unitId })
    const body = { unitId: neighbour.unitId, kind: 'car', plate: newPlate() }
    const answers = [
      await owner.get(at(neighbour)),
      await owner.post(`${here}/household-vehicles`, body),
      await owner.post(`${here}/household-vehicles/${id}/remove`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    await app.owner.query(`UPDATE residencies SET valid_until = '2026-11-20' WHERE resident_id = $1`, [neighbour.residentId])
    expect((await neighbour.post(`${here}/household-vehicles/${id}/remove`)).status).toBe(404)
  })
})
