import type { CounterWay, EntryKind } from '@yinuo/contracts'
import { counterWays } from '@yinuo/contracts'

/** A payment or refund at the counter, as it stands in the books. */
export interface TillEntry {
  entryId: string
  kind: Extract<EntryKind, 'payment' | 'refund'>
  way: CounterWay
  amountFen: number
}

export interface WaySum {
  way: CounterWay
  taken: number
  takenFen: number
  refunded: number
  refundedFen: number
}

export interface Pieces {
  fen: number
  pieces: number
}

export const sumsOf = (entries: readonly TillEntry[]): WaySum[] =>
  counterWays.map((way) => {
    const [taken, refunded] = (['payment', 'refund'] as const).map((kind) =>
      entries.filter((entry) => entry.way === way && entry.kind === kind).map(({ amountFen }) => amountFen),
    ) as [number[], number[]]
    return {
      way,
      taken: taken.length,
      takenFen: total(taken),
      refunded: refunded.length,
      refundedFen: total(refunded),
    }
  })

/** The cash that ought to be in the till. */
export function expectedCash(openingFen: number, sums: readonly WaySum[]): number {
  const cash = sums.find(({ way }) => way === 'cash')!
  return openingFen + cash.takenFen - cash.refundedFen
}

export const countedCash = (counted: readonly Pieces[]): number => total(counted.map(({ fen, pieces }) => fen * pieces))

const total = (amounts: readonly number[]) => amounts.reduce((sum, fen) => sum + fen, 0)
