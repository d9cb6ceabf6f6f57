import { ProblemError } from '../../../platform/http/index.ts'
import { monthsOpen } from '../rules/index.ts'

/** @throws ProblemError RUN_FAR for a month that bills are not made for. */
export function refuseFar(month: string, today: string): void {
  const { earliest, latest } = monthsOpen(today)
  if (month < earliest || month > latest) throw new ProblemError('RUN_FAR', { from: earliest, until: latest })
}
