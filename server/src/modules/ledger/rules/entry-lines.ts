import type { Fund, LedgerAccount, LedgerSide, PublishedSide } from '@yinuo/contracts'

/** One line of an entry. `amountFen` is a whole number above 0; which way it goes is said by `side` alone. */
export interface EntryLine {
  account: LedgerAccount
  side: LedgerSide
  amountFen: number
  /** Whose money it is; needed where the line is published. */
  fund?: Fund
  /** The name of a charge, or a category of spending or income. */
  category?: string
  text?: string
  unitId?: string
  billId?: string
  paymentId?: string
  /** What it counts as in a disclosure; left out where money only moves inside the books. */
  publishedAs?: PublishedSide
}

/** Lines of nothing fall away, so that who posts need not ask whether there was a part of each sort. */
export const withoutNothing = (lines: readonly EntryLine[]): EntryLine[] => lines.filter(({ amountFen }) => amountFen !== 0)

/** An entry whose debits and credits differ is a fault of the program, and nothing of it may be written. */
export function assertBalanced(lines: readonly EntryLine[]): void {
  if (lines.length < 2) throw new Error('an entry has two lines at least')
  let debits = 0
  let credits = 0
  for (const { amountFen, side, publishedAs, fund } of lines) {
    if (!Number.isSafeInteger(amountFen) || amountFen <= 0) throw new Error(`a line of ${amountFen} fen`)
    if (publishedAs && !fund) throw new Error('a published line says whose money it is')
    if (side === 'debit') debits += amountFen
    else credits += amountFen
  }
  if (debits !== credits) throw new Error(`debits of ${debits} fen against credits of ${credits} fen`)
}

/** The same lines the other way round, as an entry that reverses needs them. */
export const turned = (lines: readonly EntryLine[]): EntryLine[] =>
  lines.map((line) => ({ ...line, side: line.side === 'debit' ? 'credit' : 'debit' }))
