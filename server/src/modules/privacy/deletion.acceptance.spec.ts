import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { InboxMessage, Me, Page, SignedIn } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { searchEverywhere } from '../../../test/privacy/full-search.ts'
import { Neighbourhood, type Life } from '../../../test/privacy/life.ts'
import { AuditChecker, AuditSealer } from '../../platform/audit/index.ts'
import type { MyPrivacy, PrivacyAsked, PrivacyRequestRow } from './http/privacy.dto.ts'
import { personalRegistry, PrivacyWatch } from './index.ts'

const PERSONS = process.env['TEST_LONG'] === '1' ? 200 : 20

let app: TestApp
let place: Neighbourhood
const lives: Life[] = []

beforeAll(async () => {
  app = await startApp()
  place = await Neighbourhood.begin(app)
  for (let person = 0; person < PERSONS; person++) lives.push(await place.life())
}, 1_800_000)
afterAll(() => app.close())

const ask = async ({ person }: Pick<Life, 'person'>) =>
  ((await person.post('/me/privacy-requests', { kind: 'deletion' }).expect(201)).body as PrivacyAsked).id!

const mine = async ({ person }: Life) => ((await person.get('/me/privacy').expect(200)).body as MyPrivacy).requests

const requests = async () =>
  ((await place.manager.get(`${place.path}/privacy-requests?limit=100`).expect(200)).body as Page<PrivacyRequestRow>).items

async function afterDays(days: number): Promise<void> {
  app.clock.advance({ days })
  await app.nest.get(PrivacyWatch).run()
  await app.deliver()
}

async function keysOf(fileIds: string[]): Promise<string[]> {
  const { rows } = await app.owner.query<{ keys: string[] }>(
    'SELECT array_remove(ARRAY[storage_key, thumbnail_key], NULL) AS keys FROM files WHERE id = ANY ($1)',
    [fileIds],
  )
  return rows.flatMap(({ keys }) => keys).map((key) => join(app.config.FILES_DIR!, key))
}

const signIn = async (phone: string) => {
  const code = app.sandbox.world.oneTimeCodes.issue('login', phone, app.config.WECHAT_APP_ID)
  return (await request(app.url).post('/api/sessions/wechat').send({ code }).expect(200)).body as SignedIn
}

