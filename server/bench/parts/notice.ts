import type pg from 'pg'
import { COMMUNITY } from '../city.ts'
import { withClient, type BenchDatabase } from '../databases.ts'
import { beginBroadcast, forgetMessages, writeNotice } from '../mass-push.ts'
import type { Product } from '../product.ts'
import { tableOf, type Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import type { Workbench } from '../workbench.ts'
import { beside } from './notice-beside.ts'
import { delivering } from './notice-delivery.ts'

const RESIDENTS = 100_000
const ROWS = 2 * RESIDENTS
const REACHABLE_QUICK = 20_000

interface Round {
  milliseconds: number
  /** by how much the process grew */
  megabytes: number
}

/** A notice to everybody of a large community: written to their inboxes, delivered to their phones, and felt by others. */
export async function noticing(bench: Workbench): Promise<Finding[]> {
  const size = { openCases: 1000, closedCases: 0, residents: RESIDENTS, staff: 400 }
  const database = await bench.database('bench_notice', size)
  const crowd = { residents: RESIDENTS, reachable: bench.quick ? REACHABLE_QUICK : RESIDENTS }
  return withClient(database.owner, async (owner) => {
    await writeNotice(owner)
    const found: Finding[] = []
    const parts = [
      async () => [await writing(bench, database, owner)],
      () => delivering(bench, database, owner, crowd),
      () => beside(bench, database, owner, { ...crowd, reachable: RESIDENTS }),
    ]
    for (const part of parts) {
      found.push(...(await part()))
      // It takes long: what is known is said at once.
      bench.say(tableOf(found))
    }
    return found
  })
}

/** Beside INSERT … SELECT of the same messages and deliveries, ready made. */
async function writing(bench: Workbench, database: BenchDatabase, owner: pg.Client): Promise<Finding> {
  bench.say(`telling ${RESIDENTS.toLocaleString('en')} residents, and inserting the same rows, in turn`)
  const told = () => tell(bench.product, database, owner)
  await told()
  await owner.query('CREATE TABLE ready_messages AS TABLE messages; CREATE TABLE ready_deliveries AS TABLE deliveries')
  const inserted = () => insert(owner)
  await inserted()
  const pairs = await interleaved(bench.rounds, told, inserted)
  const took = (side: 0 | 1) => `${Math.round(median(pairs.map((pair) => pair[side].milliseconds)))} ms`
  const grew = Math.round(Math.max(...pairs.map(([{ megabytes }]) => megabytes)))
  return {
    name: `notice to ${RESIDENTS.toLocaleString('en')} residents`,
    of: 'rows a second / INSERT … SELECT of the same rows',
    ratio: ratioOf(pairs, ({ milliseconds }) => ROWS / milliseconds),
    gate: { atLeast: 0.5 },
    notes: [`${took(0)} against ${took(1)}`, `the program grew by ${grew} MB at most`],
  }
}

/** As a worker does it, batch by batch. */
async function tell(product: Product, { worker }: BenchDatabase, owner: pg.Client): Promise<Round> {
  await forgetMessages(owner)
  const broadcastId = await beginBroadcast(owner)
  const known = new product.Audiences()
  for (const [name, condition] of Object.entries(product.audiences)) known.define(name, condition)
  return withClient(worker, async (client) => {
    const query = async (text: string, values?: unknown[]) => (await client.query(text, values)).rows as object[]
    const transaction = async (work: (tx: object) => Promise<unknown>) => {
      await client.query('BEGIN')
      const answer = await work({ query })
      await client.query('COMMIT')
      return answer
    }
    const jobs = { enqueue: async () => undefined }
    const broadcast = new product.BroadcastMessages({ transaction }, known, jobs, { now: () => new Date() })
    const before = process.memoryUsage().rss
    const begun = performance.now()
    await broadcast.run({ communityId: COMMUNITY, broadcastId })
    const milliseconds = performance.now() - begun
    const [written] = (await query('SELECT count(*)::int AS count FROM messages')) as { count: number }[]
    if (written!.count !== RESIDENTS) throw new Error(`${written!.count} residents were told, not ${RESIDENTS}`)
    return { milliseconds, megabytes: Math.max(0, process.memoryUsage().rss - before) / 1_048_576 }
  })
}

async function insert(owner: pg.Client): Promise<Round> {
  await forgetMessages(owner)
  const begun = performance.now()
  await owner.query('BEGIN')
  await owner.query('INSERT INTO messages SELECT * FROM ready_messages')
  await owner.query('INSERT INTO deliveries SELECT * FROM ready_deliveries')
  await owner.query('COMMIT')
  return { milliseconds: performance.now() - begun, megabytes: 0 }
}
