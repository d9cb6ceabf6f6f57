import type pg from 'pg'
import type { BenchDatabase } from '../databases.ts'
import { MassPush, NEARBY_MS, passing, type Crowd } from '../mass-push.ts'
import type { Program } from '../program.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import type { Workbench } from '../workbench.ts'

/** What a worker has in flight at most, three runs of 128; the plain loop is given the same. */
const AT_ONCE = 384
/** About what WeChat takes to answer a server of the same country. */
const USUAL_MS = 50
const MOST_GROWN_MEGABYTES = 250
const LOOK_EVERY_MS = 100

interface Round {
  perSecond: number
  wholeSeconds: number
  /** the worker's memory at most */
  megabytes: number
}

/** A notice delivered into the stub of WeChat by a worker, beside the plainest loop that makes the same calls. */
export async function delivering(bench: Workbench, database: BenchDatabase, owner: pg.Client, crowd: Crowd): Promise<Finding[]> {
  const many = crowd.reachable.toLocaleString('en')
  bench.say(`delivering to ${many} residents, and making the same calls by hand, in turn`)
  await using programs = bench.programs()
  const stub = await programs.other('stub.ts', { PEOPLE: String(crowd.residents) }, '/health/live')
  const raw = await programs.other('raw-loop.ts', { STUB: stub.url }, '/')
  const worker = await programs.worker(database, stub.url)
  const push = new MassPush(owner, { worker, stub }, crowd)
  const idle = push.workerMegabytes()
  const megabytes: number[] = [(await deliver(push, crowd, NEARBY_MS)).megabytes]
  const rates: Finding[] = []
  for (const answersAfterMs of [NEARBY_MS, USUAL_MS]) {
    const pairs = await interleaved(
      bench.quick ? 3 : 5,
      () => deliver(push, crowd, answersAfterMs),
      () => byHand(push, raw, crowd, answersAfterMs),
    )
    megabytes.push(...pairs.map(([delivered]) => delivered.megabytes))
    rates.push(rateOf(pairs, crowd, answersAfterMs))
  }
  const grown = megabytes.map((most) => (most - idle) / MOST_GROWN_MEGABYTES)
  return [
    ...rates,
    {
      name: 'memory of the worker meanwhile, more than idle',
      of: `megabytes / ${MOST_GROWN_MEGABYTES}`,
      ratio: { median: median(grown), min: Math.min(...grown), max: Math.max(...grown), rounds: grown.length },
      gate: { atMost: 1 },
      notes: [`${Math.round(idle)} MB idle, by round ${megabytes.map(Math.round).join(', ')} MB`],
    },
  ]
}

function rateOf(pairs: [Round, Round][], { residents, reachable }: Crowd, answersAfterMs: number): Finding {
  const rate = (side: 0 | 1) => `${Math.round(median(pairs.map((pair) => pair[side].perSecond)))}/s`
  const whole = median(pairs.map(([{ wholeSeconds }]) => wholeSeconds))
  return {
    name: `notice delivered to ${reachable.toLocaleString('en')} residents, WeChat answering after ${answersAfterMs} ms`,
    of: 'messages a second / the same calls by a plain loop',
    ratio: ratioOf(pairs, ({ perSecond }) => perSecond),
    gate: { atLeast: 0.8 },
    aim: 0.95,
    notes: [
      `${rate(0)} against ${rate(1)}, ${AT_ONCE} calls at once`,
      `from publishing to the last phone, telling all ${residents.toLocaleString('en')} included: ${whole.toFixed(1)} s`,
    ],
  }
}

/** What is counted begins when all are told, so that writing to a hundred thousand inboxes is not taken for slow sending. */
async function deliver(push: MassPush, { reachable }: Crowd, answersAfterMs: number): Promise<Round> {
  await push.begin(answersAfterMs)
  const begunAt = Date.now()
  let megabytes = 0
  let told: { at: number; count: number } | null = null
  for (;;) {
    const { count, lastAt } = await push.received()
    megabytes = Math.max(megabytes, push.workerMegabytes())
    if (!told && (await push.isTold())) told = { at: Date.now(), count }
    if (count >= reachable && (await push.writtenDown()) === reachable) {
      if (count !== reachable) throw new Error(`${count} messages arrived, of ${reachable}`)
      if (!told || told.count > reachable / 2) throw new Error('the telling took longer than the sending')
      const perSecond = ((count - told.count) * 1000) / (lastAt - told.at)
      return { perSecond, wholeSeconds: (lastAt - begunAt) / 1000, megabytes }
    }
    await passing(LOOK_EVERY_MS)
  }
}

async function byHand(push: MassPush, raw: Program, { residents, reachable }: Crowd, answersAfterMs: number): Promise<Round> {
  const { sample } = await push.received()
  await push.refill(answersAfterMs)
  const wish = { from: residents - reachable + 1, count: reachable, concurrency: AT_ONCE, sample }
  const answer = await fetch(raw.url, { method: 'POST', body: JSON.stringify(wish) })
  if (!answer.ok) throw new Error(await answer.text())
  const { milliseconds } = (await answer.json()) as { milliseconds: number }
  return { perSecond: (reachable * 1000) / milliseconds, wholeSeconds: milliseconds / 1000, megabytes: 0 }
}
