import type { MeterKind, ReadingWay, ShareKey } from '@yinuo/contracts'
import { allot, nearest } from './exact.ts'
import type { Part } from './parts.ts'

export interface Tier {
  /** thousandths used in the period; what is beyond them costs `rate` */
  above: number
  rate: number
}

export interface CountedMeter {
  number: string
  before: number
  value: number
  used: number
  on: string
  how: ReadingWay
}

/** How the amount of a bill was reckoned, as it is kept with it. */
export type MadeOf =
  | { basis: 'area' | 'unit' | 'space'; quantity: number; parts: Part[] }
  | { basis: 'meter'; kind: MeterKind; meters: CountedMeter[]; used: number; rate: number; tiers: Tier[] }
  | { basis: 'shared'; text: string; key: ShareKey; costFen: number; weight: number; of: number }
  | { basis: 'lines'; lines: { text: string; amountFen: number }[] }

/** 28, 29, 30 and 31 divide it: days of any month are whole numbers of these. */
export const MONTH = 377_580n
/** Rates are hundredths of a fen, percentages hundredths. */
const UNIT = 10_000n * MONTH
/** Areas are square centimetres, ten thousand to the square metre. */
const AREA = 10_000n * UNIT
/** What meters count are thousandths, rates hundredths of a fen. */
const COUNTED = 100_000n

const weightOf = ({ months, days, of, rate, percent }: Part) =>
  BigInt(rate) * BigInt(percent) * (months ? BigInt(months) * MONTH : (BigInt(days!) * MONTH) / BigInt(of!))

/** What each tier costs: the first from nothing, each other from where it begins. */
export function countedByTier(used: number, rate: number, tiers: readonly Tier[]): { used: number; rate: number }[] {
  const steps = [{ above: 0, rate }, ...[...tiers].sort((a, b) => a.above - b.above)]
  return steps
    .map((step, index) => ({ rate: step.rate, used: Math.min(used, steps[index + 1]?.above ?? Infinity) - step.above }))
    .filter((step) => step.used > 0)
}

const sum = (weights: readonly bigint[]) => weights.reduce((total, weight) => total + weight, 0n)

/** Each part of a bill in fen; they add up to its amount, which is the exact sum, rounded once. */
export function fenOfParts(madeOf: Exclude<MadeOf, { basis: 'shared' }>): number[] {
  switch (madeOf.basis) {
    case 'lines':
      return madeOf.lines.map(({ amountFen }) => amountFen)
    case 'meter': {
      const weights = countedByTier(madeOf.used, madeOf.rate, madeOf.tiers).map(({ used, rate }) => BigInt(used) * BigInt(rate))
      return allot(nearest(sum(weights), COUNTED), weights).map(Number)
    }
    default: {
      const weights = madeOf.parts.map((part) => BigInt(madeOf.quantity) * weightOf(part))
      return allot(nearest(sum(weights), madeOf.basis === 'area' ? AREA : UNIT), weights).map(Number)
    }
  }
}

/** The amount of a bill that is reckoned from itself alone; a share of a cost depends on all others too. */
export const amountOf = (madeOf: Exclude<MadeOf, { basis: 'shared' }>): number =>
  fenOfParts(madeOf).reduce((total, fen) => total + fen, 0)

/** Shares of a cost, in the order of the weights given. */
export const sharesOf = (costFen: number, weights: readonly number[]): number[] =>
  allot(BigInt(costFen), weights.map(BigInt)).map(Number)
