import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { AuditRow, InboxMessage, Page, SessionRow, SessionTokens, SignedIn } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { hashPassword } from './password-hash.ts'

const PASSWORD = 'correct-horse-1'
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36'
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.53'

let app: TestApp
let community: TestCommunity
let manager: Person
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  manager = await app.world.staff(community, { post: 'project-manager' })
}, 60_000)
afterAll(() => app.close())
beforeEach(() => void app.clock.advance({ minutes: 1 }))

const post = (path: string, body: object, device = CHROME) =>
  request(app.url).post(`/api${path}`).set('user-agent', device).send(body)
const refresh = (refreshToken: string, device?: string) => post('/sessions/refresh', { refreshToken }, device)
const tokens = async (answer: PromiseLike<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  expect(status).toBe(200)
  return body as SessionTokens
}
const holding = (token: string) => new Person(app.url, { name: '', token })
const isIn = async (token: string) => (await holding(token).get('/me')).status === 200

let logins = 0
async function staffSignedIn(device = CHROME): Promise<{ person: Person; login: string; session: SignedIn }> {
  const person = await app.world.staff(community, { permissions: ['repairs.read'] })
  const login = `refresher-${++logins}`
  const hash = await hashPassword(PASSWORD)
  await app.owner.query('UPDATE staff SET login = $2, password_hash = $3 WHERE id = $1', [person.staffId, login, hash])
  return { person, login, session: await signIn(login, device) }
}
const signIn = async (login: string, device = CHROME) =>
  (await post('/sessions/password', { login, password: PASSWORD }, device)).body as SignedIn

async function residentSignedIn(): Promise<{ session: SignedIn; accountId: string }> {
  const phone = `phone-${++logins}`
  app.sandbox.world.phones.add({ id: phone })
  const code = app.sandbox.world.oneTimeCodes.issue('login', phone, app.config.WECHAT_APP_ID)
  const session = (await post('/sessions/wechat', { code }, PHONE)).body as SignedIn
  return { session, accountId: session.me.account!.id }
}