describe('being forgotten', () => {
  it('[ORG-05] cools off for seven days, is told, and can be taken back until then', async () => {
    const life = lives[0]!
    const id = await ask(life)
    await app.deliver()
    expect(await mine(life)).toMatchObject([{ id, kind: 'deletion', state: 'cooling', effectiveAt: '2026-11-28T04:00:00.000Z' }])
    const inbox = (await life.person.get('/me/messages').expect(200)).body as Page<InboxMessage>
    expect(inbox.items[0]).toMatchObject({ kind: 'privacy.deletion-asked' })
    expect(await requests()).toMatchObject([{ id, state: 'cooling', registeredByName: null, late: false }])
    await afterDays(6)
    await life.person.get('/me').expect(200)
    await life.person.post(`/me/privacy-requests/${id}/withdraw`).expect(201)
    await afterDays(2)
    expect((await life.person.get('/me').expect(200)).body).toMatchObject({ account: { id: life.person.accountId } })
    expect(await mine(life)).toMatchObject([{ state: 'withdrawn' }])
    const again = await life.person.post(`/me/privacy-requests/${id}/withdraw`)
    expect(again.body).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' })
    const neighbour = await ask(lives[1]!)
    expect((await life.person.post(`/me/privacy-requests/${neighbour}/withdraw`)).body).toMatchObject({ code: 'NOT_FOUND' })
    await lives[1]!.person.post(`/me/privacy-requests/${neighbour}/withdraw`).expect(201)
  })

  it('[ORG-05] is refused while repairs are open and to who works here, and waits where something came up meanwhile', async () => {
    const person = await app.world.resident(place.community)
    const repair = {
      place: { kind: 'unit', id: person.unitId },
      category: 'taps',
      urgency: 'routine',
      description: '滴水',
      fileIds: [],
    }
    const report = async () => (await person.post(`${place.path}/repairs`, repair).expect(201)).body as { id: string }
    const cancel = async ({ id }: { id: string }) => {
      const { version } = (await person.get(`${place.path}/repairs/${id}`)).body as { version: number }
      await person.post(`${place.path}/repairs/${id}/cancel`, { version, reason: '不用了' }).expect(200)
    }
    const first = await report()
    const refused = await person.post('/me/privacy-requests', { kind: 'deletion' })
    expect(refused.body).toMatchObject({ code: 'PRIVACY_OPEN_REPAIRS', detail: expect.stringContaining('1 件') })
    await cancel(first)
    await ask({ person })
    const second = await report()
    await afterDays(7)
    expect((await requests())[0]).toMatchObject({ state: 'cooling', waitsBecause: '还有 1 件报修没有办完' })
    await cancel(second)
    await afterDays(1)
    expect((await requests())[0]).toMatchObject({ state: 'done', nameMasked: expect.stringMatching(/^已注销用户#/) })

    const staff = await app.world.staff(place.community)
    await app.owner.query('UPDATE sessions SET account_id = $1, staff_id = NULL WHERE staff_id = $2', [
      staff.accountId,
      staff.staffId,
    ])
    expect((await staff.post('/me/privacy-requests', { kind: 'deletion' })).body).toMatchObject({ code: 'PRIVACY_STAFF' })
  })

  it(`[ORG-05] leaves of each of ${PERSONS} people only what the law keeps, and what is told of it`, async () => {
    const files = await keysOf(lives.flatMap(({ proof, unused }) => [proof, unused]))
    expect(files.length).toBeGreaterThanOrEqual(PERSONS * 2)
    const copy = await lives[3]!.person.post('/me/privacy-requests', { kind: 'export' }).expect(201)
    const copied = ['pdf', 'json'].map((form) => join(app.config.FILES_DIR!, `privacy/${(copy.body as PrivacyAsked).id}.${form}`))
    for (const life of lives) await ask(life)
    app.clock.advance({ days: 6, hours: 20 })
    await app.deliver()
    expect(copied.filter((path) => existsSync(path))).toEqual(copied)
    app.clock.advance({ hours: 4 })
    await afterDays(0)
    const left: Record<string, string[]> = {}
    for (const life of lives) {
      expect((await life.person.get('/me')).body).toMatchObject({ code: 'NOT_SIGNED_IN' })
      const hits = await searchEverywhere(app.owner, [...life.words, `u-${life.openid}`])
      const columns = [...new Set(hits.map(({ column }) => column))]
      const kept = columns.filter((column) => personalRegistry.keptColumns.has(column))
      // Who owned nothing is gone from the archive too; the record of changes alone remembers.
      const allowed = life.role === 'owner' ? kept : kept.filter((column) => column.startsWith('audit_entries.'))
      const over = columns.filter((column) => !allowed.includes(column))
      if (over.length > 0) left[`${life.role} ${life.name}`] = over
    }
    expect(left).toEqual({})
    expect([...files, ...copied].filter((path) => existsSync(path))).toEqual([])
  }, 1_800_000)

  it('[ORG-05] keeps the owner in the archive without a link, and everybody else under a name that is nobody’s', async () => {
    const { rows } = await app.owner.query<{ name: string; phone: string; linked: boolean; role: string; ended: boolean }>(
      `SELECT r.name, r.phone, r.account_id IS NOT NULL AS linked, h.role, h.valid_until < $2::date AS ended
       FROM residents r JOIN residencies h ON h.resident_id = r.id WHERE r.id = ANY ($1) AND h.valid_from = '2020-01-01'`,
      [lives.map(({ person }) => person.residentId), app.clock.now()],
    )
    expect(rows).toHaveLength(PERSONS)
    for (const row of rows)
      expect(row).toMatchObject(
        row.role === 'owner'
          ? { linked: false, phone: expect.stringMatching(/^136/), ended: null }
          : { linked: false, phone: '', name: expect.stringMatching(/^已注销用户#[0-9a-f]{6}$/), ended: true },
      )
  })

  it('[ORG-05] keeps the repairs of the community under that name, and the chain of the record whole', async () => {
    const { items } = (await place.manager.get(`${place.path}/repairs?limit=100&state=closed`).expect(200)).body as {
      items: { id: string }[]
    }
    const { body } = await place.manager.get(`${place.path}/repairs/${items.at(-1)!.id}`).expect(200)
    expect(body).toMatchObject({ reporterName: expect.stringMatching(/^已注销用户#/), reporterPhone: null })
    await app.nest.get(AuditSealer).run()
    await app.nest.get(AuditChecker).run()
    expect((await place.manager.get('/audit/chain')).body).toMatchObject({ brokenAt: null, waiting: 0 })
  })

  it('[ORG-05] lets the same WeChat come again as somebody new', async () => {
    app.clock.set(new Date(app.sandbox.world.clock.now()).toISOString())
    app.sandbox.world.phones.add({ id: 'returning' })
    const signedIn = await signIn('returning')
    const call = (token: string, method: 'get' | 'post', path: string) =>
      request(app.url)[method](`/api${path}`).set('authorization', `Bearer ${token}`).set('idempotency-key', 'a-key-of-once')
    const gone = await call(signedIn.token, 'post', '/me/privacy-requests').send({ kind: 'deletion' })
    expect(gone.body).toEqual({ id: null, done: true })
    await call(signedIn.token, 'get', '/me').expect(401)
    const again = await signIn('returning')
    expect((again.me as Me).account!.id).not.toBe((signedIn.me as Me).account!.id)
    expect(again.me.homes).toEqual([])
  })
})
