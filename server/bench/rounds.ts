/** What a comparison comes to: the median of the ratios of each round, and how far they lie apart. */
export interface Ratio {
  median: number
  min: number
  max: number
  rounds: number
}

/** Runs both sides in turn, changing who begins, so that whatever else the machine does meets both. */
export async function interleaved<Measure>(
  rounds: number,
  one: () => Promise<Measure>,
  other: () => Promise<Measure>,
): Promise<[Measure, Measure][]> {
  const pairs: [Measure, Measure][] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await one()
      pairs.push([first, await other()])
    } else {
      const first = await other()
      pairs.push([await one(), first])
    }
  }
  return pairs
}

export function ratioOf<Measure>(pairs: [Measure, Measure][], figure: (measure: Measure) => number): Ratio {
  const ratios = pairs.map(([one, other]) => figure(one) / figure(other))
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios), rounds: ratios.length }
}

export function median(figures: readonly number[]): number {
  return percentile(figures, 50)
}

export function percentile(figures: readonly number[], percent: number): number {
  const sorted = [...figures].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]!
}
