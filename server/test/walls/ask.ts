import { randomUUID } from 'node:crypto'
import type { OpenAPIObject } from '@nestjs/swagger'
import type { TestApp } from '../app.ts'
import type { Route } from '../routes/all-routes.ts'
import { Samples, type Known } from './sample-request.ts'
import type { Ids } from './two-companies.ts'

/** Which of a place's ids an `{id}` is, by the word before it. */
const idsByWord: Record<string, keyof Ids> = {
  repairs: 'repairId',
  codes: 'codeId',
  cases: 'repairId',
  causes: 'causeId',
  'improvement-proposals': 'proposalId',
  improvements: 'improvementId',
  'residence-applications': 'applicationId',
  staff: 'staffId',
  posts: 'postId',
  messages: 'messageId',
  files: 'fileId',
  'repair-samples': 'sampleId',
  invitations: 'invitationId',
  'household-members': 'residencyId',
  residencies: 'residencyId',
  'household-events': 'householdEventId',
  'household-notes': 'householdNoteId',
  'office-invitations': 'officeInvitationId',
  buildings: 'buildingId',
  units: 'unitId',
  vehicles: 'vehicleId',
  'household-vehicles': 'vehicleId',
  'parking-spaces': 'spaceId',
  regions: 'regionId',
  'document-categories': 'categoryId',
  documents: 'documentId',
  'ledger-entries': 'ledgerEntryId',
  'fund-imports': 'fundImportId',
  'fund-records': 'fundRecordId',
  suppliers: 'supplierId',
  'late-fee-waivers': 'lateFeeWaiverId',
  charges: 'chargeId',
  bills: 'billId',
  'bill-runs': 'runId',
  exemptions: 'exemptionId',
  meters: 'meterId',
  'meter-readings': 'readingId',
  'shared-costs': 'sharedCostId',
  payments: 'paymentId',
  refunds: 'refundId',
  overpayments: 'overpaymentId',
  'pay-differences': 'payDifferenceId',
  'pay-statements': 'payStatementId',
  receipts: 'receiptId',
  'receipt-files': 'paymentId',
  'day-ends': 'dayEndId',
  'pay-merchants': 'payMerchantId',
  disclosures: 'disclosureId',
  'disclosure-questions': 'disclosureQuestionId',
  letters: 'letterId',
  notices: 'noticeId',
  outages: 'outageId',
  meetings: 'meetingId',
  'meeting-bookings': 'bookingId',
  'meeting-points': 'pointId',
  'document-files': 'documentFileId',
  imports: 'batchId',
  'privacy-requests': 'privacyRequestId',
  'personal-exports': 'privacyRequestId',
  complaints: 'complaintId',
  'complaint-unsealings': 'unsealingId',
  conversations: 'conversationId',
  'quick-replies': 'quickReplyId',
  'suggestion-boxes': 'boxId',
  'box-openings': 'openingId',
  sessions: 'sessionId',
  visits: 'visitId',
  'home-visits': 'visitId',
  'visit-rounds': 'visitRoundId',
}

export interface Answer {
  status: number
  /** without what differs from request to request */
  body: string
}

/** What may be said differently in a request: ids of the path, its query, its body. */
export interface Otherwise {
  inPath?: Ids
  query?: Record<string, string>
  body?: unknown
}

/** Asks every route for something, in the same plain way. */
export class Asker {
  readonly #app: TestApp
  readonly samples: Samples

  constructor(app: TestApp, document: OpenAPIObject) {
    this.#app = app
    this.samples = new Samples(document)
  }

