import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BuildingRow, Kept, Page, PlannedUnit, UnitBatch, UnitCell, UnitDraft, UnitRow } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let here: string
let desk: Person
let elsewhere: TestCommunity

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  elsewhere = await app.world.community()
  here = `/communities/${community.id}`
  desk = await app.world.staff(community, { permissions: ['archive.read', 'archive.edit'] })
})
afterAll(() => app.close())

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const fieldsOf = ({ body }: { body: unknown }) => (body as { errors: { field: string }[] }).errors.map(({ field }) => field)

async function buildings(): Promise<BuildingRow[]> {
  return (await desk.get(`${here}/buildings`).expect(200)).body as BuildingRow[]
}
async function building(id: string): Promise<BuildingRow> {
  return (await buildings()).find((each) => each.id === id)!
}
async function built(name: string): Promise<string> {
  return ((await desk.post(`${here}/buildings`, { name }).expect(201)).body as Kept).id
}
async function unitsOf(buildingId: string): Promise<UnitCell[]> {
  return (await desk.get(`${here}/buildings/${buildingId}/units`).expect(200)).body as UnitCell[]
}
async function added(draft: UnitDraft): Promise<Kept> {
  return (await desk.post(`${here}/units`, draft).expect(201)).body as Kept
}
const flat = (buildingId: string, number: string, change: Partial<UnitDraft> = {}): UnitDraft => ({
  buildingId,
  entrance: '1单元',
  floor: Number(number.slice(0, -2)),
  number,
  use: 'dwelling',
  state: 'vacant',
  areaSquareMetres: 98.6,
  ...change,
})
async function lastAudit(subjectId: string) {
  const { rows } = await app.owner.query<{ action: string; before: object | null; after: object | null; actor_name: string }>(
    'SELECT action, before, after, actor_name FROM audit_entries WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
    [subjectId],
  )
  return rows[0]
}

