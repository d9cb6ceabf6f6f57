import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { InboxMessage, Me, ResidenceApplication } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let desk: Person
let newcomer: Person
let unit: { id: string; label: string }

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  desk = await app.world.staff(community, { post: 'front-desk' })
})
afterAll(() => app.close())
beforeEach(async () => {
  newcomer = await app.world.stranger()
  unit = await app.world.unit(community)
})

const path = () => `/communities/${community.id}/residence-applications`
const wish = (more: object = {}) => ({ unitId: unit.id, role: 'owner', name: '陈新', phone: '13800010003', fileIds: [], ...more })

async function apply(more: object = {}): Promise<ResidenceApplication> {
  return (await newcomer.post(path(), wish(more)).expect(201)).body as ResidenceApplication
}

describe('binding a home', () => {
  it('[ORG-04] a stranger applies, the office approves, and the home is theirs at once', async () => {
    const application = await apply({ note: '刚搬来' })
    expect(application).toMatchObject({ state: 'pending', unitLabel: unit.label, phoneMasked: '138****0003', note: '刚搬来' })
    const approved = await desk.post(`${path()}/${application.id}/approve`).expect(200)
    expect(approved.body).toMatchObject({ state: 'approved', decidedAt: '2026-11-21T04:00:00.000Z' })
    const me = (await newcomer.get('/me').expect(200)).body as Me
    expect(me.homes).toMatchObject([{ communityId: community.id, unitId: unit.id, role: 'owner', residentName: '陈新' }])
  })

  it('[ORG-04] the number WeChat has vouched for need not be typed, and without one it is asked for', async () => {
    const { phone: _, ...unnamed } = wish() as { phone: string }
    expect((await newcomer.post(path(), unnamed)).body).toMatchObject({ status: 400, errors: [{ field: 'phone' }] })
    await app.owner.query('UPDATE accounts SET phone = $2 WHERE id = $1', [newcomer.accountId, '13900001234'])
    expect((await newcomer.post(path(), unnamed).expect(201)).body).toMatchObject({ phoneMasked: '139****1234' })
  })

  it('[ORG-04] the applicant is told what was decided', async () => {
    const application = await apply()
    await desk.post(`${path()}/${application.id}/reject`, { reason: '证明照片看不清' }).expect(200)
    await app.deliver()
    const { items } = (await newcomer.get('/me/messages').expect(200)).body as { items: InboxMessage[] }
    expect(items).toMatchObject([{ kind: 'residence.rejected', body: expect.stringContaining('证明照片看不清') }])
  })

  it('[ORG-04] before approval the applicant sees nothing of the community but their own application', async () => {
    await apply()
    await newcomer.get(`/communities/${community.id}/places`).expect(404)
    await newcomer.get(`/communities/${community.id}/repairs`).expect(404)
    expect((await newcomer.get('/me/residence-applications').expect(200)).body).toMatchObject([{ state: 'pending' }])
  })

  it('[ORG-04] the same name and number on file is suggested to the office, and decides nothing', async () => {
    await onFile('陈新', '13800010003')
    const application = await apply()
    expect(application.matchesArchive).toBe(false)
    const { items } = (await desk.get(`${path()}?state=pending`).expect(200)).body as { items: ResidenceApplication[] }
    expect(items.find(({ id }) => id === application.id)).toMatchObject({ matchesArchive: true, state: 'pending' })
  })

  it('[ORG-04] approval joins the account to the person on file instead of making a second one', async () => {
    const residentId = await onFile('陈新', '13800010003')
    const application = await apply()
    await desk.post(`${path()}/${application.id}/approve`).expect(200)
    const { rows } = await app.owner.query('SELECT r.id, count(*)::int AS residencies FROM residents r JOIN residencies h ON h.resident_id = r.id WHERE r.account_id = $1 GROUP BY r.id', [newcomer.accountId]) // prettier-ignore
    expect(rows).toEqual([{ id: residentId, residencies: 1 }])
  })

  it('[ORG-04] the name and number of somebody on file, typed, bring no right but the one asked for', async () => {
    const residentId = await onFile('陈新', '13800010003')
    const application = await apply({ role: 'family' })
    await desk.post(`${path()}/${application.id}/approve`).expect(200)
    expect(((await newcomer.get('/me')).body as Me).homes).toMatchObject([{ unitId: unit.id, role: 'family' }])
    const { rows } = await app.owner.query('SELECT account_id FROM residents WHERE id = $1', [residentId])
    expect(rows).toEqual([{ account_id: null }])
  })

  it('[ORG-04] who WeChat vouches to have the number on file is that person, in all their homes', async () => {
    const residentId = await onFile('陈新', '13800010003')
    await app.owner.query('UPDATE accounts SET phone = $2 WHERE id = $1', [newcomer.accountId, '13800010003'])
    const application = await apply({ role: 'family' })
    await desk.post(`${path()}/${application.id}/approve`).expect(200)
    const { rows } = await app.owner.query('SELECT account_id FROM residents WHERE id = $1', [residentId])
    expect(rows).toEqual([{ account_id: newcomer.accountId }])
  })

  it('[ORG-04] a tenant names the end of the tenancy, and access ends with it', async () => {
    const refused = await newcomer.post(path(), wish({ role: 'tenant' })).expect(400)
    expect(refused.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ field: 'validUntil' }] })
    const application = await apply({ role: 'tenant', validUntil: '2026-11-30' })
    await desk.post(`${path()}/${application.id}/approve`).expect(200)
    app.clock.set('2026-11-30T15:00:00Z')
    expect(((await newcomer.get('/me')).body as Me).homes).toHaveLength(1)
    app.clock.set('2026-11-30T16:30:00Z')
    expect(((await newcomer.get('/me')).body as Me).homes).toHaveLength(0)
    app.clock.set('2026-11-21T04:00:00Z')
  })

  it('[ORG-04] applying twice for one home, or for one that is already theirs, is refused', async () => {
    const application = await apply()
    expect((await newcomer.post(path(), wish()).expect(409)).body).toMatchObject({ code: 'DUPLICATE' })
    await desk.post(`${path()}/${application.id}/approve`).expect(200)
    expect((await newcomer.post(path(), wish()).expect(409)).body).toMatchObject({ code: 'DUPLICATE' })
  })

  it('[ORG-04] a decided application is not decided again, also by two at once', async () => {
    const application = await apply()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        i % 2
          ? desk.post(`${path()}/${application.id}/approve`)
          : desk.post(`${path()}/${application.id}/reject`, { reason: '重复' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
  })

  it('[ORG-04] proof is a photo of the applicant’s own, and the office sees it', async () => {
    const own = await newcomer.photo(community.id)
    const foreign = await desk.photo(community.id)
    expect((await newcomer.post(path(), wish({ fileIds: [foreign] })).expect(400)).body).toMatchObject({
      errors: [{ field: 'fileIds' }],
    })
    const application = await apply({ fileIds: [own] })
    expect(application.files).toMatchObject([{ id: own, kind: 'photo' }])
  })

  it('[ORG-04] a home of another community, or none at all, cannot be applied for', async () => {
    const elsewhere = await app.world.unit(await app.world.community())
    await newcomer.post(path(), wish({ unitId: elsewhere.id })).expect(404)
  })

  it('[ORG-04] only the office of that community decides', async () => {
    const application = await apply()
    const stranger = await app.world.staff(await app.world.community(), { post: 'front-desk' })
    await stranger.post(`${path()}/${application.id}/approve`).expect(404)
    await newcomer.post(`${path()}/${application.id}/approve`).expect(404)
    await (await app.world.staff(community)).post(`${path()}/${application.id}/approve`).expect(403)
  })

  it('[ORG-04] rooms can be chosen without anybody’s name being shown', async () => {
    const body: unknown = (
      await newcomer.get(`/communities/${community.id}/rooms?buildingId=${community.buildingId}`).expect(200)
    ).body
    expect(body).toMatchObject({ buildings: [{ name: '1号楼' }], units: expect.arrayContaining([unit]) })
  })
})

async function onFile(name: string, phone: string): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>(
    'INSERT INTO residents (community_id, id, name, phone) VALUES ($1, gen_random_uuid(), $2, $3) RETURNING id',
    [community.id, name, phone],
  )
  await app.owner.query(
    `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from) VALUES ($1, gen_random_uuid(), $2, $3, 'owner', '2020-01-01')`,
    [community.id, unit.id, rows[0]!.id],
  )
  return rows[0]!.id
}
