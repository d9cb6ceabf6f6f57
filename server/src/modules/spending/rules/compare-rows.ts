import type { RecordedSum } from './entry-of-record.ts'

/** What makes two records the same: everything a sheet says of them. */
export interface RecordKey extends RecordedSum {
  happenedOn: string
  supplierId: string | null
  reference: string
}

const keyOf = ({ side, fund, category, amountFen, happenedOn, account, supplierId, reference, text }: RecordKey) =>
  JSON.stringify([side, fund, category, amountFen, happenedOn, account, supplierId, reference, text])

/**
 * Which rows of a sheet do not stand in the register yet. Of rows that are all alike as many are new as the sheet has more of
 * them than the register.
 */
export function newAmong<Row extends RecordKey>(rows: readonly Row[], known: readonly (RecordKey & { count: number })[]): Row[] {
  const left = new Map(known.map((record) => [keyOf(record), record.count]))
  return rows.filter((row) => {
    const key = keyOf(row)
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
}