describe('a building', () => {
  it('[ORG-01] is added behind the others, with its place on the plan, and said who added it', async () => {
    const answer = await desk.post(`${here}/buildings`, { name: '9号楼', planX: 300, planY: 400 }).expect(201)
    const { id } = answer.body as Kept
    expect((await buildings()).at(-1)).toMatchObject({
      id,
      name: '9号楼',
      planX: 300,
      planY: 400,
      version: 1,
      units: 0,
      entrances: [],
    })
    expect(await lastAudit(id)).toEqual({
      action: 'archive.add-building',
      actor_name: desk.name,
      before: null,
      after: { name: '9号楼', planX: 300, planY: 400 },
    })
  })

  it('[ORG-01] is added once, however often the request is sent', async () => {
    const key = '0190b0b0-0000-7000-8000-000000000001'
    const [first, second] = [
      await desk.post(`${here}/buildings`, { name: '只建一次' }, key),
      await desk.post(`${here}/buildings`, { name: '只建一次' }, key),
    ]
    expect(second.body).toEqual(first.body)
  })

  it('[ORG-01] keeps its name to itself in a community, and may share it with another community', async () => {
    await built('10号楼')
    const refused = await desk.post(`${here}/buildings`, { name: '10号楼' })
    expect([refused.status, codeOf(refused)]).toEqual([409, 'DUPLICATE'])
    const other = await app.world.staff(elsewhere, { permissions: ['archive.edit'] })
    await other.post(`/communities/${elsewhere.id}/buildings`, { name: '10号楼' }).expect(201)
  })

  it('[ORG-01] takes its units and their codes along when it is renamed', async () => {
    const id = await built('11号楼')
    const unit = await added(flat(id, '601', { entrance: '2单元' }))
    const manager = await app.world.staff(community, { permissions: ['codes.issue', 'codes.read'] })
    const [code] = (await manager.post(`${here}/codes`, { kind: 'unit', placeIds: [unit.id] })).body as { scene: string }[]
    await desk.put(`${here}/buildings/${id}`, { name: '揽月阁', planX: 10, planY: 20, version: 1 }).expect(200)
    expect((await unitsOf(id)).map(({ label }) => label)).toEqual(['揽月阁2单元601'])
    const scanned = await manager.get(`/codes/${code!.scene}`)
    expect((scanned.body as { place: { label: string } }).place.label).toBe('揽月阁2单元601')
    expect(await lastAudit(id)).toMatchObject({ before: { name: '11号楼', planX: null }, after: { name: '揽月阁', planX: 10 } })
  })

  it('[ORG-01] is not changed by who saw an older version, nor halfway onto the plan', async () => {
    const id = await built('12号楼')
    await desk.put(`${here}/buildings/${id}`, { name: '12栋', version: 1 }).expect(200)
    const late = await desk.put(`${here}/buildings/${id}`, { name: '12座', version: 1 })
    expect([late.status, codeOf(late)]).toEqual([409, 'STALE_VERSION'])
    const half = await desk.put(`${here}/buildings/${id}`, { name: '12座', planX: 5, version: 2 })
    expect([half.status, fieldsOf(half)]).toEqual([400, ['planX']])
    expect((await building(id)).name).toBe('12栋')
  })

  it('[ORG-01] stands in the order the office gives, unless somebody added one meanwhile', async () => {
    const ids = (await buildings()).map(({ id }) => id).reverse()
    await desk.put(`${here}/building-order`, { buildingIds: ids }).expect(204)
    expect((await buildings()).map(({ id }) => id)).toEqual(ids)
    await built('新楼')
    const late = await desk.put(`${here}/building-order`, { buildingIds: ids })
    expect([late.status, codeOf(late)]).toEqual([409, 'STALE_VERSION'])
    const foreign = [...(await buildings()).slice(1).map(({ id }) => id), elsewhere.buildingId]
    expect((await desk.put(`${here}/building-order`, { buildingIds: foreign })).status).toBe(409)
  })

  it('[ORG-01] of another community does not exist', async () => {
    const edit = await desk.put(`${here}/buildings/${elsewhere.buildingId}`, { name: '抢来的楼', version: 1 })
    const units = await desk.get(`${here}/buildings/${elsewhere.buildingId}/units`)
    const unit = await desk.post(`${here}/units`, flat(elsewhere.buildingId, '101'))
    expect([edit.status, units.status, unit.status]).toEqual([404, 404, 404])
  })

  it('[ORG-01] is changed by nobody who may only read the archive', async () => {
    const reader = await app.world.staff(community, { permissions: ['archive.read'] })
    await reader.get(`${here}/buildings`).expect(200)
    await reader.post(`${here}/buildings`, { name: '13号楼' }).expect(403)
  })
})

describe('an entrance', () => {
  it('[ORG-01] is renamed with all its units, and only its own', async () => {
    const id = await built('20号楼')
    for (const entrance of ['1单元', '2单元']) await added(flat(id, '101', { entrance }))
    await desk.put(`${here}/buildings/${id}/entrances`, { from: '1单元', to: '东单元', version: 1 }).expect(200)
    expect((await unitsOf(id)).map(({ label }) => label).sort()).toEqual(['20号楼2单元101', '20号楼东单元101'].sort())
    expect((await building(id)).entrances.map(({ name, units }) => [name, units])).toContainEqual(['东单元', 1])
    expect(await lastAudit(id)).toMatchObject({ action: 'archive.rename-entrance', before: { entrance: '1单元' }, after: { entrance: '东单元', units: 1 } }) // prettier-ignore
  })

  it('[ORG-01] does not swallow another, and cannot be renamed twice from one sight of it', async () => {
    const id = await built('21号楼')
    for (const entrance of ['1单元', '2单元']) await added(flat(id, '101', { entrance }))
    const taken = await desk.put(`${here}/buildings/${id}/entrances`, { from: '1单元', to: '2单元', version: 1 })
    expect([taken.status, codeOf(taken)]).toEqual([409, 'DUPLICATE'])
    await desk.put(`${here}/buildings/${id}/entrances`, { from: '1单元', to: '甲单元', version: 1 }).expect(200)
    const late = await desk.put(`${here}/buildings/${id}/entrances`, { from: '2单元', to: '乙单元', version: 1 })
    expect(codeOf(late)).toBe('STALE_VERSION')
  })

  it('[ORG-01] gives a name to units that stood in none', async () => {
    const id = await built('22号楼')
    await added(flat(id, '101', { entrance: '' }))
    await desk.put(`${here}/buildings/${id}/entrances`, { to: 'A座', version: 1 }).expect(200)
    expect((await unitsOf(id))[0]!.label).toBe('22号楼A座101')
  })
})

