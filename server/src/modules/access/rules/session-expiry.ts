import type { SessionClient } from '@yinuo/contracts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * `quiet`: how long a session may lie unused; each refresh begins it anew. A phone belongs to one person, an office computer
 * to whoever sits down at it. `longest`: no refreshing leads beyond it.
 */
const terms: Record<SessionClient, { token: number; quiet: number; longest: number }> = {
  miniprogram: { token: 2 * HOUR, quiet: 30 * 24 * HOUR, longest: 365 * 24 * HOUR },
  console: { token: 30 * MINUTE, quiet: 12 * HOUR, longest: 7 * 24 * HOUR },
}

export interface SessionTerm {
  tokenExpiresAt: Date
  expiresAt: Date
}

/** Until when a token given out now is good, and the session that renews it. */
export function sessionTerm(client: SessionClient, now: Date, since: Date = now): SessionTerm {
  const { token, quiet, longest } = terms[client]
  const expiresAt = new Date(Math.min(now.getTime() + quiet, since.getTime() + longest))
  return { expiresAt, tokenExpiresAt: new Date(Math.min(now.getTime() + token, expiresAt.getTime())) }
}
