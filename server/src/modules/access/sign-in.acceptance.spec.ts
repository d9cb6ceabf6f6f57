import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Me, Problem, SignedIn, SignInTicket, SignInTicketCreated, TotpOffer } from '@yinuo/contracts'
import { Secret, TOTP } from 'otpauth'
import request, { type Response, type Test } from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { hashPassword } from './index.ts'

const password = '一诺千金 2026'

/** Passwords are slow to check on purpose, and slower on a busy machine. */
jest.setTimeout(30_000)

let app: TestApp
let community: TestCommunity
let passwordHash: string
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  passwordHash = await hashPassword(password)
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-21T04:00:00Z'))

/** A member of staff who has a password; wrong tries of one test do not reach another. */
async function staffWithPassword(): Promise<{ login: string; staff: Person }> {
  const staff = await app.world.staff(community, { post: 'project-manager', withPhone: false })
  const { rows } = await app.owner.query<{ login: string }>('UPDATE staff SET password_hash = $2 WHERE id = $1 RETURNING login', [
    staff.staffId,
    passwordHash,
  ])
  return { login: rows[0]!.login, staff }
}

function post(path: string, body: object = {}, { from = '203.0.113.1', at = app.url } = {}): Test {
  return request(at).post(`/api${path}`).set('x-forwarded-for', from).send(body)
}

const signIn = (login: string, more: object = {}, from?: string) =>
  post('/sessions/password', { login, password, ...more }, { from })
const problemOf = (answer: Response) => answer.body as Problem
const asSignedIn = (answer: Response) => {
  const { token, me } = answer.body as SignedIn
  return new Person(app.url, { name: me.staff?.name ?? '', token })
}

describe('sign-in with a password', () => {
  it('[ORG-05] opens a console session with a token of half an hour', async () => {
    const { login, staff } = await staffWithPassword()
    const answer = await signIn(login.toUpperCase())
    expect(answer.status).toBe(200)
    const { me, expiresAt } = answer.body as SignedIn
    expect(me).toMatchObject({ callers: ['staff'], account: null, homes: [], staff: { id: staff.staffId, totpEnrolled: false } })
    expect(me.staff!.communities[0]).toMatchObject({ communityId: community.id, name: community.name })
    expect(me.staff!.posts).toMatchObject([{ code: 'project-manager', communityIds: [community.id], buildingIds: null }])
    expect(expiresAt).toBe('2026-11-21T04:30:00.000Z')
    const session = asSignedIn(answer)
    app.clock.set('2026-11-21T04:29:59Z')
    expect((await session.get('/me')).status).toBe(200)
    app.clock.set('2026-11-21T04:30:00Z')
    expect(problemOf(await session.get('/me')).code).toBe('NOT_SIGNED_IN')
  })

  it('[ORG-05] tells nobody whether a login exists, is disabled, or has no password', async () => {
    const { login } = await staffWithPassword()
    const disabled = await staffWithPassword()
    await app.owner.query('UPDATE staff SET active = false WHERE login = $1', [disabled.login])
    const withoutPassword = await staffWithPassword()
    await app.owner.query('UPDATE staff SET password_hash = NULL WHERE login = $1', [withoutPassword.login])
    const refusals = await Promise.all([
      signIn(login, { password: 'wrong' }),
      signIn('nobody-at-all'),
      signIn(disabled.login),
      signIn(withoutPassword.login),
    ])
    for (const refusal of refusals) {
      const { traceId, ...said } = problemOf(refusal)
      expect(traceId).toMatch(/^[0-9a-f]{32}$/)
      expect(said).toEqual({ ...problemOf(refusals[0]!), traceId: undefined })
      expect(said.code).toBe('SIGN_IN_FAILED')
    }
  })

  it('[ORG-05] takes as long to refuse an unknown login as a wrong password', async () => {
    const { login } = await staffWithPassword()
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let turn = 0; turn < 12; turn++) {
      for (const kind of ['known', 'unknown'] as const) {
        const from = `198.51.100.${turn + 1}`
        const began = performance.now()
        await signIn(kind === 'known' ? login : `nobody${turn}`, { password: 'wrong' }, from)
        times[kind].push(performance.now() - began)
      }
    }
    const fastest = (list: number[]) => Math.min(...list)
    expect(fastest(times.unknown) / fastest(times.known)).toBeGreaterThan(0.6)
    expect(fastest(times.unknown) / fastest(times.known)).toBeLessThan(1.6)
  })

  it('[ORG-05] makes a guesser wait, and nobody elsewhere', async () => {
    const { login } = await staffWithPassword()
    for (let tries = 0; tries < 5; tries++) expect((await signIn(login, { password: 'wrong' }, '203.0.113.66')).status).toBe(401)
    const locked = await signIn(login, {}, '203.0.113.66')
    expect(problemOf(locked)).toMatchObject({ code: 'SIGN_IN_LOCKED', detail: '尝试次数过多，请 1 分钟后再试。' })
    expect(locked.headers['retry-after']).toBe('60')
    expect((await signIn(login, {}, '203.0.113.9')).status).toBe(200)
    app.clock.advance({ minutes: 1 })
    expect((await signIn(login, {}, '203.0.113.66')).status).toBe(200)
  })

  it('[ORG-05] makes a guesser of unknown logins wait alike', async () => {
    for (let tries = 0; tries < 5; tries++) await signIn('ghost', { password: 'wrong' }, '203.0.113.67')
    expect(problemOf(await signIn('ghost', {}, '203.0.113.67')).code).toBe('SIGN_IN_LOCKED')
  })

  it('[ORG-05] gives forty parallel guesses, over two replicas, no more than five tries', async () => {
    const { login } = await staffWithPassword()
    const second = await (await app.replica()).getUrl()
    const guesses = Array.from({ length: 40 }, (_, turn) =>
      post('/sessions/password', { login, password: `guess ${turn}` }, { from: '203.0.113.68', at: turn % 2 ? second : app.url }),
    )
    const codes = (await Promise.all(guesses)).map((answer) => problemOf(answer).code)
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED').length).toBeLessThanOrEqual(5)
    expect(codes.filter((code) => code === 'SIGN_IN_LOCKED' || code === 'TOO_MANY_REQUESTS').length).toBeGreaterThanOrEqual(35)
  })
})

