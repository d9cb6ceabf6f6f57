import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { apiDocument } from '../../src/platform/http/api-document.ts'
import { startApp, type TestApp } from '../app.ts'
import { routesOf, type Route } from '../routes/all-routes.ts'
import { Asker, besides, known } from './ask.ts'
import type { Reference } from './sample-request.ts'
import { twoCompanies, type Ids } from './two-companies.ts'
import { undoWrites } from './undone.ts'

/** What a reference is to, by its name. */
const targets: Record<string, keyof Ids> = {
  communityId: 'communityId',
  community: 'communityId',
  buildingId: 'buildingId',
  buildingIds: 'buildingId',
  unitId: 'unitId',
  unitIds: 'unitId',
  placeIds: 'unitId',
  id: 'unitId',
  residentId: 'residentId',
  staffId: 'staffId',
  assigneeId: 'staffId',
  successorId: 'staffId',
  postId: 'postId',
  codeIds: 'codeId',
  fileIds: 'fileId',
  caseId: 'repairId',
  accountFileId: 'fileId',
  deliveryIds: 'deliveryId',
  boxId: 'boxId',
  residencyId: 'residencyId',
  regionId: 'regionId',
  causeId: 'causeId',
  ownerId: 'ownerId',
  spaceId: 'spaceId',
  categoryId: 'categoryId',
  parentId: 'parentId',
  fileId: 'documentFileId',
  ownerPostId: 'postId',
  readerPosts: 'postId',
  editorPosts: 'postId',
  entryId: 'entryId',
  entryIds: 'entryId',
  after: 'entryId',
  roundId: 'visitRoundId',
  visitIds: 'visitId',
  chargeId: 'chargeId',
  chargeIds: 'chargeId',
  runId: 'runId',
  billId: 'billId',
  documentIds: 'documentId',
  caseIds: 'repairId',
  supplierId: 'supplierId',
  disclosureId: 'disclosureId',
}

/** What these lead to is of another kind than their name says elsewhere. */
const otherwiseTargeted: Record<string, keyof Ids> = {
  'PUT /api/communities/{communityId}/services services.id': 'serviceId',
  'POST /api/communities/{communityId}/unmaskings id': 'residentId',
}

/** Shared by the communities of a company. */
const companyLevel = new Set<keyof Ids>([
  'regionId',
  'categoryId',
  'parentId',
  'postId',
  'documentFileId',
  'documentId',
  'supplierId',
])

/** References that are no row of ours. */
const ofNothing: Record<string, string> = {
  'POST /api/me/subscriptions askId': 'made by the client, so that a repetition is known',
  'GET /api/document-files/{id}/content session': 'the session a link was made for, which the link is signed over',
  'GET /api/files/{id}/content session': 'the session a link was made for, which the link is signed over',
  'GET /api/receipt-files/{id}/content session': 'the session a link was made for, which the link is signed over',
  'GET /api/personal-exports/{id}/content session': 'the session a link was made for, which the link is signed over',
}

