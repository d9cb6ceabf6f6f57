import type pg from 'pg'
import { withClient, type BenchDatabase } from '../databases.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import { genericPlan } from './plan.ts'

const DUE = 1000

type Scan = (database: { run(text: string, values: unknown[]): Promise<object[]> }, now: Date) => Promise<number>

/** The scan of the clocks where many cases are open and where few are; as many are due in both. */
export async function measureScan(of: {
  small: BenchDatabase
  large: BenchDatabase
  million: number
  rounds: number
  scan: Scan
}): Promise<Finding> {
  const { small, large, million, rounds, scan } = of
  const once = async (database: BenchDatabase) => {
    await withClient(database.owner, makeDue)
    return withClient(database.worker, (client) => timed(client, scan))
  }
  await once(small)
  await once(large)
  const pairs = await interleaved(
    rounds,
    () => once(large),
    () => once(small),
  )
  const milliseconds = (side: 0 | 1) => `${median(pairs.map((pair) => pair[side])).toFixed(1)} ms`
  return {
    name: `clock scan, ${DUE} due of ${million.toLocaleString('en')} open`,
    of: `time / the same of 10,000 open`,
    ratio: ratioOf(pairs, (time) => time),
    gate: { atMost: 1.5 },
    notes: [
      `${milliseconds(0)} against ${milliseconds(1)}`,
      `the clocks are reached by ${await withClient(large.worker, (client) => reached(client, scan))}`,
    ],
  }
}

/** Winds the same number of clocks, spread over all cases, back to their first step. */
async function makeDue(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE case_clocks SET reached = 0, warned_at = NULL, breached_at = NULL, next_step_at = now() - interval '1 minute'
     WHERE name = 'resolve' AND (community_id, case_id) IN (
       SELECT community_id, id FROM cases WHERE open AND (due_at - reported_at) IS NOT NULL
       AND hashtextextended(id::text, 0) % greatest(1, (SELECT count(*) FROM cases WHERE open) / (2 * ${DUE})) = 0 LIMIT ${DUE})`,
  )
  if (rowCount !== DUE) throw new Error(`${rowCount} clocks were made due, not ${DUE}`)
  await client.query('VACUUM (ANALYZE) case_clocks')
}

async function timed(client: pg.Client, scan: Scan): Promise<number> {
  const database = { run: async (text: string, values: unknown[]) => (await client.query(text, values)).rows as object[] }
  const begun = performance.now()
  const climbed = await scan(database, new Date())
  const took = performance.now() - begun
  if (climbed !== DUE) throw new Error(`the scan climbed ${climbed} clocks, not ${DUE}`)
  return took
}

/** By which index the scan finds the due clocks. */
async function reached(client: pg.Client, scan: Scan): Promise<string> {
  let plans: { table: string; by: string }[] = []
  const run = async (text: string, values: unknown[]) => {
    plans = await genericPlan(client, { text, values })
    return []
  }
  await scan({ run }, new Date())
  return plans
    .filter(({ table }) => table === 'case_clocks')
    .map(({ by }) => by)
    .join(', ')
}