describe('a refresh token', () => {
  it('[ORG-05] gives a new token and a new refresh token, and ends the old token', async () => {
    const { session } = await staffSignedIn()
    app.clock.advance({ minutes: 31 })
    expect(await isIn(session.token)).toBe(false)
    const next = await tokens(refresh(session.refreshToken))
    expect(new Set([session.token, session.refreshToken, next.token, next.refreshToken]).size).toBe(4)
    expect(next.expiresAt).toBe(new Date(app.clock.now().getTime() + 30 * 60_000).toISOString())
    expect(await isIn(next.token)).toBe(true)
    const third = await tokens(refresh(next.refreshToken))
    expect(await isIn(next.token)).toBe(false)
    expect(await isIn(third.token)).toBe(true)
  })

  it('[ORG-05] gives the same answer again while it may have been lost, to any number of askers on any server', async () => {
    const { session } = await staffSignedIn()
    const second = await (await app.replica()).getUrl()
    const ask = (url: string) => request(url).post('/api/sessions/refresh').send({ refreshToken: session.refreshToken })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => tokens(ask(at % 2 ? app.url : second))))
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1)
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1)
    app.clock.advance({ seconds: 30 })
    expect(await tokens(refresh(session.refreshToken))).toEqual(answers[0])
    expect(await isIn(answers[0]!.token)).toBe(true)
  })

  it('[ORG-05] used by a thief ends the session for both, is written down, and its holder is told', async () => {
    const { session, login } = await staffSignedIn()
    const thief = await tokens(refresh(session.refreshToken, 'curl/8.5.0'))
    app.clock.advance({ seconds: 31 })
    expect((await refresh(session.refreshToken)).status).toBe(401)
    for (const { token, refreshToken } of [session, thief]) {
      expect(await isIn(token)).toBe(false)
      expect((await refresh(refreshToken)).status).toBe(401)
    }
    await app.deliver()
    const again = holding((await signIn(login)).token)
    const { items } = (await again.get('/me/messages')).body as Page<InboxMessage>
    expect(items.filter(({ kind }) => kind === 'account.stolen')).toHaveLength(1)
    const { items: entries } = (await manager.get('/audit?subject=access.session-stolen')).body as Page<AuditRow>
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ actorName: '系统', subjectKind: 'session' })
  })

  it('[ORG-05] that comes again after its successor was used is stolen, also at once', async () => {
    const { session } = await residentSignedIn()
    const next = await tokens(refresh(session.refreshToken, PHONE))
    const third = await tokens(refresh(next.refreshToken, PHONE))
    expect((await refresh(session.refreshToken)).status).toBe(401)
    expect(await isIn(third.token)).toBe(false)
  })

  it('[ORG-05] stolen from a resident is told to them in their inbox', async () => {
    const resident = await app.world.resident(community)
    const { session, accountId } = await residentSignedIn()
    await app.owner.query('UPDATE residents SET account_id = $2 WHERE id = $1', [resident.residentId, accountId])
    await tokens(refresh(session.refreshToken))
    app.clock.advance({ minutes: 1 })
    expect((await refresh(session.refreshToken)).status).toBe(401)
    await app.deliver()
    const { rows } = await app.owner.query(`SELECT 1 FROM messages WHERE account_id = $1 AND kind = 'account.stolen'`, [
      accountId,
    ])
    expect(rows).toHaveLength(1)
  })

  it('[ORG-05] is worth nothing once somebody signed out, left, or is unknown', async () => {
    const out = await staffSignedIn()
    expect((await holding(out.session.token).delete('/me/session')).status).toBe(204)
    expect((await refresh(out.session.refreshToken)).status).toBe(401)
    const left = await staffSignedIn()
    await app.owner.query('UPDATE staff SET active = false WHERE id = $1', [left.person.staffId])
    expect((await refresh(left.session.refreshToken)).status).toBe(401)
    for (const made of ['x', left.session.token, 'a'.repeat(43)]) expect((await refresh(made)).status).toBe(401)
    expect((await refresh('')).status).toBe(400)
  })

  it('[ORG-05] keeps a session that is used, and lets one that is not come to its end', async () => {
    const { session } = await staffSignedIn()
    app.clock.advance({ hours: 11, minutes: 59 })
    let kept = await tokens(refresh(session.refreshToken))
    app.clock.advance({ hours: 12 })
    expect((await refresh(kept.refreshToken)).status).toBe(401)
    const long = (await staffSignedIn()).session
    kept = long
    for (let hours = 0; hours + 11 < 7 * 24; hours += 11) {
      app.clock.advance({ hours: 11 })
      kept = await tokens(refresh(kept.refreshToken))
    }
    app.clock.advance({ hours: 11 })
    expect((await refresh(kept.refreshToken)).status).toBe(401)
  })

  it('[ORG-05] has 256 random bits, of which only a hash is kept', async () => {
    const { session } = await staffSignedIn()
    const made = [session.refreshToken, session.token]
    let last = session.refreshToken
    for (let turn = 0; turn < 50; turn++) {
      const next = await tokens(refresh(last))
      made.push(next.token, next.refreshToken)
      last = next.refreshToken
    }
    expect(new Set(made).size).toBe(102)
    for (const each of made) expect(Buffer.from(each, 'base64url')).toHaveLength(32)
    const { rows } = await app.owner.query<{ row: string }>(
      `SELECT r::text AS row FROM refresh_tokens r UNION ALL SELECT s::text FROM sessions s`,
    )
    const kept = rows.map(({ row }) => row).join()
    expect(made.filter((each) => kept.includes(each) || kept.includes(Buffer.from(each, 'base64url').toString('hex')))).toEqual(
      [],
    )
    const bits = made
      .flatMap((each) => [...Buffer.from(each, 'base64url')])
      .flatMap((byte) => [...byte.toString(2).padStart(8, '0')])
    const share = bits.filter((bit) => bit === '1').length / bits.length
    expect(share).toBeGreaterThan(0.48)
    expect(share).toBeLessThan(0.52)
  })

  it('[ORG-05] is not needed by a session from before there were any', async () => {
    const old = await app.world.staff(community)
    app.clock.advance({ hours: 24 })
    expect((await old.get('/me')).status).toBe(200)
  })
})

