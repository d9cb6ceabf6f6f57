import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { RepairReceipt } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { codeOf, faultsOf, homesOf, HouseholdOffice } from '../../../test/household-office.ts'
import type { Person } from '../../../test/person.ts'

const NOW = '2026-11-21T04:00:00Z'
const TODAY = '2026-11-21'

let app: TestApp
let office: HouseholdOffice
let owner: Person

beforeAll(async () => {
  app = await startApp()
  office = await HouseholdOffice.open(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set(NOW)
  owner = await app.world.resident(office.community)
})

const home = (path = '') => office.here(`households/${owner.unitId}${path}`)

async function report(by: Person): Promise<string> {
  const place = { kind: 'unit', id: owner.unitId }
  const repair = { place, category: 'taps', urgency: 'routine', description: '龙头滴水', fileIds: [] }
  return ((await by.post(office.here('repairs'), repair).expect(201)).body as RepairReceipt).id
}

describe('moving out', () => {
  it('[ORG-02] [ORG-04] today ends access on the next request, and stays in the history', async () => {
    const repairId = await report(owner)
    const { residencyId } = (await office.read(owner.unitId)).people[0]!
    const leaving = { movedOutOn: TODAY, reason: '房屋已出售', version: 1 }
    await owner.get(office.here(`repairs/${repairId}`)).expect(200)
    await office.clerk.post(office.here(`residencies/${residencyId}/end`), leaving).expect(200)
    expect(await homesOf(owner)).toEqual([])
    await owner.get(office.here(`repairs/${repairId}`)).expect(404)
    await owner.get(office.here('places')).expect(404)
    const page = await office.read(owner.unitId)
    expect(page.people).toMatchObject([{ standing: 'gone', validUntil: '2026-11-20', endedBecause: '房屋已出售' }])
    expect(page.events).toMatchObject([{ kind: 'move-out', title: '业主搬出', detail: '房屋已出售', begunOn: TODAY }])
    expect(codeOf(await office.clerk.post(office.here(`residencies/${residencyId}/end`), leaving).expect(409))).toBe(
      'STALE_VERSION',
    )
    expect((await office.audited(residencyId)).at(-1)).toMatchObject({
      action: 'archive.move-out',
      before: { validUntil: null },
      after: { validUntil: '2026-11-20', reason: '房屋已出售' },
    })
  })

  it('[ORG-02] [ORG-04] on a day to come, ends access with the day before it', async () => {
    const { residencyId } = (await office.read(owner.unitId)).people[0]!
    await office.clerk
      .post(office.here(`residencies/${residencyId}/end`), { movedOutOn: '2026-11-24', reason: '搬家', version: 1 })
      .expect(200)
    app.clock.set('2026-11-23T15:59:00Z')
    expect(await homesOf(owner)).toHaveLength(1)
    app.clock.set('2026-11-23T16:00:00Z')
    expect(await homesOf(owner)).toEqual([])
  })

  it('[ORG-02] is not before moving in, nor after the end that is written', async () => {
    const id = await office.add(owner.unitId, { role: 'tenant', validFrom: '2026-11-01', validUntil: '2026-12-01' })
    const on = (movedOutOn: string) =>
      office.clerk.post(office.here(`residencies/${id}/end`), { movedOutOn, reason: '退租', version: 1 })
    expect(faultsOf(await on('2026-10-31').expect(400))).toEqual(['movedOutOn'])
    expect(faultsOf(await on('2026-12-03').expect(400))).toEqual(['movedOutOn'])
  })
})

describe('the transfer of a unit', () => {
  const buyer = (more: object = {}) => ({ name: '新业主', phone: office.newPhone(), sharePercent: 100, ...more })
  const transfer = async (more: object = {}) => {
    const owners = (await office.read(owner.unitId)).people.filter(
      ({ role, standing }) => role === 'owner' && standing === 'here',
    )
    const formerOwners = owners.map(({ residencyId, version }) => ({ residencyId, version }))
    const body = {
      transferredOn: TODAY,
      formerOwners,
      newOwners: [buyer()],
      familyMovesOut: true,
      detail: '合同 2026-11',
      fileIds: [],
    }
    return office.clerk.post(home('/transfer'), { ...body, ...more })
  }

  it('[ORG-02] lets the owners and their family go and new owners come in one step; tenants stay', async () => {
    await office.add(owner.unitId, { name: '家人' })
    await office.add(owner.unitId, { name: '租客', role: 'tenant', validUntil: '2027-12-31' })
    const file = await office.clerk.photo(office.community.id)
    const done = await transfer({
      newOwners: [buyer({ name: '甲', sharePercent: 50 }), buyer({ name: '乙', sharePercent: 50 })],
      fileIds: [file],
    })
    expect(done.status).toBe(201)
    const { people, events } = await office.read(owner.unitId)
    const standing = Object.fromEntries(people.map((person) => [person.name, person.standing]))
    expect(standing).toEqual({ [owner.name]: 'gone', 家人: 'gone', 租客: 'here', 甲: 'here', 乙: 'here' })
    expect(events[0]).toMatchObject({
      kind: 'transfer',
      title: '房屋过户',
      detail: '合同 2026-11',
      begunOn: TODAY,
      files: [{ id: file }],
    })
    expect(await homesOf(owner)).toEqual([])
  })

  it('[ORG-02] is refused when the owners are not those who were seen, and then changes nothing', async () => {
    expect(codeOf(await transfer({ formerOwners: [] }))).toBe('STALE_VERSION')
    const { residencyId } = (await office.read(owner.unitId)).people[0]!
    expect(codeOf(await transfer({ formerOwners: [{ residencyId, version: 2 }] }))).toBe('STALE_VERSION')
    const tooMuch = await transfer({
      newOwners: [buyer({ name: '甲', sharePercent: 60 }), buyer({ name: '乙', sharePercent: 60 })],
    })
    expect(faultsOf(tooMuch)).toEqual(['sharePercent'])
    expect((await office.read(owner.unitId)).people).toMatchObject([{ name: owner.name, standing: 'here', version: 1 }])
    expect(await homesOf(owner)).toHaveLength(1)
  })

  it('[ORG-02] is for who may edit, within their community', async () => {
    const body = { transferredOn: TODAY, formerOwners: [], newOwners: [buyer()], familyMovesOut: true, fileIds: [] }
    await office.reader.post(home('/transfer'), body).expect(403)
    const foreign = await app.world.resident(office.elsewhere)
    await office.clerk.post(office.here(`households/${foreign.unitId}/transfer`), body).expect(404)
  })
})
