import type { Workbench } from '../workbench.ts'

const people = { residents: 2000, staff: 400 }

/** The same community with 10,000 open cases and with a million. */
export async function fewAndMany(bench: Workbench) {
  const million = bench.quick ? 200_000 : 1_000_000
  const small = await bench.database('bench_small', { openCases: 10_000, closedCases: 0, ...people })
  const large = await bench.database('bench_large', { openCases: million, closedCases: 0, ...people })
  return { small, large, million }
}
