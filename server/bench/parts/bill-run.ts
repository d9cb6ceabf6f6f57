import { join } from 'node:path'
import type pg from 'pg'
import { COMMUNITY, idOf } from '../city.ts'
import { withClient, type BenchDatabase } from '../databases.ts'
import type { Product } from '../product.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import type { Workbench } from '../workbench.ts'

const BESIDE = idOf(2, 2)
const CHARGES = 3
const FIRST_MONTH = Date.UTC(2026, 0, 1)
const COLUMNS =
  'community_id, id, unit_id, charge_id, subject_id, kind, run_id, period_from, period_to, due_on, amount_fen, waived_fen, paid_fen, made_of, created_at'
const MEGABYTE = 1024 * 1024

const citySize = (homes: number) => ({ openCases: 1, closedCases: 0, residents: homes, staff: 10 })
const thousands = (count: number) => count.toLocaleString('en')

/** Bills of a month for every home and three charges, beside COPY of the very rows into the same table for a community of the same homes. */
export async function billing(bench: Workbench): Promise<Finding[]> {
  const homes = bench.quick ? 20_000 : 200_000
  const database = await bench.database('bench_bills', citySize(homes))
  bench.say(`bills of ${thousands(homes)} homes × ${CHARGES} charges, and copying the same rows, in turn`)
  const small = await withClient(database.owner, async (owner) => {
    const months = new Months(owner, database, bench.product)
    await months.prepare()
    await months.beside()
    await months.copied(await months.made())
    let left: Month | null = null
    const growth: number[] = []
    const pairs = await interleaved(
      bench.rounds,
      async () => {
        const before = process.memoryUsage().rss
        const month = await months.made()
        growth.push((process.memoryUsage().rss - before) / MEGABYTE)
        left = month
        return month.took
      },
      async () => months.copied(left ?? (await months.made())),
    )
    return { pairs, took: median(pairs.map(([run]) => run)), growth }
  })
  const large = await ofLarge(bench, homes * 5)
  const took = (side: 0 | 1) => `${Math.round(median(small.pairs.map((pair) => pair[side])))} ms`
  const name = `bills of ${thousands(homes)} homes × ${CHARGES} charges`
  const once = (figure: number) => ({ median: figure, min: figure, max: figure, rounds: 1 })
  return [
    {
      name,
      of: 'COPY of the same rows / bill run, time',
      ratio: ratioOf(small.pairs, (time) => 1 / time),
      gate: { atLeast: 0.75 },
      notes: [`${took(0)} against ${took(1)}`, 'from the first statement to the last commit, with the entries in the books'],
    },
    {
      name: `bills of ${thousands(homes * 5)} homes`,
      of: `time / time for ${thousands(homes)} homes`,
      ratio: once(large / small.took),
      gate: { atMost: 5.5 },
      notes: [`${Math.round(large)} ms against ${Math.round(small.took)} ms`],
    },
    {
      name: `memory while ${name} are made`,
      of: 'MB the process grew by',
      ratio: {
        median: median(small.growth),
        min: Math.min(...small.growth),
        max: Math.max(...small.growth),
        rounds: small.growth.length,
      },
      gate: { atMost: 8 },
      notes: ['the worker sends statements; rows never leave the database'],
    },
  ]
}

async function ofLarge(bench: Workbench, homes: number): Promise<number> {
  const database = await bench.database('bench_bills_large', citySize(homes))
  bench.say(`bills of ${thousands(homes)} homes × ${CHARGES} charges`)
  return withClient(database.owner, async (owner) => {
    const months = new Months(owner, database, bench.product)
    await months.prepare()
    const times: number[] = []
    for (let round = 0; round < (bench.quick ? 1 : 3); round++) times.push((await months.made()).took)
    return median(times)
  })
}

interface Month {
  from: string
  took: number
}

/** One month after the other, each billed once. */
class Months {
  readonly #owner: pg.Client
  readonly #database: BenchDatabase
  readonly #product: Product
  #count = 0

  constructor(owner: pg.Client, database: BenchDatabase, product: Product) {
    this.#owner = owner
    this.#database = database
    this.#product = product
  }

