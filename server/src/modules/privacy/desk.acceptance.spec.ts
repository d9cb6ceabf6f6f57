import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { AuditRow, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import type { ExportLinks, PrivacyAsked, PrivacyRequestRow } from './http/privacy.dto.ts'
import { PrivacyWatch } from './index.ts'

const NOW = '2026-11-21T04:00:00Z'

let app: TestApp
let community: TestCommunity
let desk: Person
let resident: Person

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set(NOW)
  community = await app.world.community()
  desk = await app.world.staff(community, { permissions: ['privacy.handle', 'audit.read'] })
  resident = await app.world.resident(community, { role: 'tenant' })
})

const path = () => `/communities/${community.id}/privacy-requests`
const note = '本人到前台，核对了身份证原件'

/** Somebody who has no mini-program. */
const unlinked = () => app.owner.query('UPDATE residents SET account_id = NULL WHERE id = $1', [resident.residentId])

async function register(kind: 'export' | 'deletion', more: object = {}): Promise<string> {
  const { body } = await desk.post(path(), { kind, residentId: resident.residentId, identityNote: note, ...more }).expect(201)
  await app.deliver()
  return (body as PrivacyAsked).id!
}

const list = async () => ((await desk.get(path()).expect(200)).body as Page<PrivacyRequestRow>).items

async function afterDays(days: number): Promise<void> {
  app.clock.advance({ days })
  await app.nest.get(PrivacyWatch).run()
  await app.deliver()
}

const nameOf = async () =>
  (
    await app.owner.query<{ name: string; phone: string }>('SELECT name, phone FROM residents WHERE id = $1', [
      resident.residentId,
    ])
  ).rows[0]!

describe('at the desk', () => {
  it('[ORG-05] somebody without the mini-program gets their copy handed over, and each time is written down', async () => {
    await unlinked()
    const id = await register('export')
    expect(await list()).toMatchObject([
      {
        id,
        kind: 'export',
        state: 'ready',
        toHandOver: true,
        handedOverAt: null,
        identityNote: note,
        registeredByName: desk.name,
      },
    ])
    const links = (await desk.post(`${path()}/${id}/hand-over`).expect(201)).body as ExportLinks
    expect(links).toMatchObject({ until: '2026-11-28T04:00:00.000Z', pdfUrl: expect.stringContaining('form=pdf') })
    expect(await list()).toMatchObject([{ handedOverAt: app.clock.now().toISOString() }])
    const audit = (await desk.get(`/audit?communityId=${community.id}&subject=${id}`).expect(200)).body as Page<AuditRow>
    expect(audit.items.map(({ action }) => action)).toEqual(['privacy.hand-over', 'privacy.ask-export'])
    await afterDays(7)
    expect((await desk.post(`${path()}/${id}/hand-over`)).body).toMatchObject({ code: 'PRIVACY_NOT_READY' })
    expect(await list()).toMatchObject([{ state: 'expired' }])
  })

  it('[ORG-05] who has it fetches the copy alone', async () => {
    const id = await register('export')
    expect((await desk.post(`${path()}/${id}/hand-over`)).body).toMatchObject({ code: 'PRIVACY_OWN_DOWNLOAD' })
    await resident.get(`/me/privacy-requests/${id}/links`).expect(200)
  })

  it('[ORG-05] a deletion cools off too, can be taken back by either, and is done', async () => {
    const taken = await register('deletion')
    await desk.post(`${path()}/${taken}/withdraw`).expect(201)
    const own = await register('deletion')
    await resident.post(`/me/privacy-requests/${own}/withdraw`).expect(201)
    await afterDays(8)
    expect(await nameOf()).toMatchObject({ name: resident.name })
    await register('deletion')
    await afterDays(7)
    expect(await nameOf()).toEqual({ name: expect.stringMatching(/^已注销用户#/), phone: '' })
    expect((await resident.get('/me')).body).toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect((await list())[0]).toMatchObject({ state: 'done', answeredAt: app.clock.now().toISOString() })
  })

  it('[ORG-05] of one company forgets somebody there, and leaves what they have with another', async () => {
    const elsewhere = await app.world.community({ companyId: await app.world.company() })
    const unit = await app.world.unit(elsewhere)
    const other = { residentId: '01890000-0000-7000-8000-00000000e15e', phone: '13500000001' }
    await app.owner.query('INSERT INTO residents (community_id, id, name, phone, account_id) VALUES ($1, $2, $3, $4, $5)', [
      elsewhere.id,
      other.residentId,
      resident.name,
      other.phone,
      resident.accountId,
    ])
    await app.owner.query(
      `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from) VALUES ($1, gen_random_uuid(), $2, $3, 'owner', '2020-01-01')`,
      [elsewhere.id, unit.id, other.residentId],
    )
    await register('deletion')
    await afterDays(7)
    expect(await nameOf()).toMatchObject({ phone: '' })
    expect((await resident.get('/me').expect(200)).body).toMatchObject({ homes: [{ communityId: elsewhere.id }] })
    const { rows } = await app.owner.query('SELECT name, phone FROM residents WHERE id = $1', [other.residentId])
    expect(rows).toEqual([{ name: resident.name, phone: other.phone }])
  })

  it('[ORG-05] what somebody asked for by themselves the office cannot take back', async () => {
    const { body } = await resident.post('/me/privacy-requests', { kind: 'deletion' }).expect(201)
    expect((await desk.post(`${path()}/${(body as PrivacyAsked).id}/withdraw`)).body).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('[ORG-05] a request not answered within fifteen days is shown late', async () => {
    await unlinked()
    await desk.post(path(), { kind: 'export', residentId: resident.residentId, identityNote: note }).expect(201)
    app.clock.advance({ days: 15, seconds: 1 })
    expect(await list()).toMatchObject([{ state: 'preparing', late: true, dueAt: '2026-12-06T04:00:00.000Z' }])
  })

  it('[ORG-05] needs the right, a resident of this community, and a word on how it was sure', async () => {
    const wish = { kind: 'export', residentId: resident.residentId, identityNote: note }
    const clerk = await app.world.staff(community, { permissions: ['archive.read'] })
    expect((await clerk.post(path(), wish)).status).toBe(403)
    expect((await desk.post(path(), { ...wish, identityNote: '' })).body).toMatchObject({ errors: [{ field: 'identityNote' }] })
    const foreign = await app.world.resident(await app.world.community())
    expect((await desk.post(path(), { ...wish, residentId: foreign.residentId })).status).toBe(404)
  })
})
