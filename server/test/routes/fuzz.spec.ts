import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { problems, type Problem } from '@yinuo/contracts'
import fc from 'fast-check'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import { routesOf, type Route } from './all-routes.ts'
import { arbitraryRequest, type FuzzedRequest, type Known } from './arbitrary-request.ts'
import { mismatch, type Schema, type Schemas } from './mismatch.ts'
import { peopledWorld } from './peopled-world.ts'

const CASES = process.env.TEST_LONG === '1' ? 1000 : 20
/** A failing run prints its seed; TEST_SEED runs it again. */
const seed = process.env.TEST_SEED ? Number(process.env.TEST_SEED) : undefined

/** Would sign the callers of the other cases out. */
const signsOut = new Set([
  'DELETE /api/me/session',
  'DELETE /api/me/sessions/{id}',
  'POST /api/me/sessions/sign-out-others',
  'POST /api/me/sessions/sign-out-everywhere',
  'POST /api/staff/{id}/sign-out-everywhere',
])

let app: TestApp
let routes: Route[]
let schemas: Schemas
let document: ReturnType<typeof apiDocument>
let known: Known
let callers: Record<'nobody' | 'stranger' | 'resident' | 'engineer' | 'manager', Person | null>

beforeAll(async () => {
  app = await startApp()
  document = apiDocument(app.nest)
  schemas = (document.components?.schemas ?? {}) as Schemas
  routes = routesOf(app.nest, document).filter((route) => route.operation && !route.isStream)
  const world = await peopledWorld(app)
  known = world.known
  callers = world.callers
}, 60_000)
afterAll(() => app.close())

type CallerName = keyof typeof callers

/** Mostly somebody whom the route lets in. */
function callerOf({ calledBy = [] }: Route): fc.Arbitrary<CallerName> {
  const anyone = fc.constantFrom<CallerName>('nobody', 'stranger', 'resident', 'engineer', 'manager')
  const forResidents = calledBy.some((rule) => rule === 'resident' || rule === 'signed-in' || rule === 'anyone')
  const forStaff = calledBy.some((rule) => rule === 'staff' || typeof rule === 'object')
  return fc.oneof(
    { weight: 1, arbitrary: anyone },
    { weight: forResidents ? 3 : 0, arbitrary: fc.constant<CallerName>('resident') },
    { weight: forStaff ? 3 : 0, arbitrary: fc.constantFrom<CallerName>('manager', 'manager', 'engineer') },
  )
}

async function send(route: Route, request: FuzzedRequest, token: string | undefined) {
  const { payload } = request
  return app.nest.inject({
    method: route.method,
    url: request.url,
    headers: {
      ...request.headers,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
  })
}

type Answer = Awaited<ReturnType<typeof send>>

/** What is wrong with an answer, or null. */
function faultOf(route: Route, answer: Answer): string | null {
  const { statusCode: status, body } = answer
  const type = String(answer.headers['content-type'] ?? '')
  if (status >= 500 && !isAwayOnPurpose(status, body)) return `${status} ${body}`
  if (status >= 400) return faultOfProblem(status, type, body)
  const declared = route.operation!.responses[String(status)] as { content?: Record<string, { schema: Schema }> } | undefined
  if (!declared) return `${status} is not in the contract`
  if (status === 204) return body === '' ? null : `204 with a body: ${body}`
  const json = declared.content?.['application/json']
  return json ? mismatch(JSON.parse(body), json.schema, schemas) : null
}

/** WeChat does not know made-up people and says so in ways that are its own trouble, not ours. */
function isAwayOnPurpose(status: number, body: string): boolean {
  return status === 503 && (JSON.parse(body) as Problem).code === 'WECHAT_UNAVAILABLE'
}

function faultOfProblem(status: number, type: string, body: string): string | null {
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}: ${body}`
  const problem = JSON.parse(body) as Problem
  if (!(problem.code in problems)) return `an unknown code: ${body}`
  if (problem.status !== status || !/[一-龥]/.test(problem.detail) || !/^[0-9a-f]{32}$/.test(problem.traceId))
    return `an odd problem: ${body}`
  const isInside = /\bat .+:\d+:\d+|node_modules|SELECT /.test(body) || /\{\w+\}/.test(problem.detail)
  return isInside ? `says something about the inside: ${body}` : null
}

/** With the same key the same answer, without a second effect. */
function differenceOf(first: Answer, again: Answer): string | null {
  const isSame = first === again || (first.statusCode === again.statusCode && isDeepStrictEqual(parsed(first), parsed(again)))
  return isSame ? null : `${first.body} and again ${again.statusCode} ${again.body}`
}

function parsed({ body }: Answer): unknown {
  return body === '' ? null : JSON.parse(body)
}

describe('whatever is sent', () => {
  it('is answered as the contract says, by no route with an error of ours', async () => {
    const faults: string[] = []
    for (const route of routes.filter(({ name }) => !signsOut.has(name))) {
      const property = fc.asyncProperty(arbitraryRequest(route, document, known), callerOf(route), async (request, caller) => {
        const answer = await send(route, request, callers[caller]?.token)
        const again = route.isIdempotent && answer.statusCode < 300 ? await send(route, request, callers[caller]?.token) : answer
        const fault = faultOf(route, answer) ?? differenceOf(answer, again)
        if (fault) throw new Error(`${caller}: ${fault}`)
      })
      const outcome = await fc.check(property, { numRuns: CASES, ...(seed === undefined ? {} : { seed }) })
      if (outcome.failed) {
        const cause = (outcome.errorInstance as Error | null)?.message
        faults.push(`${route.name} (TEST_SEED=${outcome.seed})\n  ${JSON.stringify(outcome.counterexample?.[0])}\n  ${cause}`)
      }
    }
    expect(faults.join('\n')).toBe('')
  }, 1_200_000)

  it('the callers are still who they were', async () => {
    for (const person of Object.values(callers)) if (person) expect((await person.get('/me')).status).toBe(200)
  })

  it('a sign-out is answered like any other', async () => {
    const community = await app.world.community()
    for (const route of routes.filter(({ name }) => signsOut.has(name))) {
      const person = await app.world.staff(community, { permissions: ['people.edit'] })
      const colleague = await app.world.staff(community, { permissions: [] })
      const url = route.path.replace('{id}', route.path.includes('/staff/') ? colleague.staffId! : community.id)
      expect({ [route.name]: faultOf(route, await send(route, { url, headers: {} }, person.token)) }).toEqual({
        [route.name]: null,
      })
    }
  })
})
