import { CONNECTIONS, fire, type Load, type Shot } from '../load.ts'
import type { Finding } from '../report.ts'
import { interleaved, percentile, ratioOf } from '../rounds.ts'

const SLOWEST_TIMES = 3

/** The product beside rawpipe: how many requests a second, and how long the slowest of a hundred take. */
export async function compareHttp(of: {
  name: string
  ours: string
  raw: string
  seconds: number
  rounds: number
  gate: number
  aim: number
  nextShot: () => Shot
}): Promise<Finding[]> {
  const { ours, raw, seconds, rounds, nextShot } = of
  await fire(ours, seconds, nextShot)
  await fire(raw, seconds, nextShot)
  const pairs = await interleaved(
    rounds,
    () => fire(ours, seconds, nextShot),
    () => fire(raw, seconds, nextShot),
  )
  const slowest = ratioOf(pairs, ({ latencies }) => percentile(latencies, 99))
  const told = [
    `${CONNECTIONS} connections`,
    `ours ${inWords(pairs.map(([load]) => load))}`,
    `rawpipe ${inWords(pairs.map(([, load]) => load))}`,
  ]
  return [
    {
      name: of.name,
      of: 'ours / rawpipe, requests a second',
      ratio: ratioOf(pairs, ({ rate }) => rate),
      gate: { atLeast: of.gate },
      aim: of.aim,
      notes: told,
    },
    { name: `${of.name}, p99`, of: 'ours / rawpipe, time', ratio: slowest, gate: { atMost: SLOWEST_TIMES }, notes: [] },
  ]
}

function inWords(loads: Load[]): string {
  const latencies = loads.flatMap((load) => load.latencies)
  const rate = latencies.length / loads.reduce((sum, load) => sum + load.latencies.length / load.rate, 0)
  return `${Math.round(rate)}/s, p50 ${percentile(latencies, 50).toFixed(1)} ms, p99 ${percentile(latencies, 99).toFixed(1)} ms`
}
