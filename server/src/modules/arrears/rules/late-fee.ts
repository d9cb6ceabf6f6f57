import { DateTime } from 'luxon'

/** What a contract says of a charge that is paid late. */
export interface LateFeeTerms {
  /** Of what is owed, so many hundred thousandths a day. */
  rate: number
  /** It counts from the day after so many days have gone by since the due day. */
  graceDays: number
  /** At most so many percent of the bill. */
  capPercent: number
}

/** Money that came in for a bill, or went back (below 0), on a day. */
export interface Movement {
  on: string
  fen: number
}

export interface LateBill {
  /** What is asked for, less what was waived. */
  amountFen: number
  dueOn: string
  movements: readonly Movement[]
}

/** Days in a row on which the same was owed. */
export interface OwedSpan {
  from: string
  to: string
  days: number
  owedFen: number
}

export interface LateFee {
  feeFen: number
  capped: boolean
  spans: OwedSpan[]
}

const PER_DAY = 100_000n
const at = (day: string) => DateTime.fromISO(day, { zone: 'utc' })
const plus = (day: string, days: number) => at(day).plus({ days }).toISODate()!
const daysFrom = (from: string, to: string) => Math.round(at(to).diff(at(from), 'days').days) + 1

/**
 * Simple, never on itself: each day at whose end something is still owed costs so much of what is owed. The day of a payment
 * therefore costs nothing. Parts of a fen are dropped, once, at the end.
 */
export function lateFee(terms: LateFeeTerms, bill: LateBill, until: string): LateFee {
  const spans = owedSpans(bill, plus(bill.dueOn, terms.graceDays + 1), until)
  const owedDays = spans.reduce((sum, { owedFen, days }) => sum + BigInt(owedFen) * BigInt(days), 0n)
  const whole = (owedDays * BigInt(terms.rate)) / PER_DAY
  const most = (BigInt(bill.amountFen) * BigInt(terms.capPercent)) / 100n
  return { feeFen: Number(whole > most ? most : whole), capped: whole > most, spans }
}

function owedSpans({ amountFen, movements }: LateBill, from: string, until: string): OwedSpan[] {
  if (from > until) return []
  const paidBy = (day: string) => movements.reduce((sum, { on, fen }) => (on <= day ? sum + fen : sum), 0)
  const changes = [...new Set(movements.map(({ on }) => on))].filter((on) => on > from && on <= until).sort()
  return [from, ...changes]
    .map((begins, place) => {
      const next = changes[place]
      const to = next ? plus(next, -1) : until
      return { from: begins, to, days: daysFrom(begins, to), owedFen: Math.max(0, amountFen - paidBy(begins)) }
    })
    .filter(({ owedFen }) => owedFen > 0)
}

const yuan = (fen: number) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** How it was reckoned, as a household reads it. */
export function formulaOf(terms: LateFeeTerms, { feeFen, capped, spans }: LateFee): string {
  if (spans.length === 0) return '还没有开始计算'
  const each = spans.map(({ owedFen, days }) => `${yuan(owedFen)} 元 × ${days} 天`)
  const sum = each.length > 1 ? `（${each.join(' + ')}）` : each[0]!
  const limit = capped ? `，按账单金额的 ${terms.capPercent}% 封顶` : ''
  return `${sum} × 每天 ${terms.rate}/100000${limit} = ${yuan(feeFen)} 元`
}
