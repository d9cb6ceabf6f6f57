import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { AddPerson, HouseholdPerson, RepairReceipt } from '@yinuo/contracts'
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

function asItStands({ name, role, sharePercent, validFrom, validUntil, version, residentVersion }: HouseholdPerson) {
  const given = { name, role, validFrom, version, residentVersion }
  return { ...given, ...(sharePercent === null ? {} : { sharePercent }), ...(validUntil === null ? {} : { validUntil }) }
}

async function report(by: Person): Promise<string> {
  const place = { kind: 'unit', id: owner.unitId }
  const repair = { place, category: 'taps', urgency: 'routine', description: '龙头滴水', fileIds: [] }
  return ((await by.post(office.here('repairs'), repair).expect(201)).body as RepairReceipt).id
}

describe('the page of a household', () => {
  it('[ORG-02] shows the unit and everything that touches it at once', async () => {
    const repairId = await report(owner)
    const space = await app.owner.query<{ id: string }>(
      `INSERT INTO parking_spaces (community_id, id, number, zone, tenure, unit_id)
       VALUES ($1, gen_random_uuid(), $3, 'B1', 'owned', $2) RETURNING id`,
      [office.community.id, owner.unitId, owner.unitId.slice(-6)],
    )
    await app.owner.query(
      `INSERT INTO vehicles (community_id, id, unit_id, resident_id, space_id, kind, plate, valid_from)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, 'car', $5, '2026-01-01')`,
      [office.community.id, owner.unitId, owner.residentId, space.rows[0]!.id, `沪A${owner.unitId.slice(-5)}`],
    )
    const page = await office.read(owner.unitId)
    expect(page).toMatchObject({
      id: owner.unitId,
      buildingName: '1号楼',
      entrance: '1单元',
      floor: 1,
      use: 'dwelling',
      state: 'occupied',
      areaSquareMetres: 98.6,
      deliveredOn: null,
      version: 1,
      people: [
        { name: owner.name, role: 'owner', standing: 'here', isJoined: true, sharePercent: null, validFrom: '2020-01-01' },
      ],
      vehicles: [{ kind: 'car', holderName: owner.name, validUntil: null }],
      spaces: [{ zone: 'B1', tenure: 'owned' }],
      openCases: [{ id: repairId, kind: 'repair', isOpen: true, closedAt: null }],
      closedCases: [],
      counts: { here: 1, vehicles: 1, spaces: 1, openCases: 1, closedCases: 0 },
    })
    expect(page.people[0]!.phoneMasked).toMatch(/^1\d\d\*{4}\d{4}$/)
    expect(JSON.stringify(page)).not.toMatch(/1\d{10}/)
  })

  it('[ORG-02] keeps closed cases apart from open ones', async () => {
    const repairId = await report(owner)
    await owner.post(office.here(`repairs/${repairId}/cancel`), { version: 1, reason: '自己修好了' }).expect(200)
    expect(await office.read(owner.unitId)).toMatchObject({
      openCases: [],
      closedCases: [{ id: repairId, isOpen: false, state: 'cancelled' }],
    })
  })

  it('[ORG-02] is for who may read the archive of this community: others are refused, another’s unit does not exist', async () => {
    await (await app.world.staff(office.community, { permissions: ['repairs.read'] })).get(home()).expect(403)
    await owner.get(home()).expect(403)
    await (await app.world.staff(office.elsewhere, { permissions: ['archive.read'] })).get(home()).expect(404)
    const foreign = await app.world.resident(office.elsewhere)
    await office.clerk.get(office.here(`households/${foreign.unitId}`)).expect(404)
  })
})

