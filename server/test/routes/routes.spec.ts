import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Problem } from '@yinuo/contracts'
import { permissions } from '@yinuo/contracts'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import { isPublic, routesOf, type Route } from './all-routes.ts'

/** Routes that are no part of the API clients use. */
const withoutContract: Record<string, string> = {
  'POST /api/wechat/pay/notices/{merchantId}': 'WeChat Pay’s own shapes, answered as it asks',
  'GET /health/live': 'asked by the machine that runs us',
  'GET /health/ready': 'asked by the machine that runs us',
  'GET /metrics': 'asked by Prometheus',
  'GET /api/wechat/events': 'asked by WeChat, in its own form',
  'POST /api/wechat/events': 'asked by WeChat, in its own form',
  'GET /api/communities/{communityId}/live': 'a stream of events; what they hold is said in words',
}

/** POSTs whose repetition needs no key. */
const repeatable: Record<string, string> = {
  'POST /api/communities/{communityId}/fund-imports/check': 'tries the import, changes nothing',
  'POST /api/wechat/pay/notices/{merchantId}': 'what was settled before is not settled again',
  'POST /api/communities/{communityId}/complaint-unsealings/{id}/open':
    'opened is opened, and an answer kept under a key would be what the seal keeps',
  'POST /api/sessions/wechat': 'the code works once; a session more is no work twice',
  'POST /api/sessions/password': 'a session more is no work twice',
  'POST /api/sessions/refresh': 'the same refresh token gives the same answer for a moment, and afterwards tells of theft',
  'POST /api/me/sessions/sign-out-others': 'who is signed out is signed out',
  'POST /api/me/sessions/sign-out-everywhere': 'who is signed out is signed out',
  'POST /api/staff/{id}/sign-out-everywhere': 'who is signed out is signed out',
  'POST /api/sessions/tickets': 'an unused ticket expires after two minutes',
  'POST /api/sessions/tickets/{ticket}/approve': 'approving again changes nothing',
  'POST /api/sessions/tickets/{ticket}/redeem': 'a ticket is redeemed once',
  'POST /api/me/phone': 'the code works once; the number is set, not added',
  'POST /api/me/totp': 'an offer replaces the offer before',
  'POST /api/me/messages/{id}/read': 'read is read',
  'POST /api/me/messages/read-all': 'read is read',
  'POST /api/me/notices/{id}/read': 'read is read',
  'POST /api/communities/{communityId}/notice-reach': 'counts, changes nothing',
  'POST /api/me/message-preferences/email': 'a code replaces the code before, one a minute',
  'POST /api/me/message-preferences/email/confirm': 'the code works once',
  'POST /api/communities/{communityId}/message-channels/robot/test': 'each says something in the group, at the robot’s pace',
  'POST /api/communities/{communityId}/mailbox/test': 'tries the connection, changes nothing',
  'POST /api/me/payments/{id}/request': 'the same order asked for again is the same order',
  'POST /api/me/payments/{id}/ask': 'asks WeChat; what it says is settled once',
  'POST /api/me/payments/{id}/close': 'closed is closed',
  'POST /api/communities/{communityId}/payments/{id}/ask': 'asks WeChat; what it says is settled once',
  'POST /api/communities/{communityId}/payments/{id}/close': 'closed is closed',
  'POST /api/communities/{communityId}/refunds/{id}/ask': 'asks WeChat; one number is one refund',
  'POST /api/communities/{communityId}/pay-statements/check': 'the same bill again is the same report',
  'POST /api/communities/{communityId}/pay-differences/{id}/settle': 'the same bill again is the same report; settled is settled',
  'POST /api/communities/{communityId}/pay-merchants/{id}/test': 'asks WeChat for an order nobody made',
  'POST /api/me/subscriptions': 'askId in the body makes it once',
  'POST /api/staff':
    'login and telephone number are unique: a repetition is refused as DUPLICATE, and no password is kept under a key',
  'POST /api/staff/{id}/return': 'who is back is not to come back: a repetition is refused, and no password is kept under a key',
  'POST /api/post-templates': 'what is there is not added again, what is written not filled',
  'POST /api/posts': 'the name is unique: a repetition is refused as DUPLICATE',
  'POST /api/communities/{communityId}/codes/{id}/revoke': 'revoked is revoked',
  'POST /api/communities/{communityId}/invitations/{id}/revoke': 'revoked is revoked',
  'POST /api/communities/{communityId}/office-invitations/{id}/revoke': 'revoked is revoked',
  'POST /api/communities/{communityId}/household-notes/{id}/withdraw': 'taken back is taken back',
  'POST /api/communities/{communityId}/household-members/{id}/end': 'who has moved out is no member any more',
  'POST /api/communities/{communityId}/household-vehicles/{id}/remove': 'what was taken off is not here any more',
  'POST /api/communities/{communityId}/vehicles/{id}/end': 'a version is left behind once',
  'POST /api/communities/{communityId}/parking-spaces/{id}/withdraw': 'what is out of use is not here any more',
  'POST /api/communities/{communityId}/units/{id}/remove': 'a unit that is gone is not removed again',
  'POST /api/communities/{communityId}/quick-replies/{id}/remove': 'what was removed is not here any more',
  'POST /api/communities/{communityId}/unit-batches/preview': 'changes nothing',
  'POST /api/communities/{communityId}/code-sheets': 'draws a picture, changes nothing',
  'POST /api/regions/{id}/remove': 'a region that is gone is not removed again',
  'POST /api/communities/{communityId}/unmaskings': 'each look leaves a record of its own, and no number is kept under a key',
  'POST /api/communities/{communityId}/exports': 'draws a sheet; each leaves a record of its own',
  'POST /api/wechat/events': 'told apart by what the event says',
}

