import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { paretoOf } from './pareto.ts'

const counts = fc.array(
  fc.nat({ max: 10_000 }).map((cases) => ({ cases })),
  { maxLength: 60 },
)
const some = counts.filter((each) => each.some(({ cases }) => cases > 0))
const tenths = (percent: number) => Math.round(percent * 10)

describe('the shares of causes', () => {
  it('of anything at all add up to 100 percent', () => {
    fc.assert(
      fc.property(some, (given) => {
        const rows = paretoOf(given)
        expect(rows.reduce((sum, { share }) => sum + tenths(share), 0)).toBe(1000)
        expect(rows.at(-1)!.cumulative).toBe(100)
      }),
    )
  })

  it('grow from row to row by what each has, the most frequent first', () => {
    fc.assert(
      fc.property(some, (given) => {
        const rows = paretoOf(given)
        rows.forEach(({ cases, share, cumulative }, at) => {
          const before = rows[at - 1]
          if (before) expect(before.cases).toBeGreaterThanOrEqual(cases)
          expect(tenths(cumulative)).toBe(tenths(before?.cumulative ?? 0) + tenths(share))
        })
      }),
    )
  })

  it('are off by less than a tenth of a percent', () => {
    fc.assert(
      fc.property(some, (given) => {
        const total = given.reduce((sum, { cases }) => sum + cases, 0)
        for (const { cases, share } of paretoOf(given)) expect(Math.abs(share - (cases * 100) / total)).toBeLessThan(0.1 + 1e-9)
      }),
    )
  })

  it('lose no case and keep no cause without one', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const kept = paretoOf(given).map(({ cases }) => cases)
        expect(kept.toSorted()).toEqual(
          given
            .map(({ cases }) => cases)
            .filter((cases) => cases > 0)
            .toSorted(),
        )
      }),
    )
  })

  it('of nothing are none', () => {
    expect(paretoOf([])).toEqual([])
    expect(paretoOf([{ cases: 0 }])).toEqual([])
  })
})
