import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { v7 } from 'uuid'
import type { BenchDatabase } from './databases.ts'
import type { ProductSql, SentTransaction } from './product.ts'

/**
 * The practical limit: node:http and pipelined connections, the very statements of the product in the very same
 * transactions, JSON made by PostgreSQL; no framework, no rule, no validation, no log. Clocks are decided beforehand.
 */
export interface RawpipeConfig {
  database: BenchDatabase
  sql: ProductSql
}

const { database, sql } = JSON.parse(process.env.RAWPIPE!) as RawpipeConfig
const app = await connect(database.app, 4)
const identity = await connect(database.identity, 2)
/** The recorded case, as the text that holds it and as its fields. */
const openingText = sql.openCase.values.find((value) => typeof value === 'string' && value.includes('"clocks"')) as string
const recordedOpening = JSON.parse(openingText) as Record<string, unknown>
const receiptText = sql.openCase.values.find((value) => typeof value === 'string' && value.startsWith('{"id"')) as string
const recordedId = (JSON.parse(receiptText) as { id: string }).id

interface Facts {
  place: { kind: string; id: string; label: string; buildingId: string }
  ownPhone: string
}
interface Caller {
  account: { id: string }
  homes: { communityId: string; companyId: string; residentId: string; residentName: string }[]
}

let hasComplained = false
const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    if (!hasComplained) console.error(error)
    hasComplained = true
    response.writeHead(500).end()
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const communityId = request.url!.slice('/api/communities/'.length, '/api/communities/'.length + 36)
  if (request.url === '/ready') return answer(response, 200, '{}')
  const now = new Date()
  const hash = createHash('sha256').update(request.headers.authorization!.slice('Bearer '.length)).digest()
  const looked = run<{ caller: Caller }>(identity, sql.findCaller, [[hash], [now.toISOString().slice(0, 10)], [now]])
  if (request.method === 'GET') {
    if ((await looked).length === 0) return answer(response, 401, '{}')
    const [row] = await run<{ page: string }>(app, sql.listRepairs, [communityId, now, 20])
    return answer(response, 200, row!.page)
  }
  const [body, [found]] = await Promise.all([textOf(request), looked])
  if (!found) return answer(response, 401, '{}')
  answer(response, 201, await report(communityId, found.caller, body, request.headers['idempotency-key'] as string, now))
}

async function report(communityId: string, caller: Caller, text: string, key: string, now: Date): Promise<string> {
  const body = JSON.parse(text) as { place: { kind: string; id: string }; category: string; urgency: string; description: string }
  const { account, homes } = caller
  const { communityId: home, companyId, residentId, residentName } = homes[0]!
  const { recorded } = sql
  const known = new Map<unknown, unknown>([
    [recorded.accountId, account.id],
    [recorded.name, residentName],
    [recorded.unitId, body.place.id],
    [recorded.key, key],
    [recorded.now, now],
    [home, communityId],
    [companyId, companyId],
  ])
  const [facts] = await run<Facts>(app, sql.intakeFacts, filled(sql.intakeFacts.values, known))
  const { place, ownPhone } = facts!
  const id = v7()
  const number = id.slice(-12)
  const opening = {
    ...recordedOpening,
    number,
    category: body.category,
    urgency: body.urgency,
    description: body.description,
    place_kind: place.kind,
    place_id: place.id,
    place_label: place.label,
    building_id: place.buildingId,
    reporter_account_id: account.id,
    reporter_resident_id: residentId,
    reporter_name: residentName,
    reporter_phone: ownPhone,
    reported_at: now,
  }
  const receipt = JSON.stringify({ id, communityId, number, state: 'reported', version: 1 })
  known.set(recordedId, id).set(openingText, JSON.stringify(opening)).set(receiptText, receipt)
  const requestHash = createHash('sha256').update(text).digest()
  await run(app, sql.openCase, filled(sql.openCase.values, known, requestHash))
  return receipt
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The recorded values with this report's own in their places; ids nobody knows are new ones. */
function filled(values: unknown[], known: Map<unknown, unknown>, requestHash?: Buffer): unknown[] {
  return values.map((value) => {
    if (known.has(value)) return known.get(value)
    if (Array.isArray(value)) return filled(value, known)
    if (typeof value === 'string' && uuid.test(value)) return v7()
    const isBytes = typeof value === 'object' && value !== null && 'type' in value
    return isBytes ? requestHash : value
  })
}

interface Connections {
  clients: pg.Client[]
  turn: number
}

async function connect(url: string, size: number): Promise<Connections> {
  const options = { connectionString: url, pipeline: true } as pg.ClientConfig
  const clients = Array.from({ length: size }, () => new pg.Client(options))
  await Promise.all(clients.map((client) => client.connect()))
  return { clients, turn: 0 }
}

async function run<Row extends object>(
  on: Connections,
  { begin, name, text }: SentTransaction,
  values: unknown[],
): Promise<Row[]> {
  const client = on.clients[on.turn++ % on.clients.length]!
  if (begin === null) return (await client.query({ name, text, values })).rows as Row[]
  const begun = client.query(begin)
  const answered = client.query({ name, text, values })
  const ended = client.query('COMMIT')
  const [, { rows }] = await Promise.all([begun, answered, ended])
  return rows as Row[]
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
