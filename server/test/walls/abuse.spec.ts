import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Problem } from '@yinuo/contracts'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import { routesOf, type Route } from '../routes/all-routes.ts'
import type { TestCommunity } from '../world.ts'

const LONG = process.env.TEST_LONG === '1'

/** CPU the whole server may spend on one bad request. */
const MOST_CPU_MS = 100

let app: TestApp
let here: TestCommunity
let manager: Person
let taking: Route[]
beforeAll(async () => {
  app = await startApp()
  here = await app.world.community()
  manager = await app.world.staff(here, { post: 'project-manager' })
  taking = routesOf(app.nest, apiDocument(app.nest)).filter(
    ({ operation }) => (operation?.requestBody as { content?: object } | undefined)?.content && 'application/json' in (operation!.requestBody as { content: object }).content, // prettier-ignore
  )
}, 60_000)
afterAll(() => app.close())

const nested = (depth: number, open: string, close: string, inner = '1') => open.repeat(depth) + inner + close.repeat(depth)

const bodies: Record<string, string> = {
  'a thousand lists in each other': nested(1000, '[', ']'),
  'a thousand objects in each other': nested(1000, '{"place":', '}'),
  'a hundred thousand lists in each other': nested(100_000, '[', ']'),
  'a hundred thousand elements': JSON.stringify(Array.from({ length: 100_000 }, (_, at) => at)),
  'a hundred thousand elements where ids belong': JSON.stringify({
    fileIds: Array<string>(20_000).fill('01890000-0000-7000-8000-000000000000'),
    placeIds: Array<string>(5_000).fill('x'),
  }),
  'ten thousand unknown fields': JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}`, at]))),
  'a polluted prototype': '{"__proto__":{"isAdmin":true}}',
  'a polluted prototype in a field': '{"place":{"__proto__":{"kind":"unit"}},"posts":[{"__proto__":{"a":1}}]}',
  'constructor.prototype': '{"constructor":{"prototype":{"isAdmin":true}}}',
  'a text for a backtracking pattern': JSON.stringify({ phone: '1'.repeat(50_000) + 'x', login: 'a'.repeat(50_000) + '!', name: ' '.repeat(50_000) + 'x', description: `${'a@'.repeat(20_000)}\u0000` }), // prettier-ignore
  'numbers without end': `{"version":${'9'.repeat(5000)},"labourMinutes":1e400}`,
}

async function send(route: Route, body: string) {
  const url = route.path.replace('{communityId}', here.id).replace(/\{\w+\}/g, randomUUID())
  const headers = {
    authorization: `Bearer ${manager.token}`,
    'idempotency-key': randomUUID(),
    'content-type': 'application/json',
  }
  // Only of the thread that answers: the collector's own threads work for all that ran before.
  const before = process.threadCpuUsage()
  const answer = await app.nest.inject({ method: route.method, url, headers, payload: body })
  const { user, system } = process.threadCpuUsage(before)
  return { status: answer.statusCode, cpu: (user + system) / 1000, text: answer.body }
}

describe('a body meant to hurt', () => {
  it.each(Object.keys(bodies))(
    'is refused by the routes that take one: %s',
    async (name) => {
      const wrong: string[] = []
      const costs: number[] = []
      const turn = Object.keys(bodies).indexOf(name)
      for (const route of taking.filter((_, at) => LONG || at % 5 === turn % 5)) {
        const { status, cpu, text } = await send(route, bodies[name]!)
        // What else the process does meanwhile is counted too: the cheaper of two is nearer to what the body costs.
        costs.push(Math.min(cpu, (await send(route, bodies[name]!)).cpu))
        if (status < 400 || status >= 500 || (JSON.parse(text) as Problem).code === undefined)
          wrong.push(`${route.name}: ${status} ${text}`)
      }
      expect(wrong).toEqual([])
      // A busy machine may be late once; what is expensive is so each time.
      expect(costs.sort((one, other) => one - other)[Math.floor(costs.length * 0.75)]).toBeLessThan(MOST_CPU_MS)
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    },
    60_000,
  )

  it('names no more wrong fields than somebody could read', async () => {
    const route = taking.find(({ name }) => name === 'POST /api/communities/{communityId}/codes')!
    expect((await send(route, bodies['ten thousand unknown fields']!)).text.length).toBeLessThan(2_000_000)
  })
})

/** Speaks HTTP letter by letter, as no client library would. Answers with the status lines that came back. */
async function speak(text: string): Promise<string[]> {
  const { port, hostname } = new URL(app.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let heard = ''
    socket.setTimeout(5000, () => socket.destroy(new Error(`no answer: ${heard}`)))
    socket.on('data', (part) => (heard += part.toString('latin1')))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
    )
    socket.on('close', () => resolve([...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((found) => found[1]!)))
    socket.write(text)
  })
}

const head = 'GET /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n'

describe('a request meant to hurt', () => {
  it.each([
    ['a header of a megabyte', `${head}X-Long: ${'x'.repeat(1_000_000)}\r\n\r\n`, ['431']],
    ['ten thousand headers', `${head}${Array.from({ length: 10_000 }, (_, at) => `X-${at}: 1\r\n`).join('')}\r\n`, ['431']],
    [
      'two lengths',
      `POST /api/sessions/wechat HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\nabcd`,
      ['400'],
    ],
    ['a length beside chunks', `POST /api/sessions/wechat HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\nHost: x\r\n\r\n`, ['400']], // prettier-ignore
    [
      'chunks by another name',
      `POST /api/sessions/wechat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
      ['400'],
    ],
    ['a header with a line in it', `${head}X-Odd: a\rSet-Cookie: b\r\n\r\n`, ['400']],
    ['no host', 'GET /api/me HTTP/1.1\r\nConnection: close\r\n\r\n', ['400']],
  ])('is refused once and its connection closed: %s', async (_, text, expected) => {
    const heard = await speak(text)
    // The server may close on a sender that is still sending; then nothing is heard, and nothing was done.
    if (heard.length > 0) expect(heard).toEqual(expected)
    expect((await manager.get('/me')).status).toBe(200)
  })

  it('a long token or path is no more than an unknown one', async () => {
    const answer = await app.nest.inject({ url: '/api/me', headers: { authorization: `Bearer ${'x'.repeat(8000)}` } })
    expect(answer.statusCode).toBe(401)
    expect([400, 404]).toContain((await manager.get(`/codes/${'x'.repeat(5000)}`)).status)
  })
})
