import type pg from 'pg'
import { withClient, type BenchDatabase } from '../databases.ts'
import { fire } from '../load.ts'
import { recordSql, type SentTransaction } from '../product.ts'
import type { Program } from '../program.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import { listShots } from '../shots.ts'
import type { Workbench } from '../workbench.ts'
import { fewAndMany } from './few-and-many.ts'
import { scansOf } from './plan.ts'

const PAGES = 200
const GATE = { atMost: 1.3 }
const AIM = 1.1

interface Measured {
  small: BenchDatabase
  large: BenchDatabase
  smallServer: Program
  largeServer: Program
  sql: SentTransaction
  seconds: number
  rounds: number
}

/** The first page of the queue where there are many cases and where there are few: as SQL alone, and over HTTP. */
export async function pageGrowth(bench: Workbench): Promise<Finding[]> {
  const { small, large, million } = await fewAndMany(bench)
  bench.say(`queue page at 10,000 and at ${million.toLocaleString('en')} cases in turn`)
  await using programs = bench.programs()
  const smallServer = await programs.server(small)
  const largeServer = await programs.server(large)
  const { listRepairs: sql } = await recordSql(bench.product, large)
  const { seconds, rounds } = bench
  const measured = { small, large, smallServer, largeServer, sql, seconds, rounds }
  const name = `queue page at ${million.toLocaleString('en')} cases`
  return [
    { ...(await statementAlone(measured)), name: `${name}, SQL` },
    { ...(await overHttp(measured)), name: `${name}, HTTP` },
  ]
}

async function statementAlone({ small, large, sql, rounds }: Measured): Promise<Omit<Finding, 'name'>> {
  return withClient(small.app, (few) =>
    withClient(large.app, async (many) => {
      await pages(few, sql)
      await pages(many, sql)
      const pairs = await interleaved(
        rounds,
        () => pages(many, sql),
        () => pages(few, sql),
      )
      const [queue] = (await scansOf(many, sql, 'generic')).filter(({ table }) => table === 'cases')
      const milliseconds = (side: 0 | 1) => `${median(pairs.map((pair) => pair[side])).toFixed(2)} ms`
      return {
        of: 'time / the same at 10,000',
        ratio: ratioOf(pairs, (time) => time),
        gate: GATE,
        aim: AIM,
        notes: [`${milliseconds(0)} against ${milliseconds(1)} a page`, `the cases are reached by ${queue?.by}`],
      }
    }),
  )
}

/** Median milliseconds of a page, transaction and reach included. */
async function pages(client: pg.Client, { begin, name, text, values }: SentTransaction): Promise<number> {
  const took: number[] = []
  for (let count = 0; count < PAGES; count++) {
    const begun = performance.now()
    await client.query(begin ?? 'BEGIN')
    await client.query({ name, text, values })
    await client.query('COMMIT')
    took.push(performance.now() - begun)
  }
  return median(took)
}

async function overHttp({ smallServer, largeServer, seconds, rounds }: Measured): Promise<Omit<Finding, 'name'>> {
  const few = listShots()
  const many = listShots()
  await fire(smallServer.url, seconds, few)
  await fire(largeServer.url, seconds, many)
  const pairs = await interleaved(
    rounds,
    () => fire(largeServer.url, seconds, many),
    () => fire(smallServer.url, seconds, few),
  )
  return {
    of: 'time of a request / the same at 10,000',
    ratio: ratioOf(pairs, ({ rate }) => 1 / rate),
    gate: GATE,
    aim: AIM,
    notes: [`${rate(pairs.map(([load]) => load.rate))} against ${rate(pairs.map(([, load]) => load.rate))}`],
  }
}

function rate(rates: number[]): string {
  return `${Math.round(median(rates))}/s`
}
