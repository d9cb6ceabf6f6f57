import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { HomeVehicles } from '@yinuo/contracts'
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

describe('the people of a home', () => {
  const at = (person: Person) => `${office.here}/household-vehicles?unitId=${person.unitId}`
  async function seenBy(person: Person): Promise<HomeVehicles> {
    return (await person.get(at(person)).expect(200)).body as HomeVehicles
  }

  it('[ORG-02] see its vehicles and spaces; owners and tenants register one, which is on record as theirs', async () => {
    const owner = await app.world.resident(office.community)
    await office.spaced({ zone: 'B5', number: '8', tenure: 'owned', unitId: owner.unitId })
    const plate = office.newPlate()
    const body = { unitId: owner.unitId, kind: 'car', plate, description: '黑色' }
    const { id } = (await owner.post(`${office.here}/household-vehicles`, body).expect(201)).body as { id: string }
    expect(await seenBy(owner)).toEqual({
      mayRegister: true,
      vehicles: [{ id, plate, kind: 'car', description: '黑色', spaceLabel: null, validUntil: null, mayRemove: true }],
      spaces: [{ id: expect.any(String) as unknown as string, label: 'B58', tenure: 'owned', validUntil: null }],
    })
    expect(await office.lastAudit(id)).toMatchObject({
      action: 'vehicles.register',
      actor_kind: 'resident',
      after: { plate, residentId: owner.residentId },
    })
    expect(await office.vehicles(`unitId=${owner.unitId}`)).toMatchObject([{ id, residentName: owner.name }])
  })

  it('[ORG-02] register with one tap what is registered with two', async () => {
    const owner = await app.world.resident(office.community)
    const body = { unitId: owner.unitId, kind: 'car', plate: office.newPlate() }
    const key = '0190b0b0-0000-7000-8000-000000000002'
    await owner.post(`${office.here}/household-vehicles`, body, key).expect(201)
    await owner.post(`${office.here}/household-vehicles`, body, key).expect(201)
    expect((await seenBy(owner)).vehicles).toHaveLength(1)
  })

  it('[ORG-02] who are family see and do not change', async () => {
    const owner = await app.world.resident(office.community)
    const family = await app.world.resident(office.community, { unitId: owner.unitId, role: 'family' })
    const { id } = await office.parked({ unitId: owner.unitId })
    expect(await seenBy(family)).toMatchObject({ mayRegister: false, vehicles: [{ id, mayRemove: false }] })
    const registered = await family.post(`${office.here}/household-vehicles`, {
      unitId: owner.unitId,
      kind: 'car',
      plate: office.newPlate(),
    })
    const removed = await family.post(`${office.here}/household-vehicles/${id}/remove`)
    expect([refusalOf(registered).code, refusalOf(removed).code]).toEqual(['HOLDER_NEEDED', 'HOLDER_NEEDED'])
  })

  it('[ORG-02] remove what they registered; an owner removes any', async () => {
    const owner = await app.world.resident(office.community)
    const tenant = await app.world.resident(office.community, { unitId: owner.unitId, role: 'tenant' })
    const ofOwner = await office.parked({ unitId: owner.unitId })
    const body = { unitId: owner.unitId, kind: 'car', plate: office.newPlate() }
    const { id } = (await tenant.post(`${office.here}/household-vehicles`, body).expect(201)).body as { id: string }
    const refused = await tenant.post(`${office.here}/household-vehicles/${ofOwner.id}/remove`)
    expect([refused.status, refusalOf(refused).code]).toEqual([403, 'VEHICLE_OF_OTHERS'])
    await tenant.post(`${office.here}/household-vehicles/${id}/remove`).expect(204)
    await owner.post(`${office.here}/household-vehicles/${ofOwner.id}/remove`).expect(204)
    expect((await seenBy(owner)).vehicles).toEqual([])
    await owner.post(`${office.here}/household-vehicles/${ofOwner.id}/remove`).expect(404)
  })

  it('[ORG-02] register at most five by phone', async () => {
    const owner = await app.world.resident(office.community)
    for (let each = 0; each < 5; each++) await office.parked({ unitId: owner.unitId })
    const sixth = await owner.post(`${office.here}/household-vehicles`, {
      unitId: owner.unitId,
      kind: 'car',
      plate: office.newPlate(),
    })
    expect([sixth.status, refusalOf(sixth).code]).toEqual([409, 'VEHICLES_FULL'])
    await office.parked({ unitId: owner.unitId })
  })

  it('[ORG-02] are not told which other home has a plate', async () => {
    const unit = await app.world.unit(office.community)
    const plate = office.newPlate()
    await office.parked({ unitId: unit.id, plate })
    const owner = await app.world.resident(office.community)
    const refused = await owner.post(`${office.here}/household-vehicles`, { unitId: owner.unitId, kind: 'car', plate })
    expect(refusalOf(refused).code).toBe('PLATE_TAKEN')
    expect(refusalOf(refused).detail).toContain('另一套房屋')
    expect(refusalOf(refused).detail).not.toContain(unit.label)
  })

  it('[ORG-02] see and change nothing of another home, nor once they moved out', async () => {
    const neighbour = await app.world.resident(office.community)
    const owner = await app.world.resident(office.community)
    const { id } = await office.parked({ unitId: neighbour.unitId })
    const body = { unitId: neighbour.unitId, kind: 'car', plate: office.newPlate() }
    const answers = [
      await owner.get(at(neighbour)),
      await owner.post(`${office.here}/household-vehicles`, body),
      await owner.post(`${office.here}/household-vehicles/${id}/remove`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    await app.owner.query(`UPDATE residencies SET valid_until = '2026-11-20' WHERE resident_id = $1`, [neighbour.residentId])
    expect((await neighbour.post(`${office.here}/household-vehicles/${id}/remove`)).status).toBe(404)
  })
})
