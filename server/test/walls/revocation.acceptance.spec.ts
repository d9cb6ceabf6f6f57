import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { FileView, InboxMessage, Page, SessionTokens, SignedIn, StaffRow } from '@yinuo/contracts'
import request from 'supertest'
import { hashPassword } from '../../src/modules/access/index.ts'
import { newId } from '../../src/platform/clock/index.ts'
import { startApp, type TestApp } from '../app.ts'
import { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'

const PASSWORD = 'correct-horse-1'

let app: TestApp
let here: TestCommunity
let manager: Person
const hangUp = new AbortController()
beforeAll(async () => {
  app = await startApp()
  here = await app.world.community({ companyId: await app.world.company() })
  manager = await app.world.staff(here, { post: 'project-manager', onDuty: false })
}, 60_000)
afterAll(() => {
  hangUp.abort()
  return app.close()
})
beforeEach(() => void app.clock.advance({ minutes: 1 }))

const holding = (token: string) => new Person(app.url, { name: '', token })
const refresh = (refreshToken: string) => request(app.url).post('/api/sessions/refresh').send({ refreshToken })

let logins = 0
/** A member of staff who reads repairs, signed in at the console, with a photo open and listening. */
async function atWork() {
  const staff = await app.world.staff(here, { permissions: ['repairs.read'], onDuty: false })
  const login = `leaver-${++logins}`
  await app.owner.query('UPDATE staff SET login = $2, password_hash = $3 WHERE id = $1', [
    staff.staffId,
    login,
    await hashPassword(PASSWORD),
  ])
  const answer = await request(app.url).post('/api/sessions/password').send({ login, password: PASSWORD })
  const { token, refreshToken } = answer.body as SignedIn
  const resident = await app.world.resident(here)
  const report = { place: { kind: 'unit', id: resident.unitId }, category: 'taps', urgency: 'routine', description: '龙头滴水' }
  const fileIds = [await resident.photo(here.id)]
  const { id } = (await resident.post(`/communities/${here.id}/repairs`, { ...report, fileIds })).body as { id: string }
  const view = (await holding(token).get(`/communities/${here.id}/repairs/${id}`)).body as { files: FileView[] }
  const listening = await listen(token)
  return {
    staffId: staff.staffId!,
    login,
    token,
    refreshToken,
    photo: view.files[0]!.url,
    listening,
    tell: () => resident.post(`/communities/${here.id}/repairs`, { ...report, fileIds: [] }),
  }
}

/** An open line; what it said so far, and whether it was closed. */
async function listen(token: string) {
  const heard = { text: '', isOver: false }
  const line = await fetch(`${app.url}/api/communities/${here.id}/live`, {
    headers: { authorization: `Bearer ${token}` },
    signal: hangUp.signal,
  })
  expect(line.status).toBe(200)
  void (async () => {
    for await (const piece of line.body!) heard.text += new TextDecoder().decode(piece as Uint8Array)
    heard.isOver = true
  })().catch(() => (heard.isOver = true))
  return heard
}

async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 5000
  while (!isSo() && performance.now() < giveUpAt) await new Promise(setImmediate)
  expect(isSo()).toBe(true)
}

const open = (link: string) => request(app.url).get(new URL(link).pathname + new URL(link).search)

const events: Record<
  string,
  { happens: (at: Awaited<ReturnType<typeof atWork>>) => Promise<unknown>; ends: 'session' | 'right' | 'place' }
> = {
  'the permission is taken from the post': {
    happens: ({ staffId }) =>
      app.owner.query(`UPDATE posts SET permissions = '{}' WHERE id = (SELECT post_id FROM staff_posts WHERE staff_id = $1)`, [
        staffId,
      ]),
    ends: 'right',
  },
  'the post is taken away': {
    happens: ({ staffId }) => app.owner.query('DELETE FROM staff_posts WHERE staff_id = $1', [staffId]),
    ends: 'place',
  },
  'the member of staff leaves': {
    happens: ({ staffId }) => app.owner.query('UPDATE staff SET active = false WHERE id = $1', [staffId]),
    ends: 'session',
  },
  'the session is ended by whoever keeps them': {
    happens: ({ staffId }) => manager.post(`/staff/${staffId}/sign-out-everywhere`),
    ends: 'session',
  },
  'the password is changed': { happens: ({ staffId }) => newPassword(staffId), ends: 'session' },
  'the community leaves the region of the post': {
    happens: async ({ staffId }) => {
      await inRegion(staffId)
      await app.owner.query('UPDATE communities SET region_id = NULL WHERE id = $1', [here.id])
    },
    ends: 'place',
  },
}

async function newPassword(staffId: string): Promise<void> {
  const { items } = (await manager.get('/staff?limit=100')).body as Page<StaffRow>
  const { name, phoneMasked, login, active, skills, posts, version } = items.find(({ id }) => id === staffId)!
  const held = posts.map(({ postId }) => ({ scope: 'community', postId, communityId: here.id, buildingIds: [] }))
  const draft = { name, phone: phoneMasked, login, active, skills, posts: held, version, password: 'another-horse-2' }
  expect((await manager.put(`/staff/${staffId}`, draft)).status).toBe(200)
}

