import pg from 'pg'
import { CONNECTIONS, fire, type Load } from '../load.ts'
import { recordSearches, type SentTransaction } from '../product.ts'
import type { Finding } from '../report.ts'
import { interleaved, percentile, ratioOf } from '../rounds.ts'
import { searchShots, searchTexts } from '../shots.ts'
import type { Workbench } from '../workbench.ts'

const HOMES = 200_000
const PIPES = 4

/** Households found by room, name and telephone number over HTTP, beside the same statements sent with nothing around them. */
export async function householdSearch(bench: Workbench): Promise<Finding[]> {
  const database = await bench.database('bench_homes', { openCases: 1000, closedCases: 0, residents: HOMES, staff: 400 })
  const texts = searchTexts(HOMES)
  const statements = await recordSearches(bench.product, database, texts)
  const nextShot = searchShots(texts)
  bench.say(`searching ${HOMES.toLocaleString('en')} homes over HTTP and by SQL in turn`)
  await using programs = bench.programs()
  await using pipes = await Pipes.open(database.app, statements)
  const { url } = await programs.server(database)
  const overHttp = () => fire(url, bench.seconds, nextShot)
  const bySql = () => pipes.fire(bench.seconds)
  await overHttp()
  await bySql()
  const pairs = await interleaved(bench.rounds, overHttp, bySql)
  const said = (side: 0 | 1) => {
    const latencies = pairs.flatMap((pair) => pair[side].latencies)
    return `p50 ${percentile(latencies, 50).toFixed(1)} ms, p99 ${percentile(latencies, 99).toFixed(1)} ms`
  }
  return [
    {
      name: `household search at ${HOMES.toLocaleString('en')} homes, p99`,
      of: 'over HTTP / the same SQL alone, time',
      ratio: ratioOf(pairs, ({ latencies }) => percentile(latencies, 99)),
      gate: { atMost: 3 },
      notes: [`${CONNECTIONS} at once`, `HTTP ${said(0)}`, `SQL ${said(1)}`],
    },
  ]
}

/** Some pipelined connections, kept as busy as those of HTTP. */
class Pipes implements AsyncDisposable {
  readonly #clients: pg.Client[]
  readonly #statements: SentTransaction[]
  #turn = 0

  private constructor(clients: pg.Client[], statements: SentTransaction[]) {
    this.#clients = clients
    this.#statements = statements
  }

  static async open(url: string, statements: SentTransaction[]): Promise<Pipes> {
    const options = { connectionString: url, pipeline: true } as pg.ClientConfig
    const clients = Array.from({ length: PIPES }, () => new pg.Client(options))
    await Promise.all(clients.map((client) => client.connect()))
    return new Pipes(clients, statements)
  }

  async fire(seconds: number): Promise<Load> {
    const latencies: number[] = []
    const begun = performance.now()
    const until = begun + seconds * 1000
    const oneAfterAnother = async () => {
      while (performance.now() < until) {
        const sent = performance.now()
        await this.#next()
        latencies.push(performance.now() - sent)
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, oneAfterAnother))
    return { rate: latencies.length / ((performance.now() - begun) / 1000), latencies }
  }

  async #next(): Promise<void> {
    const client = this.#clients[this.#turn % this.#clients.length]!
    const { begin, name, text, values } = this.#statements[this.#turn++ % this.#statements.length]!
    await Promise.all([client.query(begin ?? 'BEGIN'), client.query({ name, text, values }), client.query('COMMIT')])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end()))
  }
}