/** Where the sample does not get as far as the reference, whoever sends it. */
const refusedEarlier: Record<string, string> = {
  'GET /api/me/changes caseId': 'nothing was changed because of it, nor because of any elsewhere (tellings.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/suggestion-boxes buildingId':
    'the answer is read when the change was taken back (boxes-in-buildings.acceptance.spec.ts)',
  'PUT /api/communities/{communityId}/contact-sheet accountFileId':
    'somebody else uploaded what there is (hotline.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/residence-applications fileIds':
    'whoever has a home need not apply for it (residence-applications.acceptance.spec.ts)',
  'POST /api/staff/{id}/leave work.communityId': 'nothing of it is open there (hand-over.acceptance.spec.ts)',
  'POST /api/staff/{id}/leave work.successorId': 'nobody is on duty (hand-over.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/improvements causeId':
    'the answer is read when the change was taken back (improvements.acceptance.spec.ts)',
  'POST /api/communities regionId': 'the answer is read when the change was taken back (communities.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/document-categories parentId':
    'the answer is read when the change was taken back (documents.acceptance.spec.ts)',
  'GET /api/communities/{communityId}/complaints assigneeId':
    'nothing is assigned to anybody yet (complaints.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/complaints/{id}/finish fileIds':
    'there is no solution to be carried out yet (complaints.acceptance.spec.ts)',
  'GET /api/communities/{communityId}/conversations/{id} after': 'nothing was said since (conversations.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/conversations/{id}/hand-over staffId':
    'only who answers there is given one (conversations.acceptance.spec.ts)',
  'GET /api/communities/{communityId}/visits assigneeId': 'nothing is assigned to anybody yet (visits.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/visit-assignments assigneeId':
    'only who makes visits there is given any (visits.acceptance.spec.ts)',
  'GET /api/personal-exports/{id}/content community': 'the link is signed over it (privacy.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/suggestion-boxes postId':
    'the answer is read when the change was taken back (suggestion-boxes.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/suggestion-boxes staffId':
    'the answer is read when the change was taken back (suggestion-boxes.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/suggestion-boxes/{id}/openings fileIds':
    'the answer is read when the change was taken back (suggestion-boxes.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/documents fileId': 'a file is its uploader’s (documents.acceptance.spec.ts)',
  'GET /api/document-files/{id}/content community': 'the link is signed over it (documents.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/bill-runs chargeIds':
    'the answer is read when the change was taken back (billing.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/meters unitId':
    'the answer is read when the change was taken back (meters.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/meter-readings readings.fileId': 'a file is its uploader’s (files.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/shared-costs fileIds': 'a file is its uploader’s (files.acceptance.spec.ts)',
  'GET /api/receipt-files/{id}/content community': 'the link is signed over it (counter.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/counter-payments unitId':
    'more than is owed is not taken, nor less handed over than is taken (counter.acceptance.spec.ts)',
  'GET /api/files/{id}/content community': 'the link is signed over it (files.acceptance.spec.ts)',
  'GET /api/me/disclosures communityId': 'nothing is posted there yet (disclosures.acceptance.spec.ts)',
  'GET /api/me/payments unitId': 'nothing was paid by phone yet (own-payments.acceptance.spec.ts)',
  'POST /api/me/disclosures/{id}/questions unitId': 'nothing is posted there yet (disclosures.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/disclosures/{id}/lines/{number}/vouchers fileIds':
    'a file is its uploader’s (disclosures.acceptance.spec.ts)',
  'POST /api/communities/{communityId}/payments/{id}/refunds parts.billId':
    'more than was paid of a bill is not given back (refunds.acceptance.spec.ts)',
  'POST /api/me/payments parts.billId': 'no merchant takes money there yet (wechat-payments.acceptance.spec.ts)',
  ...Object.fromEntries(
    ['fund-records', 'ledger-adjustments', 'ledger-transfers'].flatMap((list) =>
      ['fileIds', 'documentIds', 'caseIds', ...(list === 'fund-records' ? ['supplierId'] : [])].map((field) => [
        `POST /api/communities/{communityId}/${list} ${field}`,
        'the answer is read when the change was taken back (spending.acceptance.spec.ts, ledger.acceptance.spec.ts)',
      ]),
    ),
  ),
}

/** References that are left unread: what they name has no effect. */
const leftUnread: Record<string, string> = {
  'company-wide: GET /api/communities/{communityId}/conversations/{id} after':
    'how far the talk was read: an entry of another talk is as one before all',
  'project-manager: GET /api/communities/{communityId}/conversations/{id} after':
    'how far the talk was read: an entry of another talk is as one before all',
  'front-desk: GET /api/communities/{communityId}/conversations/{id} after':
    'how far the talk was read: an entry of another talk is as one before all',
  'owner: POST /api/communities/{communityId}/repairs reporter.residentId':
    'only the office names a reporter; a resident’s report is their own, whatever they send (repairs.intake.acceptance.spec.ts)',
}

/** What no body may say. */
const neverTaken = {
  companyId: '01890000-0000-7000-8000-000000000000',
  communityId: '01890000-0000-7000-8000-000000000000',
  actorId: '01890000-0000-7000-8000-000000000000',
  assigneeId: '01890000-0000-7000-8000-000000000000',
  reporterAccountId: '01890000-0000-7000-8000-000000000000',
  state: 'closed',
  role: 'owner',
  version: 1,
  active: true,
  permissions: ['people.edit'],
  passwordHash: 'x',
  totpSecret: 'x',
  createdAt: '2026-01-01T00:00:00Z',
  isAdmin: true,
}

let app: TestApp
let pool: pg.Pool
let routes: Route[]
let asker: Asker
let places: Record<'own' | 'sister' | 'foreign', Ids>
let callers: Record<string, { token: string | null; own: Partial<Ids> }>

beforeAll(async () => {
  app = await startApp()
  const document = apiDocument(app.nest)
  routes = routesOf(app.nest, document).filter(({ path }) => path.startsWith('/api/'))
  asker = new Asker(app, document)
  const world = await twoCompanies(app)
  places = world.places
  callers = world.callers
  pool = new pg.Pool({ connectionString: app.databases.appUrl, max: 2 })
  pool.on('error', () => undefined)
  undoWrites(app, pool)
}, 60_000)
afterAll(async () => {
  await pool.end()
  await app.close()
})

/** Who is let in by a route, with the most rights. */
function callersOf({ calledBy = [] }: Route): string[] {
  const forStaff = calledBy.some((rule) => rule === 'staff' || typeof rule === 'object')
  const forResidents = calledBy.some((rule) => rule === 'resident' || rule === 'signed-in' || rule === 'anyone')
  return [...(forStaff ? ['company-wide', 'project-manager', 'front-desk', 'engineer'] : []), ...(forResidents ? ['owner'] : [])]
}

