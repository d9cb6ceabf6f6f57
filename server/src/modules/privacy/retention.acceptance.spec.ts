import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page, RetentionSubject } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import type { RetentionRule, RetentionRun } from './http/privacy.dto.ts'
import { RetentionSweep } from './index.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  manager = await app.world.staff(community, { post: 'project-manager' })
}, 60_000)
afterAll(() => app.close())

const path = () => `/communities/${community.id}`
const rules = async () => (await manager.get(`${path()}/retention-rules`).expect(200)).body as RetentionRule[]
const rule = async (subject: RetentionSubject) => (await rules()).find((each) => each.subject === subject)!

/** A night later; what it cleared away, by subject. */
async function aNightLater(days: number): Promise<Partial<Record<RetentionSubject, number>>> {
  app.clock.advance({ days })
  await app.nest.get(RetentionSweep).run()
  await app.deliver()
  const { items } = (await manager.get(`${path()}/retention-runs`).expect(200)).body as Page<RetentionRun>
  return Object.fromEntries(items[0]!.counts.filter(({ done }) => done > 0).map(({ subject, done }) => [subject, done]))
}

const count = async (text: string, values: unknown[]) =>
  (await app.owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${text}`, values)).rows[0]!.count

describe('what is kept no longer than needed', () => {
  it('[ORG-05] a photo nobody used goes after two days, with its bytes, and one in use stays', async () => {
    const resident = await app.world.resident(community)
    const [unused, used] = [await resident.photo(community.id), await resident.photo(community.id)]
    const report = { category: 'taps', urgency: 'routine', description: '滴水', fileIds: [used] }
    await resident.post(`${path()}/repairs`, { ...report, place: { kind: 'unit', id: resident.unitId } }).expect(201)
    const { rows } = await app.owner.query<{ key: string }>('SELECT storage_key AS key FROM files WHERE id = $1', [unused])
    const bytes = join(app.config.FILES_DIR!, rows[0]!.key)
    expect(await aNightLater(1)).not.toHaveProperty('unattached-files')
    expect(existsSync(bytes)).toBe(true)
    expect(await aNightLater(2)).toMatchObject({ 'unattached-files': 1 })
    expect(existsSync(bytes)).toBe(false)
    expect(await count('files WHERE id = ANY ($1)', [[unused, used]])).toBe(1)
  })

  it('[ORG-05] a refused application goes after a year and its proof with it, of an approved one the proof', async () => {
    const apply = async () => {
      const person = await app.world.stranger()
      const { id: unitId } = await app.world.unit(community)
      const fileIds = [await person.photo(community.id)]
      const wish = { unitId, role: 'family', name: '陈新', phone: '13800010003', fileIds }
      return (await person.post(`${path()}/residence-applications`, wish).expect(201)).body as { id: string }
    }
    const [refused, approved] = [await apply(), await apply()]
    await manager.post(`${path()}/residence-applications/${refused.id}/reject`, { reason: '看不清' }).expect(200)
    await manager.post(`${path()}/residence-applications/${approved.id}/approve`).expect(200)
    await aNightLater(364)
    expect(await count('residence_applications WHERE id = ANY ($1)', [[refused.id, approved.id]])).toBe(2)
    expect(await aNightLater(2)).toMatchObject({ 'rejected-applications': 1, 'proof-files': 1, 'unattached-files': 2 })
    expect(await count(`residence_applications WHERE id = $1 AND file_ids = '{}'`, [approved.id])).toBe(1)
    expect(await count('residence_applications WHERE id = $1', [refused.id])).toBe(0)
  })

  it('[ORG-05] who moved out is forgotten after three years, who stays is not', async () => {
    const [left, stays] = [await app.world.resident(community), await app.world.resident(community)]
    await app.owner.query('UPDATE residencies SET valid_until = $2 WHERE resident_id = $1', [left.residentId, app.clock.now()])
    await aNightLater(3 * 365)
    expect(await count(`residents WHERE id = $1 AND erased_at IS NULL`, [left.residentId])).toBe(1)
    expect(await aNightLater(2)).toMatchObject({ 'moved-out': 1 })
    const { rows } = await app.owner.query('SELECT name, phone, account_id FROM residents WHERE id = $1', [left.residentId])
    expect(rows).toEqual([{ name: expect.stringMatching(/^已注销用户#/), phone: '', account_id: null }])
    expect(await count(`residents WHERE id = $1 AND erased_at IS NULL AND phone <> ''`, [stays.residentId])).toBe(1)
    expect(await aNightLater(1)).not.toHaveProperty('moved-out')
  })

  it('[ORG-05] read messages, deliveries, sessions, keys and a leaver’s number have their time too', async () => {
    const now = app.clock.now()
    const resident = await app.world.resident(community)
    const message = randomUUID()
    await app.owner.query(
      `INSERT INTO messages (community_id, id, business_key, kind, account_id, recipient_name, title, body, created_at, read_at)
       VALUES ($1, $2, $5, 'repair.done', $3, '王', '题', '文', $4, $4)`,
      [community.id, message, resident.accountId, now, message],
    )
    await app.owner.query(
      `INSERT INTO deliveries (community_id, id, message_id, channel, state, attempts, at) VALUES ($1, gen_random_uuid(), $2, 'inbox', 'sent', 1, $3)`,
      [community.id, message, now],
    )
    await app.owner.query(
      `INSERT INTO sessions (id, token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $4)`,
      [randomUUID(), Buffer.from(message), resident.accountId, now],
    )
    await resident.post('/me/privacy-requests', { kind: 'export' }).expect(201)
    const leaver = await app.world.staff(community)
    await app.owner.query('UPDATE staff SET active = false, left_on = $2 WHERE id = $1', [leaver.staffId, now])
    expect(await aNightLater(92)).toMatchObject({ sessions: 1, 'leavers-phones': 1, 'idempotency-keys': expect.any(Number) })
    expect(await count(`staff WHERE id = $1 AND phone = '' AND account_id IS NULL`, [leaver.staffId])).toBe(1)
    expect(await aNightLater(274)).toMatchObject({ deliveries: 1 })
    expect(await aNightLater(730)).toMatchObject({ messages: 1 })
    expect(await count('audit_entries', [])).toBeGreaterThan(0)
  })
})

describe('how long a company keeps things', () => {
  it('[ORG-05] is ready-made, with law and reason, and changed by decision within what the law allows', async () => {
    expect(await rule('deliveries')).toMatchObject({ keepDays: 365, leastDays: 180, mayChange: true, decidedByName: null })
    const put = (subject: string, keepDays: number, more: object = {}) =>
      manager.put(`${path()}/retention-rules/${subject}`, { keepDays, basis: '公司制度第 8 条', ...more })
    expect((await put('deliveries', 90)).body).toMatchObject({
      code: 'RETENTION_TOO_SHORT',
      detail: expect.stringContaining('网络安全法第二十一条'),
    })
    expect((await put('sessions', 60)).body).toMatchObject({ code: 'RETENTION_FIXED' })
    await put('nonsense', 60).expect(404)
    await put('deliveries', 200).expect(204)
    expect(await rule('deliveries')).toMatchObject({ keepDays: 200, basis: '公司制度第 8 条', decidedByName: manager.name })
    const later = new Date(app.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10)
    await put('deliveries', 400, { effectiveFrom: later }).expect(204)
    expect(await rule('deliveries')).toMatchObject({ keepDays: 200, nextKeepDays: 400, nextFrom: later })
    app.clock.advance({ days: 11 })
    expect(await rule('deliveries')).toMatchObject({ keepDays: 400, nextKeepDays: null })
    const past = await put('deliveries', 300, { effectiveFrom: '2020-01-01' })
    expect(past.body).toMatchObject({ errors: [{ field: 'effectiveFrom' }] })
  })

  it('[ORG-05] is one company’s own', async () => {
    const other = await app.world.community({ companyId: await app.world.company() })
    const theirs = await app.world.staff(other, { permissions: ['privacy.handle'] })
    const { body } = await theirs.get(`/communities/${other.id}/retention-rules`).expect(200)
    expect((body as RetentionRule[]).find(({ subject }) => subject === 'deliveries')).toMatchObject({ keepDays: 365 })
    expect((await theirs.get(`/communities/${other.id}/retention-runs`).expect(200)).body).toMatchObject({ items: [] })
  })

  it('[ORG-05] is not decided for the whole company by who answers for some of it', async () => {
    const companyId = await app.world.company()
    const here = await app.world.community({ companyId })
    const local = await app.world.staff(here, { permissions: ['privacy.handle'] })
    const path = `/communities/${here.id}/retention-rules/deliveries`
    const wish = { keepDays: 200, basis: '公司制度第 8 条' }
    await local.put(path, wish).expect(204)
    await app.world.community({ companyId })
    expect((await local.put(path, wish)).body).toMatchObject({ code: 'RETENTION_COMPANY_WIDE' })
  })

  it('[ORG-05] is carried out by one of several workers', async () => {
    app.clock.advance({ days: 1 })
    const second = await app.replica()
    await Promise.all([app.nest, second].map((server) => server.get(RetentionSweep).run()))
    expect(await count('retention_runs WHERE company_id = $1 AND at = $2', [community.companyId, app.clock.now()])).toBe(14)
  })
})
