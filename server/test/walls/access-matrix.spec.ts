import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import { routesOf, type Route } from '../routes/all-routes.ts'
import { Asker, nowhere, type Answer } from './ask.ts'
import { twoCompanies, type Ids } from './two-companies.ts'
import { undoWrites } from './undone.ts'

/** Written anew with UPDATE_ACCESS_MATRIX=1, and then read by somebody before it is committed. */
const FILE = join(import.meta.dirname, '../../../docs/access-matrix.tsv')

/** Routes by which somebody who belongs nowhere yet finds a community: what they show is on its notice board. */
const foundByStrangers = (route: Route) => route.calledBy!.some((rule) => rule === 'anyone' || rule === 'signed-in')

let app: TestApp
let pool: pg.Pool
let routes: Route[]
let asker: Asker
let world: Awaited<ReturnType<typeof twoCompanies>>

beforeAll(async () => {
  app = await startApp()
  const document = apiDocument(app.nest)
  routes = routesOf(app.nest, document).filter(({ path }) => path.startsWith('/api/'))
  asker = new Asker(app, document)
  world = await twoCompanies(app)
  pool = new pg.Pool({ connectionString: app.databases.appUrl, max: 2 })
  pool.on('error', () => undefined)
  undoWrites(app, pool)
}, 60_000)
afterAll(async () => {
  await pool.end()
  await app.close()
})

/** Whose things a route is asked for: what is named in its path decides. */
function targetsOf(route: Route, own: Ids): [name: string, ids: Ids][] {
  const { own: here, sister, foreign } = world.places
  if (!/\{(communityId|id|token)\}/.test(route.path)) return [['own', own]]
  const others: [string, Ids][] = [
    ['community', sister],
    ['company', foreign],
    ['missing', nowhere(here)],
  ]
  return [['own', own], ...(route.path.includes('{id}') ? ([['unit', here]] as [string, Ids][]) : []), ...others]
}

const ruleText = ({ calledBy }: Route) => calledBy!.map((rule) => (typeof rule === 'object' ? rule.permission : rule)).join(' ')

/** Suppliers are the company's: a sister community's are one's own. */
const isOfCompany = ({ path }: Route) => path.endsWith('/suppliers/{id}')

describe('the access matrix', () => {
  it('[ORG-05] is the reviewed one, for every route and every kind of caller', async () => {
    const names = Object.keys(world.callers)
    const lines = [['route', 'called by', 'asked for', ...names].join('\t')]
    const unlike: string[] = []
    const errors: string[] = []
    for (const route of routes.toSorted(
      (one, other) => one.path.localeCompare(other.path, 'en') || one.method.localeCompare(other.method, 'en'),
    )) {
      const cells: string[] = []
      let asked = ''
      for (const name of names) {
        const caller = world.callers[name]!
        const answers = new Map<string, Answer>()
        const targets = targetsOf(route, { ...world.places.own, ...caller.own })
        for (const [target, ids] of targets) answers.set(target, await asker.ask(route, caller.token, ids))
        asked = targets.map(([target]) => target).join(' ')
        cells.push([...answers.values()].map(({ status }) => status).join(' '))
        for (const { status, body } of answers.values())
          if (status >= 500 && status !== 503) errors.push(`${name}: ${route.name} ${status} ${body}`)
        const [company, missing] = [answers.get('company'), answers.get('missing')]
        if (company && !foundByStrangers(route) && (company.status !== missing!.status || company.body !== missing!.body))
          unlike.push(`${name}: ${route.name} ${company.status} ${company.body} but ${missing!.body}`)
      }
      lines.push([route.name, ruleText(route), asked, ...cells].join('\t'))
    }
    expect(errors).toEqual([])
    expect(unlike).toEqual([])
    const text = `${lines.join('\n')}\n`
    if (process.env.UPDATE_ACCESS_MATRIX === '1') await writeFile(FILE, text)
    expect(text.split('\n')).toEqual((await readFile(FILE, 'utf8')).split('\n'))
  }, 300_000)

  it('[ORG-05] answers for a foreign id beneath one’s own community as for one that is not there', async () => {
    const unlike: string[] = []
    const { own, foreign, sister } = world.places
    for (const route of routes.filter(({ path }) => path.includes('{communityId}') && path.includes('{id}')))
      for (const name of ['owner', 'project-manager', 'engineer', 'front-desk']) {
        const { token } = world.callers[name]!
        const missing = await asker.ask(route, token, own, { inPath: nowhere(own) })
        for (const elsewhere of isOfCompany(route) ? [foreign] : [foreign, sister]) {
          const found = await asker.ask(route, token, own, { inPath: elsewhere })
          if (found.status < 400 || found.status !== missing.status || found.body !== missing.body)
            unlike.push(`${name}: ${route.name} ${found.status} ${found.body} but ${missing.body}`)
        }
      }
    expect(unlike).toEqual([])
  }, 60_000)
})
