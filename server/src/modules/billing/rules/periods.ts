import type { ChargeCycle } from '@yinuo/contracts'
import { lastOfMonth, plusMonths } from './days.ts'
import type { Span } from './parts.ts'

export const monthsOfCycle: Readonly<Record<ChargeCycle, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The period of a charge in which a day lies: months, quarters and half-years of the calendar. */
export function periodOf(cycle: ChargeCycle, day: string): Span {
  const months = monthsOfCycle[cycle]
  const month = Number(day.slice(5, 7)) - 1
  const from = plusMonths(day, -(month % months))
  return { from, to: lastOfMonth(plusMonths(from, months - 1)) }
}