describe('a unit', () => {
  it('[ORG-01] is added and changed in every respect, with before and after on record', async () => {
    const id = await built('30号楼')
    const unit = await added(flat(id, '101'))
    const changed = { entrance: '3单元', floor: 8, number: '802', use: 'office', state: 'let', areaSquareMetres: 120.25, deliveredOn: '2024-06-30' } as const // prettier-ignore
    await desk.put(`${here}/units/${unit.id}`, { ...flat(id, '101'), ...changed, version: 1 }).expect(200)
    expect(await unitsOf(id)).toMatchObject([{ ...changed, label: '30号楼3单元802', version: 2, residents: 0 }])
    expect(await lastAudit(unit.id)).toMatchObject({
      action: 'archive.edit-unit',
      before: { label: '30号楼1单元101', areaSquareMetres: 98.6, deliveredOn: null },
      after: { label: '30号楼3单元802', areaSquareMetres: 120.25, deliveredOn: '2024-06-30' },
    })
  })

  it('[ORG-01] is not entered twice, and not changed from an older sight of it', async () => {
    const id = await built('31号楼')
    const unit = await added(flat(id, '101'))
    const twin = await desk.post(`${here}/units`, flat(id, '101'))
    expect([twin.status, codeOf(twin)]).toEqual([409, 'DUPLICATE'])
    await desk.put(`${here}/units/${unit.id}`, { ...flat(id, '101', { state: 'occupied' }), version: 1 }).expect(200)
    const late = await desk.put(`${here}/units/${unit.id}`, { ...flat(id, '101', { state: 'let' }), version: 1 })
    expect([late.status, codeOf(late)]).toEqual([409, 'STALE_VERSION'])
  })

  it('[ORG-01] of another community does not exist', async () => {
    const foreign = await app.world.unit(elsewhere)
    const edit = await desk.put(`${here}/units/${foreign.id}`, { ...flat(community.buildingId, '101'), version: 1 })
    const removal = await desk.post(`${here}/units/${foreign.id}/remove`, { version: 1 })
    expect([edit.status, removal.status]).toEqual([404, 404])
  })

  it('[ORG-01] entered by mistake is taken out again', async () => {
    const id = await built('32号楼')
    const unit = await added(flat(id, '101'))
    await desk.post(`${here}/units/${unit.id}/remove`, { version: 1 }).expect(204)
    expect(await unitsOf(id)).toEqual([])
    expect(await lastAudit(unit.id)).toMatchObject({
      action: 'archive.remove-unit',
      before: { label: '32号楼1单元101' },
      after: null,
    })
  })

  it('[ORG-01] where people lived or work was done stays', async () => {
    const unit = await app.world.unit(community)
    const resident = await app.world.resident(community, { unitId: unit.id })
    await app.owner.query(`UPDATE residencies SET valid_until = '2020-12-31' WHERE resident_id = $1`, [resident.residentId])
    const refused = await desk.post(`${here}/units/${unit.id}/remove`, { version: 1 })
    expect([refused.status, codeOf(refused)]).toEqual([409, 'UNIT_IN_USE'])
    expect((refused.body as { detail: string }).detail).toContain('住户记录')
  })
})