let app: TestApp
let routes: Route[]
beforeAll(async () => {
  app = await startApp()
  routes = routesOf(app.nest, apiDocument(app.nest))
}, 60_000)
afterAll(() => app.close())

const inCommunities = () => routes.filter((route) => route.path.includes('{communityId}'))
const names = (some: Route[]) => some.map((route) => route.name)

async function call({ method, path }: Route, communityId: string = randomUUID(), token?: string) {
  const url = path.replace('{communityId}', communityId).replace(/\{\w+\}/g, randomUUID())
  const headers = { 'idempotency-key': randomUUID(), ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const answer = await app.nest.inject({ method, url, headers, ...(method === 'GET' ? {} : { payload: {} }) })
  const isProblem = answer.headers['content-type']?.toString().startsWith('application/problem+json') ?? false
  return { status: answer.statusCode, code: isProblem ? answer.json<Problem>().code : null }
}

async function answersOf(some: Route[], communityId?: string, token?: string) {
  const answers: Record<string, string> = {}
  for (const route of some) {
    const { status, code } = await call(route, communityId, token)
    answers[route.name] = `${status} ${code}`
  }
  return answers
}

const all = (some: Route[], answer: string) => Object.fromEntries(names(some).map((name) => [name, answer]))

describe('every route', () => {
  it('is known to this test', () => {
    expect(routes.length).toBeGreaterThan(70)
    expect(new Set(names(routes)).size).toBe(routes.length)
  })

  it('says who may call it', () => {
    expect(names(routes.filter((route) => !route.calledBy?.length))).toEqual([])
  })

  it('names only permissions there are, and every permission is named', () => {
    const named = routes
      .flatMap((route) => route.calledBy ?? [])
      .flatMap((rule) => (typeof rule === 'object' ? [rule.permission] : []))
    expect([...new Set(named)].filter((permission) => !(permission in permissions))).toEqual([])
    const usedInRules = ['repairs.work', 'archive.read', 'archive.edit', 'repairs.report']
    expect(
      Object.keys(permissions).filter((permission) => !named.includes(permission) && !usedInRules.includes(permission)),
    ).toEqual([])
  })

  it('says what it answers', () => {
    const silent = routes.filter((route) => {
      if (route.name in withoutContract) return false
      const good = Object.entries(route.operation?.responses ?? {}).filter(([status]) => /^2/.test(status))
      return !good.some(
        ([status, response]) => status === '204' || Object.keys((response as { content?: object }).content ?? {}).length > 0,
      )
    })
    expect(names(silent)).toEqual([])
  })

  it('that creates work takes an idempotency key, or there is a reason why not', () => {
    const keyless = names(routes.filter((route) => route.method === 'POST' && !route.isIdempotent))
    expect(keyless.filter((name) => !(name in repeatable))).toEqual([])
    expect(Object.keys(repeatable).filter((name) => !keyless.includes(name))).toEqual([])
  })

  it('that is not public turns away who is not signed in', async () => {
    const closed = routes.filter((route) => !isPublic(route))
    expect(await answersOf(closed)).toEqual(all(closed, '401 NOT_SIGNED_IN'))
    expect(await answersOf(closed, undefined, 'no-such-token')).toEqual(all(closed, '401 NOT_SIGNED_IN'))
  })

  it('in a community does not exist for who has nothing to do with it', async () => {
    const own = await app.world.community()
    const foreign = await app.world.community({ companyId: await app.world.company() })
    const closed = inCommunities().filter((route) => !isPublic(route) && !route.calledBy!.includes('signed-in'))
    const callers = [
      await app.world.staff(own, { post: 'project-manager' }),
      await app.world.resident(own),
      await app.world.stranger(),
    ]
    for (const { token } of callers) {
      expect(await answersOf(closed, foreign.id, token)).toEqual(all(closed, '404 NOT_FOUND'))
      expect(await answersOf(closed, randomUUID(), token)).toEqual(all(closed, '404 NOT_FOUND'))
      expect(await answersOf(closed, 'not-an-id', token)).toEqual(all(closed, '404 NOT_FOUND'))
    }
  })

  it('that needs a permission refuses staff whose posts do not give it', async () => {
    const { token } = await app.world.staff(await app.world.community(), { permissions: [] })
    const guarded = routes.filter((route) => route.calledBy?.every((rule) => typeof rule === 'object'))
    const outside = guarded.filter((route) => !route.path.includes('{communityId}'))
    expect(outside.length).toBeGreaterThan(0)
    expect(await answersOf(outside, undefined, token)).toEqual(all(outside, '403 NOT_ALLOWED'))
  })

  it('in a community that needs a permission refuses staff of that community without it', async () => {
    const community = await app.world.community()
    const { token } = await app.world.staff(community, { permissions: [] })
    const guarded = inCommunities().filter((route) => route.calledBy?.every((rule) => typeof rule === 'object'))
    expect(await answersOf(guarded, community.id, token)).toEqual(all(guarded, '403 NOT_ALLOWED'))
  })
})

describe('what is no route, or no request', () => {
  const said = async (request: Parameters<TestApp['nest']['inject']>[0]) => {
    const answer = await app.nest.inject(request as never)
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.body }
  }
  const json = { 'content-type': 'application/json' }

  it.each([
    ['an unknown path', 404, { method: 'GET', url: '/api/nothing' }],
    ['an unknown method', 404, { method: 'PATCH', url: '/api/me' }],
    ['a path that cannot be read', 400, { method: 'GET', url: '/api/codes/%zz' }],
    ['JSON that cannot be read', 400, { method: 'POST', url: '/api/sessions/wechat', headers: json, payload: '{"code":' }],
    ['no body where one is needed', 400, { method: 'POST', url: '/api/sessions/wechat' }],
    [
      'a body of another kind',
      415,
      { method: 'POST', url: '/api/sessions/wechat', headers: { 'content-type': 'text/xml' }, payload: '<a/>' },
    ],
    [
      'a body that is too large',
      413,
      { method: 'POST', url: '/api/sessions/wechat', headers: json, payload: `{"code":"${'x'.repeat(2_000_000)}"}` },
    ],
    [
      'a polluted prototype',
      400,
      { method: 'POST', url: '/api/sessions/wechat', headers: json, payload: '{"code":"x","__proto__":{"a":1}}' },
    ],
  ] as const)('%s is refused with %i as a problem', async (_, status, request) => {
    const answer = await said(request as never)
    expect(answer.type).toMatch(/^application\/problem\+json/)
    const problem = JSON.parse(answer.body) as Problem
    expect(problem).toMatchObject({ status, title: problem.code })
    expect(answer.status).toBe(status)
    expect(problem.detail).toMatch(/[一-龥]/)
  })
})
