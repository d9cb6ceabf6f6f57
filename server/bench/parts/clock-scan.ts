import pg from 'pg'
import type { BenchDatabase } from '../databases.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import type { Workbench } from '../workbench.ts'
import { fewAndMany } from './few-and-many.ts'
import { scansOf, type TableScan } from './plan.ts'

const DUE = 1000
const SCANS = 5

type Scan = (database: { run(text: string, values: unknown[]): Promise<object[]> }, now: Date) => Promise<number>

/** The scan of the clocks where many cases are open and where few are; as many are due in both. */
export async function clockScan(bench: Workbench): Promise<Finding[]> {
  const { small, large, million } = await fewAndMany(bench)
  bench.say(`clock scan over 10,000 and over ${million.toLocaleString('en')} open cases in turn, 1,000 due in each`)
  const scan = bench.product.scanClocks
  await using few = await Side.open(small)
  await using many = await Side.open(large)
  await scans(few, scan)
  await scans(many, scan)
  const pairs = await interleaved(
    Math.max(bench.rounds, 7),
    () => scans(many, scan),
    () => scans(few, scan),
  )
  const milliseconds = (side: 0 | 1) => `${median(pairs.map((pair) => pair[side])).toFixed(1)} ms`
  await makeDue(many.owner)
  return [
    {
      name: `clock scan, ${DUE} due of ${million.toLocaleString('en')} open`,
      of: `time / the same of 10,000 open`,
      ratio: ratioOf(pairs, (time) => time),
      gate: { atMost: 1.5 },
      notes: [
        `${milliseconds(0)} against ${milliseconds(1)}`,
        `the due clocks are reached by ${await reached(many.worker, scan)}`,
      ],
    },
  ]
}

/** One of the databases: its owner winds the clocks, its worker scans them, on connections that stay. */
class Side implements AsyncDisposable {
  readonly owner: pg.Client
  readonly worker: pg.Client

  private constructor(database: BenchDatabase) {
    this.owner = new pg.Client(database.owner)
    this.worker = new pg.Client(database.worker)
  }

  static async open(database: BenchDatabase): Promise<Side> {
    const side = new Side(database)
    await Promise.all([side.owner.connect(), side.worker.connect()])
    await chooseDue(side.owner)
    return side
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.owner.end(), this.worker.end()])
  }
}

/** The median milliseconds of some scans, one after the other. */
async function scans({ owner, worker }: Side, scan: Scan): Promise<number> {
  const took: number[] = []
  for (let count = 0; count < SCANS; count++) {
    await makeDue(owner)
    took.push(await timed(worker, scan))
  }
  return median(took)
}

/** Chooses the same number of clocks, spread over all cases. */
async function chooseDue(client: pg.Client): Promise<void> {
  await client.query(
    `CREATE TABLE bench_due AS
     SELECT community_id, id AS case_id FROM cases WHERE open ORDER BY hashtextextended(id::text, 0) LIMIT ${DUE}`,
  )
  await client.query('ANALYZE bench_due')
}

/** Winds them back to their first step. */
async function makeDue(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE case_clocks k SET reached = 0, warned_at = NULL, breached_at = NULL, next_step_at = now() - interval '1 minute'
     FROM bench_due d WHERE k.community_id = d.community_id AND k.case_id = d.case_id AND k.name = 'resolve'`,
  )
  if (rowCount !== DUE) throw new Error(`${rowCount} clocks were made due, not ${DUE}`)
}

async function timed(client: pg.Client, scan: Scan): Promise<number> {
  const database = { run: async (text: string, values: unknown[]) => (await client.query(text, values)).rows as object[] }
  const begun = performance.now()
  const climbed = await scan(database, new Date())
  const took = performance.now() - begun
  if (climbed !== DUE) throw new Error(`the scan climbed ${climbed} clocks, not ${DUE}`)
  return took
}

/** By which index the scan, whose statement is planned for its values at each call, finds the due clocks. */
async function reached(client: pg.Client, scan: Scan): Promise<string> {
  let plans: TableScan[] = []
  const run = async (text: string, values: unknown[]) => {
    plans = await scansOf(client, { text, values }, 'custom')
    return []
  }
  await scan({ run }, new Date())
  return plans
    .filter(({ table }) => table === 'case_clocks')
    .map(({ by }) => by)
    .join(', ')
}