const isList = (route: Route, { path, place }: Reference) =>
  place === 'body' && Array.isArray((asker.samples.body(route, known(places.own), [path]) as Record<string, unknown>)[path])

/** Asks with one reference to something elsewhere; everything else is one's own. */
async function askWith(route: Route, caller: string, reference: Reference, value: string) {
  const { token, own } = callers[caller]!
  const ids = { ...places.own, ...own }
  if (reference.place === 'query') return asker.ask(route, token, ids, { query: { [reference.name]: value } })
  const given = isList(route, reference) ? [...new Set([ids[targetOf(route, reference)!], value])] : value
  const inList =
    reference.name.endsWith('Ids') && !isList(route, reference) ? { [reference.path]: [value] } : { [reference.path]: given }
  const values = { ...known(ids), ...besides(route.name, reference.path, ids), ...inList }
  const body = asker.samples.body(route, values, [reference.path])
  return asker.ask(route, token, ids, { body })
}

const targetOf = (route: Route, { name, path }: Reference) => otherwiseTargeted[`${route.name} ${path}`] ?? targets[name]

function isEmpty(body: string): boolean {
  const found = JSON.parse(body) as { items?: unknown[]; units?: unknown[]; bills?: number } | unknown[]
  if (!Array.isArray(found) && found.bills === 0) return true
  return (Array.isArray(found) ? found : (found.items ?? found.units))?.length === 0
}

describe('a reference', () => {
  it('[ORG-05] to something elsewhere is refused with all of its request, wherever a body or query may name one', async () => {
    const passed: string[] = []
    const unknown: string[] = []
    let asked = 0
    for (const route of routes)
      for (const reference of asker.samples.references(route)) {
        const what = `${route.name} ${reference.path}`
        if (what in ofNothing) continue
        const target = targetOf(route, reference)
        if (!target) {
          unknown.push(what)
          continue
        }
        for (const caller of callersOf(route))
          for (const where of companyLevel.has(target) || caller === 'company-wide'
            ? (['foreign'] as const)
            : (['sister', 'foreign'] as const)) {
            const { status, body } = await askWith(route, caller, reference, places[where][target])
            asked++
            const isShut = (status >= 400 && status < 500) || (reference.place === 'query' && status === 200 && isEmpty(body))
            if (!isShut && !(`${caller}: ${what}` in leftUnread))
              passed.push(`${caller}: ${what} to ${where}: ${status} ${body.slice(0, 200)}`)
          }
      }
    expect(unknown).toEqual([])
    expect(passed).toEqual([])
    expect(asked).toBeGreaterThan(60)
  }, 60_000)

  it('[ORG-05] is what such a request is refused for: with one’s own it is let through', async () => {
    const mute: string[] = []
    for (const route of routes)
      for (const reference of asker.samples.references(route)) {
        const what = `${route.name} ${reference.path}`
        if (what in ofNothing) continue
        const answers: string[] = []
        for (const caller of callersOf(route)) {
          const target = targetOf(route, reference)!
          const own = { ...places.own, ...callers[caller]!.own }[target]
          const mine = await askWith(route, caller, reference, own)
          const theirs = await askWith(route, caller, reference, places.foreign[target])
          answers.push(mine.body === theirs.body ? 'same' : 'differs')
        }
        if (!answers.includes('differs')) mute.push(what)
      }
    expect(mute.sort()).toEqual(Object.keys(refusedEarlier).sort())
  }, 60_000)
})

describe('a field that no body takes', () => {
  it('[ORG-05] is refused in every object of every body', async () => {
    const taken: string[] = []
    let asked = 0
    for (const route of routes) {
      const [caller] = callersOf(route)
      const { token, own } = callers[caller!]!
      const ids = { ...places.own, ...own }
      for (const path of asker.samples.objects(route)) {
        const body = asker.samples.body(route, known(ids), [path])
        for (const [field, value] of Object.entries(neverTaken)) {
          if (asker.samples.takes(route, path, field)) continue
          const { status, body: text } = await asker.ask(route, token, ids, { body: withField(body, path, field, value) })
          asked++
          const isKeptOut = status === 401 || status === 403 || status === 404
          if (!(status === 400 && text.includes(field)) && !isKeptOut)
            taken.push(`${route.name} ${path}.${field}: ${status} ${text}`)
        }
      }
    }
    expect(taken).toEqual([])
    expect(asked).toBeGreaterThan(400)
  }, 60_000)
})

/** The body with one field more, in the object at a path. */
function withField(body: unknown, path: string, field: string, value: unknown): unknown {
  if (Array.isArray(body)) return body.map((each) => withField(each, path, field, value))
  const object = body as Record<string, unknown>
  if (path === '') return { ...object, [field]: value }
  const [first, ...rest] = path.split('.')
  return { ...object, [first!]: withField(object[first!], rest.join('.'), field, value) }
}
