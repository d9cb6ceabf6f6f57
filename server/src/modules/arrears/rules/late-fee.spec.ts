import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formulaOf, lateFee, type LateBill, type LateFeeTerms } from './late-fee.ts'

const plus = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const DUE = '2024-02-20'

const terms = fc.record({
  rate: fc.integer({ min: 1, max: 300 }),
  graceDays: fc.integer({ min: 0, max: 60 }),
  capPercent: fc.integer({ min: 1, max: 30 }),
})

/** Payments and refunds that never go beyond what there is. */
const bill = fc
  .record({
    amountFen: fc.integer({ min: 1, max: 10_000_000_000 }),
    steps: fc.array(
      fc.record({ after: fc.integer({ min: -20, max: 500 }), share: fc.double({ min: -1, max: 1, noNaN: true }) }),
      {
        maxLength: 8,
      },
    ),
  })
  .map(({ amountFen, steps }): LateBill => {
    let paid = 0
    const movements = steps
      .sort((one, other) => one.after - other.after)
      .map(({ after, share }) => {
        const fen = share >= 0 ? Math.floor((amountFen - paid) * share) : -Math.floor(paid * -share)
        paid += fen
        return { on: plus(DUE, after), fen }
      })
    return { amountFen, dueOn: DUE, movements }
  })
const lasting = fc.integer({ min: -5, max: 600 })

/** Day by day, in whole hundred thousandths of a fen. */
function reckonedByDay({ rate, graceDays, capPercent }: LateFeeTerms, { amountFen, movements }: LateBill, days: number): number {
  let sum = 0n
  for (let day = graceDays + 1; day <= days; day++) {
    const today = plus(DUE, day)
    const paid = movements.filter(({ on }) => on <= today).reduce((all, { fen }) => all + fen, 0)
    sum += BigInt(Math.max(0, amountFen - paid)) * BigInt(rate)
  }
  const most = (BigInt(amountFen) * BigInt(capPercent)) / 100n
  const whole = sum / 100_000n
  return Number(whole < most ? whole : most)
}

describe('a late fee', () => {
  it('[FIN-04] is what day by day comes to, to the fen, and never beyond its cap', () => {
    fc.assert(
      fc.property(terms, bill, lasting, (how, late, days) => {
        const { feeFen } = lateFee(how, late, plus(DUE, days))
        expect(feeFen).toBe(reckonedByDay(how, late, days))
        expect(feeFen * 100).toBeLessThanOrEqual(late.amountFen * how.capPercent)
      }),
      { numRuns: 1000 },
    )
  })

  it('[FIN-04] never falls as days go by, and is nothing within the days of grace or once nothing is owed', () => {
    fc.assert(
      fc.property(terms, bill, lasting, (how, late, days) => {
        const fee = (until: number) => lateFee(how, late, plus(DUE, until)).feeFen
        expect(fee(days + 1)).toBeGreaterThanOrEqual(fee(days))
        expect(fee(Math.min(days, how.graceDays))).toBe(0)
        const paid = { ...late, movements: [{ on: plus(DUE, how.graceDays), fen: late.amountFen }] }
        expect(lateFee(how, paid, plus(DUE, days)).feeFen).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('[FIN-04] does not grow on itself: twice the days cost twice as much', () => {
    const how = { rate: 50, graceDays: 0, capPercent: 30 }
    const late = { amountFen: 1_000_000, dueOn: DUE, movements: [] }
    expect(lateFee(how, late, plus(DUE, 30)).feeFen).toBe(15_000)
    expect(lateFee(how, late, plus(DUE, 60)).feeFen).toBe(30_000)
  })

  it('[FIN-04] tells how it was reckoned', () => {
    const how = { rate: 50, graceDays: 10, capPercent: 5 }
    const late = { amountFen: 100_000, dueOn: DUE, movements: [{ on: '2024-03-12', fen: 40_000 }] }
    const fee = lateFee(how, late, '2024-03-21')
    expect(fee).toMatchObject({ feeFen: 800, capped: false })
    expect(formulaOf(how, fee)).toBe('（1,000.00 元 × 10 天 + 600.00 元 × 10 天） × 每天 50/100000 = 8.00 元')
    const years = lateFee(how, { ...late, movements: [] }, '2026-02-20')
    expect(formulaOf(how, years)).toMatch(/，按账单金额的 5% 封顶 = 50.00 元$/)
  })
})
