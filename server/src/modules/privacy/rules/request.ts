import { privacyTerms, type PrivacyRequestKind, type PrivacyRequestState } from '@yinuo/contracts'

const DAY = 86_400_000

export const daysAfter = (instant: Date, days: number) => new Date(instant.getTime() + days * DAY)

export interface NewRequest {
  state: PrivacyRequestState
  dueAt: Date
  effectiveAt: Date | null
}

/** How a request begins: a deletion cools off before it is done, an export is prepared at once. */
export function beginningOf(kind: PrivacyRequestKind, now: Date): NewRequest {
  const dueAt = daysAfter(now, privacyTerms.answerDays)
  return kind === 'deletion'
    ? { state: 'cooling', dueAt, effectiveAt: daysAfter(now, privacyTerms.coolingDays) }
    : { state: 'preparing', dueAt, effectiveAt: null }
}

const waiting: readonly PrivacyRequestState[] = ['preparing', 'cooling']

/** Late: the law's days are over and it is still to be answered. */
export const isLate = (state: PrivacyRequestState, dueAt: Date, now: Date) => waiting.includes(state) && dueAt < now