describe('one-time codes', () => {
  const codeOf = (secret: string) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: app.clock.now().getTime() })

  async function enrolled(): Promise<{ login: string; secret: string }> {
    const { login } = await staffWithPassword()
    const session = asSignedIn(await signIn(login))
    const offer = (await session.post('/me/totp')).body as TotpOffer
    const secret = new URL(offer.uri).searchParams.get('secret')!
    expect(offer.qrSvg).toContain('<svg')
    expect((await session.put('/me/totp', { totp: '000000' })).status).toBe(400)
    expect((await session.put('/me/totp', { totp: codeOf(secret) })).status).toBe(204)
    return { login, secret }
  }

  it('[ORG-05] are asked for once enrolled, and taken once', async () => {
    const { login, secret } = await enrolled()
    expect(problemOf(await signIn(login)).code).toBe('TOTP_REQUIRED')
    expect(problemOf(await signIn(login, { totp: codeOf(secret) })).code).toBe('SIGN_IN_FAILED')
    app.clock.advance({ minutes: 1 })
    const code = codeOf(secret)
    const answers = await Promise.all([
      signIn(login, { totp: code }),
      signIn(login, { totp: code }),
      signIn(login, { totp: code }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401])
  })

  it('[ORG-05] cannot be guessed beside the right password', async () => {
    const { login } = await enrolled()
    for (let tries = 0; tries < 5; tries++) {
      expect(problemOf(await signIn(login)).code).toBe('TOTP_REQUIRED')
      expect(problemOf(await signIn(login, { totp: '123456' })).code).toBe('SIGN_IN_FAILED')
    }
    expect(problemOf(await signIn(login, { totp: '123456' })).code).toBe('SIGN_IN_LOCKED')
  })

  it('[ORG-05] are kept sealed', async () => {
    const { login, secret } = await enrolled()
    const { rows } = await app.owner.query<{ totp_secret: string }>('SELECT totp_secret FROM staff WHERE login = $1', [login])
    expect(rows[0]!.totp_secret).not.toContain(secret)
  })

  it('[ORG-05] of an enrolment in use stay valid until a new one is confirmed', async () => {
    const { login, secret } = await enrolled()
    app.clock.advance({ minutes: 1 })
    const session = asSignedIn(await signIn(login, { totp: codeOf(secret) }))
    await session.post('/me/totp')
    app.clock.advance({ minutes: 1 })
    expect((await signIn(login, { totp: codeOf(secret) })).status).toBe(200)
  })
})

