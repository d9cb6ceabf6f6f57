import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import type { ExportLinks, PrivacyAsked } from './http/privacy.dto.ts'
import { PrivacyWatch } from './index.ts'

const PHONE = '13577001234'

let app: TestApp
let here: TestCommunity
let elsewhere: TestCommunity
let desk: Person
let invitationId: string
let invitedTo: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T04:00:00Z')
  here = await app.world.community({ companyId: await app.world.company() })
  elsewhere = await app.world.community({ companyId: await app.world.company() })
  desk = await app.world.staff(here, { permissions: ['privacy.handle'] })
  invitationId = await invitedElsewhere()
})

/** The office of another company invites whoever has the number. */
async function invitedElsewhere(): Promise<string> {
  const office = await app.world.staff(elsewhere, { permissions: ['archive.edit'], onDuty: false })
  const { id } = await app.world.unit(elsewhere)
  invitedTo = id
  const wish = { role: 'owner', name: '沈从文', phone: PHONE }
  const { body } = await office.post(`/communities/${elsewhere.id}/households/${id}/invitations`, wish).expect(201)
  return (body as { id: string }).id
}

async function copyAt(url: string): Promise<string> {
  const { pathname, search } = new URL(url)
  return (await request(app.url).get(`${pathname}${search}`).expect(200)).text
}

async function atDesk(kind: 'export' | 'deletion'): Promise<string> {
  const resident = await app.world.resident(here, { phone: PHONE, role: 'tenant' })
  await app.owner.query('UPDATE residents SET account_id = NULL WHERE id = $1', [resident.residentId])
  const wish = { kind, residentId: resident.residentId, identityNote: '核对了身份证' }
  const { body } = await desk.post(`/communities/${here.id}/privacy-requests`, wish).expect(201)
  await app.deliver()
  return (body as PrivacyAsked).id!
}

const invitation = async () =>
  (await app.owner.query('SELECT name, phone, revoked_at FROM residence_invitations WHERE id = $1', [invitationId])).rows[0]

describe('whose data it is', () => {
  it('[ORG-05] a desk tells nothing another company holds of the same number', async () => {
    const id = await atDesk('export')
    const { jsonUrl } = (await desk.post(`/communities/${here.id}/privacy-requests/${id}/hand-over`).expect(201))
      .body as ExportLinks
    const copy = await copyAt(jsonUrl)
    expect(copy).toContain(PHONE)
    expect(copy).not.toContain('沈从文')
    expect(copy).not.toContain(invitedTo)
  })

  it('[ORG-05] a desk takes away nothing another company holds of the same number', async () => {
    const before = await invitation()
    await atDesk('deletion')
    app.clock.advance({ days: 7 })
    await app.nest.get(PrivacyWatch).run()
    await app.deliver()
    expect(await invitation()).toEqual(before)
    const { rows } = await app.owner.query(
      `SELECT 1 FROM idempotency_keys k JOIN staff s ON s.id = k.caller_id WHERE s.company_id = $1`,
      [elsewhere.companyId],
    )
    expect(rows).toHaveLength(1)
  })

  it('[ORG-05] a number somebody typed into an application leads to nobody else’s', async () => {
    const curious = await app.world.stranger()
    const { id } = await app.world.unit(here)
    const wish = { unitId: id, role: 'owner', name: '沈从文', phone: PHONE, fileIds: [] }
    await curious.post(`/communities/${here.id}/residence-applications`, wish).expect(201)
    const { body } = await curious.post('/me/privacy-requests', { kind: 'export' }).expect(201)
    await app.deliver()
    const links = (await curious.get(`/me/privacy-requests/${(body as PrivacyAsked).id}/links`).expect(200)).body as ExportLinks
    const copy = await copyAt(links.jsonUrl)
    expect(copy).toContain(PHONE)
    expect(copy).not.toContain(invitedTo)
  })

  it('[ORG-05] a link to a copy ends with the session it was given to', async () => {
    const resident = await app.world.resident(here)
    const { body } = await resident.post('/me/privacy-requests', { kind: 'export' }).expect(201)
    await app.deliver()
    const path = `/me/privacy-requests/${(body as PrivacyAsked).id}/links`
    const { jsonUrl } = (await resident.get(path).expect(200)).body as ExportLinks
    await copyAt(jsonUrl)
    await resident.delete('/me/session').expect(204)
    const { pathname, search } = new URL(jsonUrl)
    expect((await request(app.url).get(`${pathname}${search}`)).body).toMatchObject({ code: 'FILE_LINK_EXPIRED' })
  })

  it('[ORG-05] a link handed over at the desk ends with the right to hand it over', async () => {
    const id = await atDesk('export')
    const { jsonUrl } = (await desk.post(`/communities/${here.id}/privacy-requests/${id}/hand-over`).expect(201))
      .body as ExportLinks
    await app.owner.query('DELETE FROM staff_posts WHERE staff_id = $1', [desk.staffId])
    const { pathname, search } = new URL(jsonUrl)
    expect((await request(app.url).get(`${pathname}${search}`)).body).toMatchObject({ code: 'FILE_LINK_EXPIRED' })
  })
})
