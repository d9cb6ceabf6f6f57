import { fire, type Load, type Shot } from '../load.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import { listShots, reportShots } from '../shots.ts'
import type { Workbench } from '../workbench.ts'

/** What finding the caller and asking what they may do adds to a request: the whole server beside one that takes it for granted. */
export async function permissionCheck(bench: Workbench): Promise<Finding[]> {
  const database = await bench.database('bench_city', { openCases: 20_000, closedCases: 180_000, residents: 2000, staff: 400 })
  await using programs = bench.programs()
  const checked = await programs.server(database)
  const unchecked = await programs.unchecked(database)
  const compare = async (what: string, shots: () => () => Shot): Promise<Finding> => {
    bench.say(`${what}, with and without the check of its caller in turn`)
    const [one, other] = [shots(), shots()]
    await fire(checked.url, bench.seconds, one)
    await fire(unchecked.url, bench.seconds, other)
    const pairs = await interleaved(
      bench.rounds,
      () => fire(checked.url, bench.seconds, one),
      () => fire(unchecked.url, bench.seconds, other),
    )
    const told = (side: 0 | 1) => inWords(pairs.map((pair) => pair[side]))
    return {
      name: `permission check, ${what}`,
      of: 'time of a request / without the check',
      ratio: ratioOf(pairs, ({ rate }) => 1 / rate),
      gate: { atMost: 1.1 },
      notes: [`${told(0)} with, ${told(1)} without`],
    }
  }
  return [await compare('reporting a repair', reportShots), await compare('page of 20 of the queue', listShots)]
}

const inWords = (loads: Load[]) => `${Math.round(median(loads.map(({ rate }) => rate)))}/s`
