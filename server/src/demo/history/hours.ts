import type { Random } from '../random.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR

export const after = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

export function hourOf(at: Date): number {
  return ((at.getTime() + SHANGHAI) % DAY) / HOUR
}

export function startOfDay(at: Date): Date {
  return new Date(Math.floor((at.getTime() + SHANGHAI) / DAY) * DAY - SHANGHAI)
}

/** 1 Monday … 7 Sunday, in Shanghai. */
export function weekdayOf(at: Date): number {
  return ((Math.floor((at.getTime() + SHANGHAI) / DAY) + 3) % 7) + 1
}

/** The same instant if people are about then, else some time next morning. */
export function whenAwake(random: Random, at: Date, from = 8, until = 21.5): Date {
  const hour = hourOf(at)
  if (hour >= from && hour < until) return at
  const morning = after(startOfDay(at), (hour < from ? from : from + 24) * HOUR)
  return after(morning, random.between(2, 70) * MINUTE)
}

const hourWeights = [1, 0.6, 0.4, 0.3, 0.4, 0.9, 2.5, 6, 10, 11, 9.5, 7, 5, 5, 6.5, 7, 7, 7.5, 9, 10.5, 9, 6, 3.5, 2]

/** An instant of that day at which people report things: mornings and evenings most. */
export function reportingInstant(random: Random, day: Date): Date {
  const hour = Number(random.weighted(Object.fromEntries(hourWeights.map((weight, each) => [each, weight]))))
  return after(day, hour * HOUR + random.between(0, HOUR))
}