describe('many units at once', () => {
  const batch = (buildingId: string, change: Partial<UnitBatch> = {}): UnitBatch => ({
    buildingId,
    entrance: '1单元',
    floorFrom: 1,
    floorUntil: 25,
    roomFrom: 1,
    roomUntil: 8,
    numbering: 'floor-room',
    use: 'dwelling',
    state: 'vacant',
    areaSquareMetres: 89.5,
    ...change,
  })

  it('[ORG-01] are seen before they are made: 200 rooms of an entrance, and which are there already', async () => {
    const id = await built('40号楼')
    await added(flat(id, '601', { areaSquareMetres: 130 }))
    const planned = (await desk.post(`${here}/unit-batches/preview`, batch(id)).expect(200)).body as PlannedUnit[]
    expect(planned).toHaveLength(200)
    expect(planned[0]).toEqual({ floor: 1, number: '101', label: '40号楼1单元101', exists: false })
    expect(planned.filter(({ exists }) => exists).map(({ label }) => label)).toEqual(['40号楼1单元601'])
    expect(await unitsOf(id)).toHaveLength(1)
  })

  it('[ORG-01] are made in one statement, and leave alone what was there', async () => {
    const id = await built('41号楼')
    await added(flat(id, '601', { areaSquareMetres: 130 }))
    const { rows: before } = await app.owner.query<{ inserts: string }>(`SELECT count(*) AS inserts FROM audit_entries`)
    const answer = await desk.post(`${here}/unit-batches`, batch(id)).expect(201)
    expect(answer.body).toEqual({ added: 199, existing: 1 })
    const units = await unitsOf(id)
    expect(units).toHaveLength(200)
    expect(units.find(({ number }) => number === '601')!.areaSquareMetres).toBe(130)
    expect(new Set(units.filter(({ number }) => number !== '601').map(({ areaSquareMetres }) => areaSquareMetres))).toEqual(
      new Set([89.5]),
    )
    const { rows: after } = await app.owner.query<{ inserts: string }>(`SELECT count(*) AS inserts FROM audit_entries`)
    expect(Number(after[0]!.inserts) - Number(before[0]!.inserts)).toBe(1)
    const record = await lastAudit(id)
    expect((record!.after as { numbers: string[] }).numbers).toHaveLength(199)
  })

  it('[ORG-01] made again add nothing', async () => {
    const id = await built('42号楼')
    await desk.post(`${here}/unit-batches`, batch(id, { floorUntil: 2 })).expect(201)
    const again = await desk.post(`${here}/unit-batches`, batch(id, { floorUntil: 2 })).expect(201)
    expect(again.body).toEqual({ added: 0, existing: 16 })
  })

  it('[ORG-01] are found by their rooms at once', async () => {
    const id = await built('43号楼')
    await desk.post(`${here}/unit-batches`, batch(id)).expect(201)
    const { items } = (await desk.get(`${here}/units?query=43-1-1906`).expect(200)).body as Page<UnitRow>
    expect(items.map(({ label }) => label)).toEqual(['43号楼1单元1906'])
  })

  it('[ORG-01] are refused backwards, too many, or in a building of elsewhere', async () => {
    const id = await built('44号楼')
    const backwards = await desk.post(`${here}/unit-batches`, batch(id, { floorFrom: 9, floorUntil: 3 }))
    expect([backwards.status, fieldsOf(backwards)]).toEqual([400, ['floorUntil']])
    const tooMany = await desk.post(`${here}/unit-batches/preview`, batch(id, { floorUntil: 100, roomUntil: 99 }))
    expect([tooMany.status, fieldsOf(tooMany)]).toEqual([400, ['floorUntil']])
    const foreign = batch(elsewhere.buildingId)
    expect((await desk.post(`${here}/unit-batches`, foreign)).status).toBe(404)
    expect((await desk.post(`${here}/unit-batches/preview`, foreign)).status).toBe(404)
  })
})