describe('where somebody is signed in', () => {
  const list = async (token: string) => (await holding(token).get('/me/sessions')).body as SessionRow[]

  it('[ORG-05] is shown with device and masked address, the one in use first', async () => {
    const { login, session } = await staffSignedIn()
    const phone = await signIn(login, PHONE)
    const mine = await list(phone.token)
    expect(mine.map(({ device, current }) => [device, current])).toEqual([
      ['iPhone · 微信', true],
      ['Windows 电脑 · Chrome 浏览器', false],
      ['未知设备', false],
    ])
    expect(mine[1]).toMatchObject({ client: 'console', addressMasked: '127.0.*.*' })
    expect(JSON.stringify(mine)).not.toContain('127.0.0.1')
    const sessions = await list(session.token)
    expect(sessions.find(({ current }) => current)!.device).toBe('Windows 电脑 · Chrome 浏览器')
    expect(sessions).toHaveLength(3)
  })

  it('[ORG-05] knows when each was last used, written down at most every five minutes', async () => {
    const { session } = await staffSignedIn()
    const { rows: before } = await app.owner.query<{ at: Date }>('SELECT max(last_seen_at) AS at FROM sessions')
    app.clock.advance({ minutes: 4 })
    await holding(session.token).get('/me')
    app.clock.advance({ minutes: 2 })
    const used = app.clock.now()
    for (let turn = 0; turn < 3; turn++) await holding(session.token).get('/me')
    await expect(lastSeen(session.token, used)).resolves.toEqual(used)
    expect(before[0]!.at).toEqual(new Date(used.getTime() - 6 * 60_000))
  })

  it('[ORG-05] is ended one by one, all others, or all, on the next request', async () => {
    const { login, session } = await staffSignedIn()
    const others = [await signIn(login), await signIn(login)]
    const id = (await list(others[0]!.token)).find(({ current }) => current)!.id
    expect((await holding(session.token).delete(`/me/sessions/${id}`)).status).toBe(204)
    expect(await isIn(others[0]!.token)).toBe(false)
    expect((await refresh(others[0]!.refreshToken)).status).toBe(401)
    expect((await holding(session.token).delete(`/me/sessions/${id}`)).status).toBe(404)
    expect((await holding(session.token).post('/me/sessions/sign-out-others')).status).toBe(204)
    expect(await isIn(others[1]!.token)).toBe(false)
    expect(await isIn(session.token)).toBe(true)
    expect((await holding(session.token).post('/me/sessions/sign-out-everywhere')).status).toBe(204)
    expect(await isIn(session.token)).toBe(false)
    expect((await refresh(session.refreshToken)).status).toBe(401)
  })

  it('[ORG-05] is nobody else’s to see or end', async () => {
    const one = await staffSignedIn()
    const other = await residentSignedIn()
    const [theirs] = await list(other.session.token)
    expect((await list(one.session.token)).map(({ id }) => id)).not.toContain(theirs!.id)
    expect((await holding(one.session.token).delete(`/me/sessions/${theirs!.id}`)).status).toBe(404)
    expect(await isIn(other.session.token)).toBe(true)
  })

  it('[ORG-05] is ended by whoever keeps the member of staff, and by nobody else', async () => {
    const { session, person } = await staffSignedIn()
    const path = `/staff/${person.staffId}/sign-out-everywhere`
    const elsewhere = await app.world.staff(await app.world.community(), { post: 'project-manager' })
    expect((await elsewhere.post(path)).status).toBe(404)
    expect((await (await app.world.staff(community)).post(path)).status).toBe(403)
    expect(await isIn(session.token)).toBe(true)
    expect((await manager.post(path)).status).toBe(204)
    expect(await isIn(session.token)).toBe(false)
    expect((await refresh(session.refreshToken)).status).toBe(401)
    const { items } = (await manager.get(`/audit?subject=${person.staffId}`)).body as Page<AuditRow>
    expect(items[0]).toMatchObject({ action: 'access.sign-staff-out', after: { ended: 2 } })
  })
})

/** When the session was last seen, once that has been written down: the request does not wait for it. */
async function lastSeen(token: string, expected: Date): Promise<Date> {
  for (let turn = 0; ; turn++) {
    const mine = (await holding(token).get('/me/sessions')).body as SessionRow[]
    const at = new Date(mine.find(({ current }) => current)!.lastSeenAt!)
    if (at.getTime() === expected.getTime() || turn === 100) return at
  }
}