  /** Three charges with their prices; one of them changed in the middle of a month. */
  async prepare(): Promise<void> {
    await this.#owner.query(
      `WITH c AS (INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, created_at)
         SELECT $1, id, name, 'property-fee', basis, 'month', 30, now()
         FROM (VALUES ($2::uuid, '物业费', 'area'), ($3, '垃圾清运费', 'unit'), ($4, '能耗费', 'area')) AS v (id, name, basis) RETURNING id)
       INSERT INTO charge_prices (community_id, charge_id, valid_from, rate, set_by_name, set_at)
       SELECT $1, id, day::date, rate, '', now() FROM c, (VALUES ('2020-01-01', 28500), ('2026-01-16', 31000)) AS p (day, rate)`,
      [COMMUNITY, ...this.#charges],
    )
  }

  /** A community of the same homes and charges, for the rows that are copied. */
  async beside(): Promise<void> {
    await this.#owner.query(
      `INSERT INTO communities (id, company_id, name, property_type, address, hotline)
       SELECT $2, company_id, '旁边', property_type, '', '' FROM communities WHERE id = $1`,
      [COMMUNITY, BESIDE],
    )
    for (const [table, columns] of [
      ['buildings', 'id, name, ordinal'],
      ['units', 'id, building_id, entrance, floor, number, label, use, state, area_square_centimetres'],
      ['charges', 'id, name, fund, basis, cycle, due_after_days, created_at'],
    ])
      await this.#owner.query(
        `INSERT INTO ${table} (community_id, ${columns}) SELECT $2, ${columns} FROM ${table} WHERE community_id = $1`,
        [COMMUNITY, BESIDE],
      )
    await this.#owner.query('VACUUM ANALYZE')
  }

  /** Makes the bills of the next month, as the worker does. */
  async made(): Promise<Month> {
    const month = new Date(FIRST_MONTH)
    month.setUTCMonth(this.#count++)
    const from = month.toISOString().slice(0, 10)
    const runId = idOf(40, this.#count)
    await this.#owner.query(
      `WITH r AS (INSERT INTO bill_runs (community_id, id, month, started_by, started_by_name, started_at) VALUES ($1, $2, $3, $2, '', now()))
       INSERT INTO bill_run_charges (community_id, run_id, charge_id, period_from, period_to, expected)
       SELECT $1, $2, id, $3, ($3::date + interval '1 month - 1 day')::date, 0 FROM unnest($4::uuid[]) AS id`,
      [COMMUNITY, runId, from, this.#charges],
    )
    const took = await withClient(this.#database.worker, async (client) => {
      const query = async (text: string, values: unknown[]) => (await client.query(text, values)).rows as object[]
      const database = {
        run: query,
        transaction: async (work: (tx: { query: typeof query }) => Promise<boolean>) => {
          await client.query('BEGIN')
          const answer = await work({ query })
          await client.query('COMMIT')
          return answer
        },
      }
      const begun = performance.now()
      await new this.#product.MakeBills(database, { now: () => new Date() }).run({ communityId: COMMUNITY, runId })
      return performance.now() - begun
    })
    return { from, took }
  }

  /** Copies a month's bills, written by the server itself into a file, for the community beside. */
  async copied({ from }: Month): Promise<number> {
    const { rows } = await this.#owner.query<{ data_directory: string }>('SHOW data_directory')
    const file = join(rows[0]!.data_directory, 'bench-bills.copy')
    const columns = COLUMNS.replace('community_id, ', '')
    // A month may be copied after another run of it: the copies of before make place.
    await this.#owner.query(`DELETE FROM bills WHERE community_id = '${BESIDE}' AND period_from = '${from}'`)
    await this.#owner.query(
      `COPY (SELECT '${BESIDE}'::uuid, ${columns} FROM bills WHERE community_id = '${COMMUNITY}' AND period_from = '${from}' ORDER BY charge_id, id) TO '${file}'`,
    )
    const begun = performance.now()
    await this.#owner.query(`COPY bills (${COLUMNS}) FROM '${file}'`)
    return performance.now() - begun
  }

  readonly #charges = Array.from({ length: CHARGES }, (_, index) => idOf(41, index + 1))
}
