import { recordSql } from '../product.ts'
import type { Finding } from '../report.ts'
import { listShots, reportShots } from '../shots.ts'
import type { Workbench } from '../workbench.ts'
import { compareHttp } from './compare-http.ts'

type Compared = Pick<Parameters<typeof compareHttp>[0], 'name' | 'gate' | 'aim' | 'nextShot'>

export function queuePage(bench: Workbench): Promise<Finding[]> {
  bench.say('queue page of 20 among 200,000 cases, ours and rawpipe in turn')
  return beside(bench, { name: 'open queue, page of 20 of 200,000', gate: 0.6, aim: 0.8, nextShot: listShots() })
}

export function reporting(bench: Workbench): Promise<Finding[]> {
  bench.say('reporting a repair, ours and rawpipe in turn')
  return beside(bench, { name: 'report a repair', gate: 0.6, aim: 0.9, nextShot: reportShots() })
}

async function beside(bench: Workbench, compared: Compared): Promise<Finding[]> {
  const database = await bench.database('bench_city', { openCases: 20_000, closedCases: 180_000, residents: 2000, staff: 400 })
  const sql = await recordSql(bench.product, database)
  await using programs = bench.programs()
  const ours = await programs.server(database)
  const raw = await programs.other('rawpipe.ts', { RAWPIPE: JSON.stringify({ database, sql }) }, '/ready')
  return await compareHttp({ ...compared, ours: ours.url, raw: raw.url, seconds: bench.seconds, rounds: bench.rounds })
}
