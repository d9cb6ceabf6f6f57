import { moneyLimits } from '@yinuo/contracts'
import { ProblemError } from '../../../platform/http/index.ts'
import { plusMonths } from './days.ts'

/** Bills are made for two years back, and a few months ahead. */
export const monthsOpen = (today: string) => ({
  earliest: plusMonths(today, -24).slice(0, 7),
  latest: plusMonths(today, moneyLimits.monthsAhead).slice(0, 7),
})

export function refuseFar(month: string, today: string): void {
  const { earliest, latest } = monthsOpen(today)
  if (month < earliest || month > latest) throw new ProblemError('RUN_FAR', { from: earliest, until: latest })
}
