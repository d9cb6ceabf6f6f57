const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Wrong tries anybody may make before waiting. */
const FREE_TRIES = 5
const LONGEST_WAIT = 15 * MINUTE
const FORGOTTEN_AFTER = 12 * HOUR

export interface Attempts {
  failures: number
  lastFailedAt: Date
}

/** How long a login must wait at an address; each further failure doubles the wait. Zero: it may try now. */
export function mustWaitMilliseconds(attempts: Attempts | null, now: Date): number {
  if (!attempts || attempts.failures < FREE_TRIES) return 0
  const wait = Math.min(MINUTE * 2 ** (attempts.failures - FREE_TRIES), LONGEST_WAIT)
  return Math.max(0, attempts.lastFailedAt.getTime() + wait - now.getTime())
}

/** A try counts as failed from its start until it is known to be right, so parallel guesses gain nothing. */
export function withAnotherTry(attempts: Attempts | null, now: Date): Attempts {
  const isForgotten = attempts === null || now.getTime() - attempts.lastFailedAt.getTime() >= FORGOTTEN_AFTER
  return { failures: isForgotten ? 1 : attempts.failures + 1, lastFailedAt: now }
}