  async ask(
    route: Route,
    token: string | null,
    ids: Ids,
    { inPath = ids, query = {}, body = this.samples.body(route, known(ids)) }: Otherwise = {},
  ): Promise<Answer> {
    const url = urlOf(route, ids, inPath) + queryOf(route, ids, query)
    const headers = {
      'idempotency-key': randomUUID(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    if (route.isStream) return this.#streamed(url, headers)
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
    const answer = await this.#app.nest.inject({ method: route.method, url, headers, ...payload })
    if (route.path.includes('/session')) await this.#undoSignIns()
    const isProblem = answer.headers['content-type']?.toString().includes('problem')
    return { status: answer.statusCode, body: isProblem ? untraced(answer.body) : answer.body }
  }

  /** A stream does not end by itself; that it begins is the answer. */
  async #streamed(url: string, headers: Record<string, string>): Promise<Answer> {
    const stop = new AbortController()
    const answer = await fetch(this.#app.url + url, { headers, signal: stop.signal })
    const body = answer.ok ? '' : untraced(await answer.text())
    stop.abort()
    return { status: answer.status, body }
  }

  async #undoSignIns(): Promise<void> {
    await this.#app.owner.query('DELETE FROM sign_in_attempts')
    await this.#app.owner.query('UPDATE sessions SET revoked_at = NULL WHERE revoked_at IS NOT NULL')
  }
}

const untraced = (problem: string) => problem.replace(/"traceId":"\w+"/, '')

/** Values of a body, by the names of its fields, that lead to what is in one place. */
export function known(ids: Ids): Known {
  const { codeId, fileId: _, ...named } = ids
  return {
    ...named,
    buildingIds: [ids.buildingId],
    ownerPostId: ids.postId,
    readerPosts: [ids.postId],
    editorPosts: [ids.postId],
    fileId: ids.documentFileId,
    successorId: ids.staffId,
    'place.id': ids.unitId,
    'place.kind': 'unit',
    placeIds: [ids.unitId],
    codeIds: [codeId],
    fileIds: [],
    assigneeId: ids.staffId,
    roundId: ids.visitRoundId,
    visitIds: [ids.visitId],
    chargeIds: [ids.chargeId],
    month: '2026-11',
    kind: 'unit',
    phone: '13812345678',
    login: 'nobody.yet',
    password: 'a-long-enough-1',
    code: '123456',
    version: 1,
    day: '2027-01-01',
    from: '08:00',
    to: '18:00',
  }
}

/** What only some bodies need, by the route that takes them, and by the reference that is tried. */
export function besides(route: string, reference: string, ids: Ids): Known {
  const values: Record<string, Known> = {
    vehicles: { kind: 'car', plate: '沪A88888' },
    'household-vehicles': { kind: 'car', plate: '沪A88888' },
    events: { kind: 'renovation' },
    'household-events': { kind: 'renovation' },
    'privacy-requests': { kind: 'export' },
    exemptions: { kind: 'vacancy', validFrom: '2019-01-01', validUntil: '2019-12-31' },
    meters: { kind: 'water' },
    'meter-readings': { kind: 'gas' },
    'PUT /api/communities/{communityId}/services': { 'services.id': ids.serviceId },
    unmaskings: { subject: 'resident', id: ids.residentId, reason: 'contact' },
    communities: { hotline: '010-62345678' },
    'posts.communityId': { 'posts.scope': 'community' },
    'posts.buildingIds': {
      'posts.scope': 'community',
      'posts.communityId': ids.communityId,
      'posts.buildingIds': [ids.buildingId],
    },
    'posts.regionId': { 'posts.scope': 'region' },
    causes: { kind: 'repair', category: 'taps' },
    'repeat-rules': { 'rules.rule': 'place' },
    leave: { leftOn: '2026-03-02', 'work.category': 'taps', 'work.kind': 'repair' },
    documents: { companyWide: false },
    'audience.entrances.buildingId': { 'audience.entrances.entrance': '1单元' },
    outages: { startsAt: '2026-12-01T00:00:00Z' },
    meetings: { kind: 'owners-meeting', startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T02:00:00Z' },
  }
  const last = route
    .split('/')
    .filter((part) => !part.startsWith('{'))
    .at(-1)!
  return { ...values[last], ...values[route], ...values[reference] }
}

/** Which ids a path names. */
export function leadsTo(path: string): (keyof Ids)[] {
  const word = /([\w-]+)\/\{id\}/.exec(path)?.[1]
  return [...(word && word in idsByWord ? [idsByWord[word]!] : []), ...(path.includes('{unitId}') ? (['unitId'] as const) : [])]
}

function urlOf(route: Route, ids: Ids, inPath: Ids): string {
  const word = /([\w-]+)\/\{id\}/.exec(route.path)?.[1]
  if (word && !(word in idsByWord)) throw new Error(`say in idsByWord what the id in ${route.name} is`)
  const values: Record<string, string> = {
    communityId: ids.communityId,
    unitId: inPath.unitId,
    id: word ? inPath[idsByWord[word]!] : '',
    token: inPath.token,
    subject: 'moved-out',
    ticket: 'no-such-ticket',
    page: 'repairs',
  }
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x'))
}

interface Parameter {
  in: string
  name: string
  required?: boolean
  schema?: { enum?: unknown[] }
}

function queryOf(route: Route, ids: Ids, more: Record<string, string>): string {
  const needed = ((route.operation?.parameters ?? []) as Parameter[]).filter((each) => each.in === 'query' && each.required)
  const usual = {
    ...known(ids),
    query: '1',
    page: 'repairs',
    from: '2026-01-01',
    to: '2026-12-31',
    until: '2027-12-31',
    month: '2026-01',
  } as Record<string, unknown>
  const values = Object.fromEntries(needed.map(({ name, schema }) => [name, String(usual[name] ?? schema?.enum?.[0] ?? '1')]))
  const asked = new URLSearchParams({ ...values, ...more }).toString()
  return asked ? `?${asked}` : ''
}

/** Ids of the right form that lead nowhere. */
export function nowhere(ids: Ids): Ids {
  return Object.fromEntries(
    Object.keys(ids).map((name) => [name, name === 'token' ? `u${'x'.repeat(22)}` : randomUUID()]),
  ) as never
}
