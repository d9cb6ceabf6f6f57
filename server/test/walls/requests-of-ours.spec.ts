import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import { routesOf, type Route } from '../routes/all-routes.ts'
import { Asker, besides, known } from './ask.ts'
import { twoCompanies, type Ids } from './two-companies.ts'

/** Where nobody's text may lead us: ourselves, the neighbours, the cloud's own data, other schemes, and how they are disguised. */
const addresses = [
  'http://127.0.0.1:9/a',
  'http://localhost:9/a',
  'http://0.0.0.0:9/a',
  'http://[::1]:9/a',
  'http://[::ffff:127.0.0.1]:9/a',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[fe80::1]/a',
  'http://2130706433:9/a',
  'http://0x7f000001:9/a',
  'http://0177.0.0.1:9/a',
  'http://127.1:9/a',
  'http://127.0.0.1.nip.io:9/a',
  'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  'http://100.100.100.200/latest/meta-data/ram/security-credentials/',
  'http://metadata.tencentyun.com/latest/meta-data/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://169.254.0.23/a',
  'http://10.0.0.1/a',
  'http://172.16.0.1/a',
  'http://192.168.0.1/a',
  'http://user:word@127.0.0.1:9/a',
  'http://example.com@127.0.0.1:9/a',
  'http://example.com#@127.0.0.1:9/a',
  'https://redirect.invalid/?to=http://127.0.0.1:9/a',
  '//127.0.0.1:9/a',
  'file:///etc/passwd',
  'gopher://127.0.0.1:9/_a',
  'dict://127.0.0.1:9/a',
  'ftp://127.0.0.1:9/a',
  'data:text/html,<script>fetch("http://127.0.0.1:9/a")</script>',
]

let app: TestApp
let routes: Route[]
let asker: Asker
let ids: Ids
let tokens: (string | null)[]
const reached = new Set<string>()
const connect = Socket.prototype.connect

beforeAll(async () => {
  app = await startApp()
  const document = apiDocument(app.nest)
  routes = routesOf(app.nest, document).filter(({ path, isStream }) => path.startsWith('/api/') && !isStream)
  asker = new Asker(app, document)
  const { places, callers } = await twoCompanies(app)
  ids = { ...places.own, ...callers['owner']!.own }
  tokens = [callers['company-wide']!.token, callers['owner']!.token]
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
    const [target, host] = (Array.isArray(given[0]) ? given[0] : given) as [{ host?: string; port?: number } | number, unknown]
    reached.add(typeof target === 'object' ? `${target.host}:${target.port}` : `${String(host)}:${target}`)
    return connect.apply(this, given as never)
  } as typeof connect
}, 90_000)
afterAll(async () => {
  Socket.prototype.connect = connect
  await app.close()
})

/** The body with every text of it an address. */
function withAddresses(value: unknown, address: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withAddresses(each, address))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withAddresses(inner, address)]))
  return typeof value === 'string' && /^样+$/.test(value) ? address : value
}

describe('what the server asks of others', () => {
  it('[ORG-05] goes to WeChat, the SMS gateway and the database, whatever address anybody writes into anything', async () => {
    const allowed = new Set(
      [app.sandboxUrl, app.url, app.databases.appUrl].map((url) => `${new URL(url).hostname}:${new URL(url).port}`),
    )
    let written = 0
    for (const [at, route] of routes.entries()) {
      const paths = asker.samples.texts(route)
      for (const token of tokens)
        for (const turn of [0, 1]) {
          const address = addresses[(at * 2 + turn) % addresses.length]!
          const body = asker.samples.body(route, { ...known(ids), ...besides(route.name, '', ids) }, paths)
          const query = Object.fromEntries(asker.samples.questions(route).map((name) => [name, address]))
          const { status } = await asker.ask(route, token, ids, { body: withAddresses(body, address), query })
          if (status < 300) written++
        }
    }
    await app.deliver()
    expect(written).toBeGreaterThan(50)
    expect([...reached].filter((target) => !allowed.has(target.replace('localhost', '127.0.0.1')))).toEqual([])
  }, 120_000)
})