/** Gives the post for a region of which the community is one, in place of the community's own. */
async function inRegion(staffId: string): Promise<void> {
  const regionId = newId(app.clock.now())
  await app.owner.query('INSERT INTO regions (company_id, id, name) VALUES ($1, $2, $2::uuid::text)', [here.companyId, regionId])
  await app.owner.query('UPDATE communities SET region_id = $2 WHERE id = $1', [here.id, regionId])
  await app.owner.query(
    `INSERT INTO wide_posts (company_id, staff_id, post_id, region_id) SELECT company_id, staff_id, post_id, $2 FROM staff_posts WHERE staff_id = $1`,
    [staffId, regionId],
  )
  await app.owner.query('DELETE FROM staff_posts WHERE staff_id = $1', [staffId])
}

describe('what was given', () => {
  for (const [name, { happens, ends }] of Object.entries(events))
    it(`[ORG-05] is gone on the next request, for files, live updates and refreshing, when ${name}`, async () => {
      const at = await atWork()
      expect((await holding(at.token).get(`/communities/${here.id}/repairs`)).status).toBe(200)
      expect((await open(at.photo)).status).toBe(200)
      await happens(at)
      const { status } = await holding(at.token).get(`/communities/${here.id}/repairs`)
      expect(status).toBe({ session: 401, right: 403, place: 404 }[ends])
      if (ends !== 'right') expect((await open(at.photo)).status).toBe(410)
      await at.tell()
      await app.deliver()
      await until(() => at.listening.isOver)
      expect(at.listening.text).not.toContain('repairId')
      const renewed = await refresh(at.refreshToken)
      expect(renewed.status).toBe(ends === 'session' ? 401 : 200)
      if (ends === 'session') return
      const again = await holding((renewed.body as SessionTokens).token).get(`/communities/${here.id}/repairs`)
      expect(again.status).toBe(status)
    })

  it('[ORG-05] is narrowed on the next request when a post is limited to another building', async () => {
    const at = await atWork()
    const building = await app.world.building(here, `楼${++logins}`, 1, 1)
    const queue = async () =>
      ((await holding(at.token).get(`/communities/${here.id}/repairs`)).body as Page<unknown>).items.length
    expect(await queue()).toBeGreaterThan(0)
    await at.tell()
    await app.deliver()
    await until(() => at.listening.text.includes('repairId'))
    const heard = at.listening.text
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [at.staffId, [building]])
    expect(await queue()).toBe(0)
    await at.tell()
    await app.deliver()
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [at.staffId, [here.buildingId]])
    await at.tell()
    await app.deliver()
    await until(() => at.listening.text.length > heard.length)
    expect(at.listening.text.slice(heard.length).match(/repairId/g)).toHaveLength(1)
    expect(at.listening.isOver).toBe(false)
  })

  it('[ORG-04] is gone with the home: routes, files and the inbox of who moved out, also after an application', async () => {
    const tenant = await app.world.resident(here, { role: 'tenant' })
    await app.owner.query(
      `INSERT INTO residence_applications (community_id, id, account_id, unit_id, role, name, phone, state, created_at)
       SELECT $1, gen_random_uuid(), $2, $3, 'tenant', '王小明', '13812340000', state, $4 FROM unnest(ARRAY['approved', 'rejected']) state`,
      [here.id, tenant.accountId, tenant.unitId, app.clock.now()],
    )
    const id = newId(app.clock.now())
    await app.owner.query(
      `INSERT INTO messages (community_id, id, business_key, kind, account_id, recipient_name, title, body, created_at)
       VALUES ($1, $2, $3, 'repair.done', $4, '王小明', '进展', '进展', $5)`,
      [here.id, id, id, tenant.accountId, app.clock.now()],
    )
    const inbox = async () => ((await tenant.get('/me/messages')).body as Page<InboxMessage>).items.length
    const report = { place: { kind: 'unit', id: tenant.unitId }, category: 'taps', urgency: 'routine', description: '龙头滴水' }
    const repair = await tenant.post(`/communities/${here.id}/repairs`, { ...report, fileIds: [await tenant.photo(here.id)] })
    const path = `/communities/${here.id}/repairs/${(repair.body as { id: string }).id}`
    const photo = ((await tenant.get(path)).body as { files: FileView[] }).files[0]!.url
    expect(await inbox()).toBeGreaterThan(0)
    expect((await open(photo)).status).toBe(200)
    await app.owner.query(`UPDATE residencies SET valid_until = '2020-12-31' WHERE resident_id = $1`, [tenant.residentId])
    expect((await tenant.get(path)).status).toBe(404)
    expect((await open(photo)).status).toBe(410)
    expect(await inbox()).toBe(0)
  })

  it('[ORG-05] comes at once where a community is new in the company or region of a post', async () => {
    const company = here.companyId
    const head = await app.world.staff(here, { permissions: ['repairs.read'], onDuty: false })
    await app.owner.query(
      `INSERT INTO wide_posts (company_id, staff_id, post_id) SELECT company_id, staff_id, post_id FROM staff_posts WHERE staff_id = $1`,
      [head.staffId],
    )
    const opened = await app.world.community({ companyId: company })
    expect((await head.get(`/communities/${opened.id}/repairs`)).status).toBe(200)
    const elsewhere = await app.world.community({ companyId: await app.world.company() })
    expect((await head.get(`/communities/${elsewhere.id}/repairs`)).status).toBe(404)
  })
})
