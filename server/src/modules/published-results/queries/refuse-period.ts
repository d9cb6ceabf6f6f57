import { ProblemError } from '../../../platform/http/index.ts'
import { faultOf, type Period } from '../rules/index.ts'

/** @throws ProblemError VALIDATION_FAILED when the last day is before the first, or more than a year after it. */
export function refusePeriod(period: Period): void {
  const message = faultOf(period)
  if (message) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'lastDay', message }])
}
