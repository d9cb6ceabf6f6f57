import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { partsOf as partsInSql } from './queries/reckon.sql.ts'
import {
  amountOf,
  daysOf,
  fenOfParts,
  lastOfMonth,
  partsOf,
  plusDays,
  plusMonths,
  type Liability,
  type Part,
} from './rules/index.ts'

const isLong = process.env['TEST_LONG'] === '1'
const CASES = isLong ? 1_000_000 : 20_000
const SQL_CASES = isLong ? 100_000 : 2_000

/** The same numbers each time, so that a failure can be looked at again. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Case extends Liability {
  quantity: number
}

/** Periods over leap years and ends of months, with prices, reliefs, deliveries and ends that fall inside, before, after and on edges. */
function someCase(below: (most: number) => number): Case {
  const from = plusMonths('2023-01-01', below(60))
  const to = lastOfMonth(plusMonths(from, [1, 1, 1, 3, 6, 12][below(6)]! - 1))
  const span = daysOf(from, to)
  const near = () => plusDays(from, below(span + 20) - 10)
  const prices = [
    { validFrom: below(5) ? '2020-01-01' : near(), rate: below(8) ? 1 + below(60_000) : 0 },
    ...Array.from({ length: below(4) }, () => ({ validFrom: near(), rate: 1 + below(60_000) })),
  ].filter(({ validFrom }, index, all) => all.findIndex((other) => other.validFrom === validFrom) === index)
  const reliefs: { from: string; to: string | null; percent: number }[] = []
  let free = plusDays(from, -below(20))
  for (let left = below(3); left > 0 && free <= to; left--) {
    const end = plusDays(free, below(40))
    reliefs.push({ from: free, to: below(6) ? end : null, percent: 1 + below(100) })
    if (reliefs.at(-1)!.to === null) break
    free = plusDays(end, 1 + below(20))
  }
  const quantity = below(10) ? 1 + below(3_000_000) : 1 + below(1_000_000_000)
  return {
    period: { from, to },
    since: below(4) ? null : near(),
    until: below(6) ? null : near(),
    prices,
    reliefs,
    quantity,
  }
}

const DAY_MS = 86_400_000
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** The amount day by day, as an exact fraction, by nothing but the definition: a day of a month is a part of it. */
function exactly({ period, since, until, prices, reliefs, quantity }: Case): bigint {
  const dated = prices.map(({ validFrom, rate }) => ({ from: numberOf(validFrom), rate })).sort((a, b) => b.from - a.from)
  const less = reliefs.map(({ from, to, percent }) => ({ from: numberOf(from), to: to ? numberOf(to) : Infinity, percent }))
  const first = Math.max(numberOf(period.from), since ? numberOf(since) : 0)
  const last = Math.min(numberOf(period.to), until ? numberOf(until) : Infinity)
  const byLength: Record<number, bigint> = { 28: 0n, 29: 0n, 30: 0n, 31: 0n }
  for (let day = first; day <= last; day++) {
    const price = dated.find(({ from }) => from <= day)
    if (!price) continue
    const relief = less.find(({ from, to }) => from <= day && to >= day)
    const date = new Date(day * DAY_MS)
    const of = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    byLength[of]! += BigInt(price.rate * (100 - (relief?.percent ?? 0)))
  }
  const bottom = 100_000_000n * 28n * 29n * 30n * 31n
  const top = Object.entries(byLength).reduce(
    (sum, [of, weight]) => sum + (BigInt(quantity) * weight * 28n * 29n * 30n * 31n) / BigInt(of),
    0n,
  )
  return (2n * top + bottom) / (2n * bottom)
}

let databases: TestDatabase
let owner: pg.Pool

beforeAll(async () => {
  databases = await openTestDatabase()
  owner = new pg.Pool({ connectionString: databases.ownerUrl, max: 2 })
}, 60_000)
afterAll(async () => {
  await owner.end()
  await databases.close()
})

describe('what a period comes to', () => {
  it(`[FIN-01] is the exact sum of its days to the fen, and its parts add up to it, in ${CASES} cases`, () => {
    const below = numbers(20_261_121)
    for (let turn = 0; turn < CASES; turn++) {
      const each = someCase(below)
      const parts = partsOf(each)
      const made = { basis: 'area' as const, quantity: each.quantity, parts }
      const amount = amountOf(made)
      const exact = exactly(each)
      if (BigInt(amount) !== exact || fenOfParts(made).some((fen) => fen < 0))
        throw new Error(`${amount} in the place of ${exact}: ${JSON.stringify(each)} ${JSON.stringify(parts)}`)
    }
  }, 3_600_000)

  it(`[FIN-01] is the same in SQL as it is told, part by part, in ${SQL_CASES} cases`, async () => {
    const below = numbers(36)
    for (let done = 0; done < SQL_CASES; done += 1000) {
      const cases = Array.from({ length: Math.min(1000, SQL_CASES - done) }, () => someCase(below))
      const { rows } = await owner.query<{ parts: Part[] | null; fen: string }>(
        `SELECT w.parts, coalesce(div(2 * p.quantity * w.weight::numeric + 37758000000000, 2 * 37758000000000::numeric), 0) AS fen
         FROM jsonb_to_recordset($1) AS p(turn int, period_from date, period_to date, since date, until date, reliefs jsonb, prices jsonb,
           quantity numeric)
         CROSS JOIN LATERAL (${partsInSql({ from: 'p.period_from', to: 'p.period_to' }, 'p.prices')}) w ORDER BY p.turn`,
        [
          JSON.stringify(
            cases.map(({ period, ...each }, turn) => ({ ...each, turn, period_from: period.from, period_to: period.to })),
          ),
        ],
      )
      for (const [turn, each] of cases.entries()) {
        const parts = partsOf(each)
        expect({ each, parts: rows[turn]!.parts ?? [], fen: Number(rows[turn]!.fen) }).toEqual({
          each,
          parts,
          fen: amountOf({ basis: 'area', quantity: each.quantity, parts }),
        })
      }
    }
  }, 3_600_000)
})
