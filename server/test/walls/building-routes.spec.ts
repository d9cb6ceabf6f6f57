import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { permissions, type Permission } from '@yinuo/contracts'
import pg from 'pg'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import { routesOf, type Route } from '../routes/all-routes.ts'
import { Asker, leadsTo } from './ask.ts'
import { fill, type Ids } from './two-companies.ts'
import { undoWrites } from './undone.ts'

/** What lies in the building. */
const inBuilding = [
  'unitId',
  'residentId',
  'repairId',
  'codeId',
  'applicationId',
  'sampleId',
  'invitationId',
  'residencyId',
  'householdEventId',
  'householdNoteId',
  'officeInvitationId',
  'spaceId',
  'vehicleId',
  'visitId',
] as const satisfies (keyof Ids)[]

let app: TestApp
let pool: pg.Pool
let routes: Route[]
let asker: Asker
let ids: Ids
let here: string
let elsewhere: string
let manager: string
let ofTwoPosts: string

beforeAll(async () => {
  app = await startApp()
  const document = apiDocument(app.nest)
  routes = routesOf(app.nest, document).filter(
    ({ path, calledBy = [] }) => path.startsWith('/api/') && !calledBy.includes('anyone'),
  )
  asker = new Asker(app, document)
  const community = await app.world.community({ companyId: await app.world.company() })
  const office = await app.world.staff(community, { post: 'project-manager', onDuty: false })
  ids = await fill(app, community, office, await app.world.resident(community))
  const all = Object.keys(permissions) as Permission[]
  const limitedTo = async (...buildings: string[]) => (await staffOf(...buildings)).token
  const staffOf = async (...buildings: string[]) => {
    const staff = await app.world.staff(community, { permissions: all })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [staff.staffId, buildings])
    return staff
  }
  manager = await limitedTo()
  here = await limitedTo(community.buildingId)
  const another = await app.world.building(community, '2号楼', 200, 200)
  elsewhere = await limitedTo(another)
  const both = await staffOf(another)
  await app.world.appoint(community, both.staffId!, 'cleaner', ['people.read', 'standards.read'])
  ofTwoPosts = both.token
  pool = new pg.Pool({ connectionString: app.databases.appUrl, max: 2 })
  pool.on('error', () => undefined)
  undoWrites(app, pool)
}, 60_000)
afterAll(async () => {
  await pool.end()
  await app.close()
})

const told = (body: string) => inBuilding.filter((name) => body.includes(ids[name]))
const leadsThere = ({ path }: Route) => leadsTo(path).some((name) => (inBuilding as readonly string[]).includes(name))

describe('a post that reaches no further than some buildings', () => {
  it('[ORG-05] is shown by no route what lies in another, nor let change it', async () => {
    const leaks: string[] = []
    for (const route of routes) {
      const { status, body } = await asker.ask(route, elsewhere, ids)
      if (told(body).length > 0) leaks.push(`${route.name} tells ${told(body).join(', ')}`)
      if (status < 400 && leadsThere(route)) leaks.push(`${route.name}: ${status}`)
      if (status >= 500) leaks.push(`${route.name}: ${status} ${body}`)
    }
    expect(leaks).toEqual([])
  }, 60_000)

  it('[ORG-05] is shown no more of them by a second post that reaches everywhere and allows less', async () => {
    const leaks: string[] = []
    for (const route of routes) {
      const { status, body } = await asker.ask(route, ofTwoPosts, ids)
      if (told(body).length > 0) leaks.push(`${route.name} tells ${told(body).join(', ')}`)
      if (status < 400 && leadsThere(route)) leaks.push(`${route.name}: ${status}`)
    }
    expect(leaks).toEqual([])
  }, 60_000)

  it('[ORG-05] answers of another building’s row as of none at all', async () => {
    const differing: string[] = []
    const nothing = Object.fromEntries(inBuilding.map((name) => [name, crypto.randomUUID()]))
    for (const route of routes.filter(leadsThere)) {
      const theirs = await asker.ask(route, elsewhere, ids)
      const missing = await asker.ask(route, elsewhere, ids, { inPath: { ...ids, ...nothing } })
      if (theirs.status !== missing.status || theirs.body !== missing.body)
        differing.push(`${route.name}: ${theirs.status} ${theirs.body} / ${missing.status} ${missing.body}`)
    }
    expect(differing).toEqual([])
  }, 60_000)

  it('[ORG-05] is shown what lies in its own, as who has the whole community', async () => {
    const shown = { here: new Set<string>(), manager: new Set<string>() }
    let answered = 0
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const mine = await asker.ask(route, here, ids)
      const whole = await asker.ask(route, manager, ids)
      for (const name of told(mine.body)) shown.here.add(name)
      for (const name of told(whole.body)) shown.manager.add(name)
      if (mine.status === 200) answered++
    }
    expect([...shown.here].sort()).toEqual([...shown.manager].sort())
    expect(shown.here.size).toBeGreaterThan(8)
    expect(answered).toBeGreaterThan(20)
  }, 60_000)
})
