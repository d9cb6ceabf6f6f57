import { moneyLimits } from '@yinuo/contracts'
import { plusMonths } from './days.ts'

/** Bills are made for two years back, and a few months ahead. */
export const monthsOpen = (today: string) => ({
  earliest: plusMonths(today, -24).slice(0, 7),
  latest: plusMonths(today, moneyLimits.monthsAhead).slice(0, 7),
})
