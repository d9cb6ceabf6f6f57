/** Days of the calendar as yyyy-mm-dd, which sort as they follow. */
const DAY_MS = 86_400_000

const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10)

export const plusDays = (day: string, days: number) => dayAt(midnight(day) + days * DAY_MS)
/** How many days there are from one to the other, both counted. */
export const daysOf = (from: string, to: string) => (midnight(to) - midnight(from)) / DAY_MS + 1
export const firstOfMonth = (day: string) => `${day.slice(0, 8)}01`
export const lastOfMonth = (day: string) => plusDays(plusMonths(firstOfMonth(day), 1), -1)

/** The first day of the month so many months later. */
export function plusMonths(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return dayAt(Date.UTC(year, month - 1 + months, 1))
}

export const laterOf = (a: string, b: string | null | undefined) => (b && b > a ? b : a)
export const earlierOf = (a: string, b: string | null | undefined) => (b && b < a ? b : a)
