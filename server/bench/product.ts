import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { COMMUNITY, residentToken, staffToken, unitOf } from './city.ts'
import type { BenchDatabase } from './databases.ts'

/** What one call of the product sends to the database: a transaction of one statement. */
export interface SentTransaction {
  /** null: the statement stands alone */
  begin: string | null
  name: string
  text: string
  values: unknown[]
}

/** The SQL of the product, as it is sent on the wire. */
export interface ProductSql {
  findCaller: SentTransaction
  intakeFacts: SentTransaction
  openCase: SentTransaction
  listRepairs: SentTransaction
  /** Who reported what when it was recorded: rawpipe puts its own in their places. */
  recorded: { accountId: string; name: string; unitId: string; key: string; now: Date }
}

interface Act {
  actor: { kind: string; id: string; name: string }
  reach: object
  now: Date
  traceId: string
  address: string
  idempotency: { key: string; requestHash: Buffer }
  caller: object
}
export interface Product {
  findCallers(identity: object, wishes: { by: Buffer; now: Date; communityId: string | null }[]): Promise<(CallerSeen | null)[]>
  hashToken(token: string): Buffer
  reportRepair(database: object, act: Act, communityId: string, report: object): Promise<object>
  listRepairs(database: object, act: Act, communityId: string, filters: object): Promise<string>
  listHouseholds(database: object, act: Act, communityId: string, wish: object): Promise<{ items: object[] }>
  scanClocks(database: { run(text: string, values: unknown[]): Promise<object[]> }, now: Date): Promise<number>
  figuresInForce(preset: string, overrides: object): object
  bringIn(ask: Ask, target: object, rows: readonly object[]): Promise<{ counts: { unitsAdded: number } | null }>
  setReach(reach: { communities: readonly string[]; companies: readonly string[] }): string
  migrate(ownerUrl: string, passwords: object): Promise<unknown>
  audiences: Readonly<Record<string, string>>
  Audiences: new () => { define(name: string, condition: string): void }
  BroadcastMessages: new (
    database: object,
    audiences: object,
    jobs: object,
    clock: object,
  ) => { run(ref: { communityId: string; broadcastId: string }): Promise<void> }
  MakeBills: new (database: object, clock: { now(): Date }) => { run(ref: { communityId: string; runId: string }): Promise<void> }
  Database: new (source: object, config: object) => { onApplicationShutdown(): Promise<void> }
  IdentityDatabase: new (config: object) => { onApplicationShutdown(): Promise<void> }
}
type Ask = (text: string, values?: unknown[]) => Promise<object[]>
interface CallerSeen {
  account: { id: string } | null
  staff: { id: string; companyId: string } | null
  homes: { companyId: string }[]
}

/** The built server's own functions, so that what is measured here is what it does. */
export async function loadProduct(dist: string): Promise<Product> {
  const load = (path: string) => import(pathToFileURL(join(dist, path)).href) as Promise<Partial<Product>>
  await import('reflect-metadata')
  const parts = await Promise.all(
    [
      'modules/access/queries/find-caller.js',
      'modules/access/session-token.js',
      'modules/repairs/actions/report-repair.js',
      'modules/repairs/queries/list-repairs.js',
      'modules/organisation/queries/list-households.js',
      'modules/cases/jobs/scan-clocks.js',
      'modules/standards/rules/figures-in-force.js',
      'modules/imports/store/bring-in.js',
      'modules/billing/jobs/make-bills.js',
      'modules/messages/audiences.js',
      'modules/messages/jobs/broadcast.js',
      'modules/notices/queries/audience.sql.js',
      'platform/database/index.js',
      'platform/database/migrate.js',
    ].map(load),
  )
  return Object.assign({}, ...parts) as Product
}

/** Lets the product report a repair and list the queue once, and listens to what it sends. */
export async function recordSql(product: Product, urls: BenchDatabase): Promise<ProductSql> {
  const identity = new product.IdentityDatabase({ IDENTITY_DATABASE_URL: urls.identity })
  const database = new product.Database({}, { APP_DATABASE_URL: urls.app })
  const sent = listen()
  try {
    const resident = await actOf(product, identity, residentToken(1))
    const [findCaller] = sent.take(1)
    const place = { kind: 'unit', id: unitOf(1) }
    const report = { place, category: 'water-leak', urgency: 'routine', description: '水管漏水', fileIds: [] }
    await product.reportRepair(database, resident, COMMUNITY, report)
    const [intakeFacts, openCase] = sent.take(2)
    const supervisor = await actOf(product, identity, staffToken(1))
    sent.take(1)
    await product.listRepairs(database, supervisor, COMMUNITY, { limit: 20 })
    const [listRepairs] = sent.take(1)
    const { actor, idempotency, now } = resident
    return {
      findCaller: findCaller!,
      intakeFacts: intakeFacts!,
      openCase: openCase!,
      listRepairs: listRepairs!,
      recorded: { accountId: actor.id, name: actor.name, unitId: place.id, key: idempotency.key, now },
    }
  } finally {
    sent.stop()
    await Promise.all([identity.onApplicationShutdown(), database.onApplicationShutdown()])
  }
}

/** Lets the product search households for each of the texts, and listens to what it sends. */
export async function recordSearches(product: Product, urls: BenchDatabase, texts: string[]): Promise<SentTransaction[]> {
  const identity = new product.IdentityDatabase({ IDENTITY_DATABASE_URL: urls.identity })
  const database = new product.Database({}, { APP_DATABASE_URL: urls.app })
  const sent = listen()
  try {
    const supervisor = await actOf(product, identity, staffToken(1))
    sent.take(1)
    for (const query of texts) {
      const { items } = await product.listHouseholds(database, supervisor, COMMUNITY, { query, limit: 20 })
      if (items.length === 0) throw new Error(`nobody is found by ${query}`)
    }
    return sent.take(texts.length)
  } finally {
    sent.stop()
    await Promise.all([identity.onApplicationShutdown(), database.onApplicationShutdown()])
  }
}

async function actOf(product: Product, identity: object, token: string): Promise<Act> {
  const now = new Date()
  const [caller] = await product.findCallers(identity, [{ by: product.hashToken(token), now, communityId: null }])
  if (!caller) throw new Error(`nobody holds ${token}`)
  const companies = caller.staff ? [caller.staff.companyId] : caller.homes.map((home) => home.companyId)
  const actor = caller.staff
    ? { kind: 'staff', id: caller.staff.id, name: '员工' }
    : { kind: 'resident', id: caller.account!.id, name: '住户' }
  return {
    actor,
    reach: { communities: [COMMUNITY], companies: [...new Set(companies)] },
    now,
    traceId: 'bench',
    address: '127.0.0.1',
    idempotency: { key: randomUUID(), requestHash: Buffer.alloc(32) },
    caller,
  }
}

type Query = (this: pg.Client, query: string | { name: string; text: string; values: unknown[] }, ...rest: unknown[]) => unknown

/** Listens to every statement of this process. */
function listen() {
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  const heard: SentTransaction[] = []
  let begin: string | null = null
  prototype.query = function (query, ...rest) {
    if (typeof query === 'string') begin = query.startsWith('BEGIN') ? query : null
    else heard.push({ begin, name: query.name, text: query.text, values: query.values })
    return original.call(this, query, ...rest)
  }
  return {
    take(count: number): SentTransaction[] {
      if (heard.length !== count)
        throw new Error(`expected ${count} statements, heard: ${heard.map(({ name }) => name).join(', ')}`)
      return heard.splice(0)
    },
    stop() {
      prototype.query = original
    },
  }
}
