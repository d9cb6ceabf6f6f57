import type pg from 'pg'
import type { BenchDatabase } from '../databases.ts'
import { fire, type Load, type Shot } from '../load.ts'
import { MassPush, passing, type Crowd } from '../mass-push.ts'
import type { Finding } from '../report.ts'
import { interleaved, percentile, ratioOf } from '../rounds.ts'
import { listShots, reportShots } from '../shots.ts'
import type { Workbench } from '../workbench.ts'

/** Requests of a busy afternoon: the machine has something left, and what waits behind the push can be seen. */
const PER_SECOND = 100

/** What reporting a repair and looking at the queue feel of a notice that goes out to everybody meanwhile. */
export async function beside(bench: Workbench, database: BenchDatabase, owner: pg.Client, crowd: Crowd): Promise<Finding[]> {
  await leaveTwoSupervisors(owner)
  bench.say(`${PER_SECOND} requests a second, with and without a notice going out beside them, in turn`)
  await using programs = bench.programs()
  const stub = await programs.other('stub.ts', { PEOPLE: String(crowd.residents) }, '/health/live')
  const api = await programs.server(database)
  const worker = await programs.worker(database, stub.url)
  const push = new MassPush(owner, { worker, stub }, crowd)
  const seconds = bench.quick ? 5 : 10
  const shots = mixed()
  const asked = () => fire(api.url, seconds, shots, { perSecond: PER_SECOND })
  await asked()
  let sentMeanwhile = 0
  const pairs = await interleaved(
    bench.rounds,
    async () => {
      await push.begin()
      while ((await push.received()).count === 0) await passing(20)
      const before = (await push.received()).count
      const load = await asked()
      const { count } = await push.received()
      if (count === crowd.reachable) throw new Error('the notice was out before the requests were')
      sentMeanwhile += count - before
      await push.stop()
      return load
    },
    asked,
  )
  const slowest = (side: 0 | 1) => `${percentile(together(pairs.map((pair) => pair[side])), 99).toFixed(1)} ms`
  return [
    {
      name: 'report a repair and page of the queue, p99 while a notice goes out',
      of: 'time / without the notice',
      ratio: ratioOf(pairs, ({ latencies }) => percentile(latencies, 99)),
      gate: { atMost: 1.5 },
      notes: [
        `${slowest(0)} against ${slowest(1)} at ${PER_SECOND}/s`,
        `${Math.round(sentMeanwhile / (pairs.length * seconds))} messages a second meanwhile`,
      ],
    },
  ]
}

/** Else each report would be told to four hundred people, and that would be a mass push of its own. */
async function leaveTwoSupervisors(owner: pg.Client): Promise<void> {
  await owner.query(
    `WITH clerk AS (
       INSERT INTO posts (company_id, id, code, name, permissions)
       SELECT company_id, uuidv7(), 'clerk', '文员', '{repairs.read}' FROM posts RETURNING id
     )
     UPDATE staff_posts SET post_id = clerk.id FROM clerk WHERE staff_id NOT IN (SELECT staff_id FROM staff_posts ORDER BY staff_id LIMIT 2)`,
  )
}

const together = (loads: Load[]) => loads.flatMap(({ latencies }) => latencies)

function mixed(): () => Shot {
  const kinds = [reportShots(), listShots()]
  let count = 0
  return () => kinds[count++ % kinds.length]!()
}
