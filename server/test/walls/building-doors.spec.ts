import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { permissions, type Permission } from '@yinuo/contracts'
import pg from 'pg'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import { routesOf, type Route } from '../routes/all-routes.ts'
import { Asker, besides, known } from './ask.ts'
import type { Reference } from './sample-request.ts'
import { fill, type Ids } from './two-companies.ts'
import { undoWrites } from './undone.ts'

/** What lies in a building, by what bodies and queries call it. */
const targets: Record<string, keyof Ids> = {
  buildingId: 'buildingId',
  unitId: 'unitId',
  placeIds: 'unitId',
  residentId: 'residentId',
  codeIds: 'codeId',
  caseId: 'repairId',
  residencyId: 'residencyId',
  spaceId: 'spaceId',
}
const otherwiseTargeted: Record<string, keyof Ids> = {
  'POST /api/communities/{communityId}/repairs place.id': 'unitId',
  'POST /api/communities/{communityId}/unmaskings id': 'residentId',
}
/** These ask where somebody lives who does not live here yet, or what a caller limited to buildings cannot ask at all. */
const open: Record<string, string> = {
  'GET /api/communities/{communityId}/rooms buildingId': 'whoever signed in may look for their room, to apply for it',
  'POST /api/communities/{communityId}/residence-applications unitId': 'whoever signed in may apply for a home',
}

let app: TestApp
let pool: pg.Pool
let routes: Route[]
let asker: Asker
let mine: Ids
let theirs: Ids
let token: string

beforeAll(async () => {
  app = await startApp()
  const document = apiDocument(app.nest)
  routes = routesOf(app.nest, document).filter(
    ({ path, calledBy = [] }) =>
      path.startsWith('/api/') && calledBy.some((rule) => rule === 'staff' || typeof rule === 'object'),
  )
  asker = new Asker(app, document)
  const community = await app.world.community({ companyId: await app.world.company() })
  const office = await app.world.staff(community, { post: 'project-manager', onDuty: false })
  theirs = await fill(app, community, office, await app.world.resident(community))
  const buildingId = await app.world.building(community, '2号楼', 200, 200)
  const unit = await app.world.unit(community, buildingId)
  const neighbour = await app.world.resident(community, { unitId: unit.id })
  mine = { ...theirs, buildingId, unitId: unit.id, residentId: neighbour.residentId }
  const staff = await app.world.staff(community, { permissions: Object.keys(permissions) as Permission[] })
  await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [staff.staffId, [buildingId]])
  token = staff.token
  pool = new pg.Pool({ connectionString: app.databases.appUrl, max: 2 })
  pool.on('error', () => undefined)
  undoWrites(app, pool)
}, 60_000)
afterAll(async () => {
  await pool.end()
  await app.close()
})

/** Asks with one reference as given; everything else is in one's own building. */
function askWith(route: Route, reference: Reference, value: string) {
  if (reference.place === 'query') return asker.ask(route, token, mine, { query: { [reference.name]: value } })
  const given = reference.name.endsWith('Ids') ? [value] : value
  const values = { ...known(mine), ...besides(route.name, reference.path, mine), [reference.path]: given }
  return asker.ask(route, token, mine, { body: asker.samples.body(route, values, [reference.path]) })
}

describe('a post that reaches no further than some buildings', () => {
  it('[ORG-05] names nothing of another building in any body or query', async () => {
    const passed: string[] = []
    let asked = 0
    for (const route of routes)
      for (const reference of asker.samples.references(route)) {
        const what = `${route.name} ${reference.path}`
        const target = otherwiseTargeted[what] ?? targets[reference.name]
        if (!target || what in open) continue
        const value = theirs[target]
        const { status, body } = await askWith(route, reference, value)
        asked++
        const isShut = (status >= 400 && status < 500) || (reference.place === 'query' && status === 200 && isEmpty(body))
        if (!isShut) passed.push(`${what}: ${status} ${body.slice(0, 200)}`)
        else if (status === 400 && (await askWith(route, reference, mine[target])).body === body)
          passed.push(`${what} was not tried`)
      }
    expect(passed).toEqual([])
    expect(asked).toBeGreaterThan(12)
  }, 60_000)
})

function isEmpty(body: string): boolean {
  const found = JSON.parse(body) as { items?: unknown[]; units?: unknown[] } | unknown[]
  return (Array.isArray(found) ? found : (found.items ?? found.units))?.length === 0
}