describe('sign-in by scanning', () => {
  const open = async () => (await post('/sessions/tickets')).body as SignInTicketCreated
  const redeem = ({ ticket, secret }: { ticket: string; secret: string }) =>
    post(`/sessions/tickets/${ticket}/redeem`, { secret })
  const stateOf = async (ticket: string) =>
    ((await request(app.url).get(`/api/sessions/tickets/${ticket}`)).body as SignInTicket).state

  it('[ORG-05] lets the console in that shows the ticket, as the one who scans it', async () => {
    const engineer = await app.world.staff(community)
    const ticket = await open()
    expect(ticket.qrSvg).toContain('<svg')
    expect(await stateOf(ticket.ticket)).toBe('waiting')
    expect((await redeem(ticket)).status).toBe(410)
    expect((await engineer.post(`/sessions/tickets/${ticket.ticket}/approve`)).status).toBe(204)
    expect(await stateOf(ticket.ticket)).toBe('approved')
    const answer = await redeem(ticket)
    expect((answer.body as SignedIn).me.staff!.id).toBe(engineer.staffId)
    expect(await stateOf(ticket.ticket)).toBe('expired')
  })

  it('[ORG-05] opens one session for one ticket, on any number of replicas', async () => {
    const engineer = await app.world.staff(community)
    const ticket = await open()
    await engineer.post(`/sessions/tickets/${ticket.ticket}/approve`)
    const second = await (await app.replica()).getUrl()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        post(`/sessions/tickets/${ticket.ticket}/redeem`, { secret: ticket.secret }, { at: turn % 2 ? second : app.url }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => problemOf(answer).code === 'TICKET_EXPIRED')).toHaveLength(9)
  })

  it('[ORG-05] refuses a stranger who saw the ticket but not its secret, a resident, and a late one', async () => {
    const engineer = await app.world.staff(community)
    const ticket = await open()
    const resident = await app.world.resident(community)
    expect((await resident.post(`/sessions/tickets/${ticket.ticket}/approve`)).status).toBe(403)
    await engineer.post(`/sessions/tickets/${ticket.ticket}/approve`)
    const other = await app.world.staff(community)
    expect((await other.post(`/sessions/tickets/${ticket.ticket}/approve`)).status).toBe(410)
    expect((await redeem({ ...ticket, secret: 'guessed' })).status).toBe(410)
    app.clock.advance({ minutes: 2 })
    expect((await redeem(ticket)).status).toBe(410)
    expect((await request(app.url).get('/api/sessions/tickets/never-made')).status).toBe(404)
  })

  it('[ORG-05] lets nobody in who was disabled after approving', async () => {
    const engineer = await app.world.staff(community)
    const ticket = await open()
    await engineer.post(`/sessions/tickets/${ticket.ticket}/approve`)
    await app.owner.query('UPDATE staff SET active = false WHERE id = $1', [engineer.staffId])
    expect((await redeem(ticket)).status).toBe(410)
  })
})

describe('sign-in with WeChat', () => {
  const loginCode = (phone: string) => app.sandbox.world.oneTimeCodes.issue('login', phone, app.config.WECHAT_APP_ID)
  const wechat = (code: string) => post('/sessions/wechat', { code })

  it('[ORG-04] makes the account once, however many first sign-ins arrive together', async () => {
    const { openid } = app.sandbox.world.phones.add({ id: 'newcomer' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => wechat(loginCode('newcomer'))))
    const accounts = new Set(answers.map((answer) => (answer.body as SignedIn).me.account!.id))
    expect(accounts.size).toBe(1)
    const { rows } = await app.owner.query('SELECT id FROM accounts WHERE openid = $1', [openid])
    expect(rows).toHaveLength(1)
    expect((answers[0]!.body as SignedIn).expiresAt).toBe('2026-11-21T06:00:00.000Z')
  })

  it('[ORG-04] refuses a code used before, and says so in words', async () => {
    app.sandbox.world.phones.add({ id: 'twice' })
    const code = loginCode('twice')
    expect((await wechat(code)).status).toBe(200)
    expect(problemOf(await wechat(code)).code).toBe('WECHAT_CODE_INVALID')
  })

  it('[ORG-05] makes who owns the telephone number of a member of staff that member', async () => {
    app.clock.set(new Date(app.sandbox.world.clock.now()).toISOString())
    const { staff } = await staffWithPassword()
    await app.owner.query(`UPDATE staff SET phone = '13700001111' WHERE id = $1`, [staff.staffId])
    app.sandbox.world.phones.add({ id: 'engineer', phoneNumber: '13700001111' })
    const session = asSignedIn(await wechat(loginCode('engineer')))
    const phoneCode = app.sandbox.world.oneTimeCodes.issue('phone-number', 'engineer', app.config.WECHAT_APP_ID)
    const me = (await session.post('/me/phone', { code: phoneCode })).body as Me
    expect(me.callers).toEqual(['resident', 'staff'])
    expect(me.account!.phoneMasked).toBe('137****1111')
    expect(me.staff!.id).toBe(staff.staffId)
  })
})
