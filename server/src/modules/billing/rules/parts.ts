import { daysOf, earlierOf, firstOfMonth, lastOfMonth, laterOf, plusDays, plusMonths } from './days.ts'

/** A stretch of a period in which price and percentage are the same: whole months, or some days of one. */
export interface Part {
  from: string
  to: string
  months?: number
  days?: number
  /** how many days the month of `days` has */
  of?: number
  /** 1/10 000 yuan for one of the basis and a month */
  rate: number
  /** what is to be paid of it: 100 where nothing is taken off */
  percent: number
}

export interface Price {
  validFrom: string
  rate: number
}

export interface Relief {
  from: string
  /** null: until further notice */
  to: string | null
  /** so much is taken off */
  percent: number
}

export interface Span {
  from: string
  to: string
}

/** What a subject owes for, and when. */
export interface Liability {
  period: Span
  /** The first and the last day on which there is anything to pay: delivery of a home, tenure of a space. */
  since?: string | null
  until?: string | null
  prices: readonly Price[]
  reliefs: readonly Relief[]
}

/**
 * Cuts the days a subject pays for where a month, a price or a relief begins or ends. A month is 1, a day of it 1/28 … 1/31.
 * The same rule as SQL has for a whole community: queries/reckon.sql.ts.
 */
export function partsOf({ period, since, until, prices, reliefs }: Liability): Part[] {
  const from = laterOf(period.from, since)
  const to = earlierOf(period.to, until)
  const parts: Part[] = []
  for (let month = firstOfMonth(from); month <= to; month = plusMonths(month, 1)) {
    const within = { from: laterOf(month, from), to: earlierOf(lastOfMonth(month), to) }
    parts.push(...joined(stretchesOf(within, prices, reliefs), () => true).map(partOf))
  }
  return joined(parts, (a, b) => a.months !== undefined && b.months !== undefined)
}

type Stretch = Pick<Part, 'from' | 'to' | 'rate' | 'percent'>

function stretchesOf({ from, to }: Span, prices: readonly Price[], reliefs: readonly Relief[]): Stretch[] {
  const begins = [
    from,
    ...prices.map(({ validFrom }) => validFrom),
    ...reliefs.flatMap((relief) => [relief.from, ...(relief.to ? [plusDays(relief.to, 1)] : [])]),
  ].filter((day) => day >= from && day <= to)
  const days = [...new Set(begins)].sort()
  return days.flatMap((day, index) => {
    const rate = rateOn(prices, day)
    if (rate === null) return []
    return [{ from: day, to: days[index + 1] ? plusDays(days[index + 1]!, -1) : to, rate, percent: percentOn(reliefs, day) }]
  })
}

export function rateOn(prices: readonly Price[], day: string): number | null {
  let found: Price | null = null
  for (const price of prices) if (price.validFrom <= day && (!found || price.validFrom > found.validFrom)) found = price
  return found && found.rate
}

const percentOn = (reliefs: readonly Relief[], day: string) =>
  100 - (reliefs.find(({ from, to }) => from <= day && (to === null || day <= to))?.percent ?? 0)

function partOf({ from, to, rate, percent }: Stretch): Part {
  const days = daysOf(from, to)
  const of = daysOf(firstOfMonth(from), lastOfMonth(from))
  return days === of ? { from, to, months: 1, rate, percent } : { from, to, days, of, rate, percent }
}

/** What goes on in the same way is told as one. */
function joined<Each extends Stretch & { months?: number }>(
  all: readonly Each[],
  mayJoin: (a: Each, b: Each) => boolean,
): Each[] {
  const done: Each[] = []
  for (const next of all) {
    const last = done.at(-1)
    const alike = last && last.rate === next.rate && last.percent === next.percent && plusDays(last.to, 1) === next.from
    if (!alike || !mayJoin(last, next)) done.push(next)
    else done[done.length - 1] = { ...last, to: next.to, ...(last.months && { months: last.months + next.months! }) }
  }
  return done
}