describe('who lives in a home, as the office writes it', () => {
  it('[ORG-02] somebody added stands on the page, in its history and in the audit log', async () => {
    const id = await office.add(owner.unitId, { name: '林小宝', sharePercent: 40, role: 'owner' })
    expect(await office.named(owner.unitId, '林小宝')).toMatchObject({
      residencyId: id,
      role: 'owner',
      sharePercent: 40,
      standing: 'here',
      isJoined: false,
    })
    expect((await office.read(owner.unitId)).events).toMatchObject([
      { kind: 'move-in', title: '业主入住', residentName: '林小宝', begunOn: '2026-01-01', recordedByName: office.clerk.name },
    ])
    expect(await office.audited(id)).toMatchObject([
      {
        action: 'archive.add-person',
        before: null,
        after: { unitId: owner.unitId, name: '林小宝', role: 'owner', sharePercent: 40 },
      },
    ])
  })

  it('[ORG-02] somebody on file elsewhere in the community is the same person, and has the new home at once', async () => {
    const neighbour = await app.world.resident(office.community)
    const [{ phone }] = (await app.owner.query('SELECT phone FROM residents WHERE id = $1', [neighbour.residentId])).rows as [
      { phone: string },
    ]
    await office.add(owner.unitId, { name: neighbour.name, phone, role: 'family' })
    expect(await office.named(owner.unitId, neighbour.name)).toMatchObject({ residentId: neighbour.residentId, isJoined: true })
    expect((await homesOf(neighbour)).map(({ unitId }) => unitId)).toContain(owner.unitId)
  })

  it('[ORG-02] the same person twice is refused in words', async () => {
    const phone = office.newPhone()
    await office.add(owner.unitId, { phone })
    const again = await office.clerk
      .post(home('/people'), office.someone({ phone, role: 'tenant', validUntil: '2027-01-01' }))
      .expect(409)
    expect(again.body).toMatchObject({
      code: 'DUPLICATE',
      detail: expect.stringContaining('林小宝已用这个手机号登记为这套房屋的家属'),
    })
  })

  it('[ORG-02] a tenant has an end, the shares of owners are not more than the whole', async () => {
    const refused = (more: Partial<AddPerson>) => office.clerk.post(home('/people'), office.someone(more)).expect(400)
    expect(faultsOf(await refused({ role: 'tenant' }))).toEqual(['validUntil'])
    expect(faultsOf(await refused({ validUntil: '2025-12-31' }))).toEqual(['validUntil'])
    expect(faultsOf(await refused({ sharePercent: 10 }))).toEqual(['sharePercent'])
    await office.add(owner.unitId, { name: '甲', role: 'owner', sharePercent: 66.67 })
    expect(faultsOf(await refused({ role: 'owner', sharePercent: 33.34 }))).toEqual(['sharePercent'])
    await office.add(owner.unitId, { name: '乙', role: 'owner', sharePercent: 33.33 })
    expect(faultsOf(await refused({ role: 'owner', sharePercent: 100.5 }))).toEqual(['sharePercent'])
  })

  it('[ORG-02] two who share out a home at once do not exceed it', async () => {
    const half = { role: 'owner', sharePercent: 60 } as const
    const answers = await Promise.all(
      ['甲', '乙'].map((name) => office.clerk.post(home('/people'), office.someone({ ...half, name }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
  })

  it('[ORG-02] a person is changed by who saw them as they are', async () => {
    const id = await office.add(owner.unitId, { role: 'tenant', validUntil: '2026-12-31' })
    const before = await office.named(owner.unitId, '林小宝')
    const change = { ...asItStands(before), name: '林大宝', validUntil: '2027-12-31' }
    await office.clerk.put(office.here(`residencies/${id}`), change).expect(200)
    const after = await office.named(owner.unitId, '林大宝')
    expect(after).toMatchObject({ validUntil: '2027-12-31', phoneMasked: before.phoneMasked, version: 2, residentVersion: 2 })
    expect(codeOf(await office.clerk.put(office.here(`residencies/${id}`), change).expect(409))).toBe('STALE_VERSION')
    expect(codeOf(await office.clerk.put(office.here(`residencies/${id}`), { ...change, version: 2 }).expect(409))).toBe(
      'STALE_VERSION',
    )
    expect((await office.audited(id))[1]).toMatchObject({
      action: 'archive.change-person',
      before: { name: '林小宝', validUntil: '2026-12-31' },
      after: { name: '林大宝', validUntil: '2027-12-31' },
    })
  })

  it('[ORG-02] a person does not become another who is there', async () => {
    const phone = office.newPhone()
    await office.add(owner.unitId, { name: '甲', phone })
    const id = await office.add(owner.unitId, { name: '乙' })
    const twin = { ...asItStands(await office.named(owner.unitId, '乙')), name: '甲', phone }
    expect(codeOf(await office.clerk.put(office.here(`residencies/${id}`), twin).expect(409))).toBe('DUPLICATE')
  })

  it('[ORG-02] edits are for who may edit, within their community', async () => {
    const id = await office.add(owner.unitId)
    const change = asItStands(await office.named(owner.unitId, '林小宝'))
    const leaving = { movedOutOn: TODAY, reason: '搬家', version: 1 }
    await office.reader.post(home('/people'), office.someone()).expect(403)
    await office.reader.put(office.here(`residencies/${id}`), change).expect(403)
    await office.reader.post(office.here(`residencies/${id}/end`), leaving).expect(403)

    await office.stranger.post(office.there(`households/${owner.unitId}/people`), office.someone()).expect(404)
    await office.stranger.put(office.there(`residencies/${id}`), change).expect(404)
    await office.stranger.post(office.there(`residencies/${id}/end`), leaving).expect(404)
  })
})
