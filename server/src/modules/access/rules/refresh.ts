const GRACE = 30_000

/** A refresh token as it is found. */
export interface FoundRefresh {
  usedAt: Date | null
  /** Whether the token that replaced it was used as well. */
  isOutrun: boolean
  sessionEndsAt: Date
  revokedAt: Date | null
}

/**
 * What a refresh token is worth.
 * - `rotate`: the one in hand; it is replaced
 * - `repeat`: used a moment ago, and what it was replaced by is still unused: the answer was lost, and is given again
 * - `stolen`: used before. Two hold it, and one of them has no right to it
 * - `over`: its session has ended
 */
export function judgeRefresh(found: FoundRefresh, now: Date): 'rotate' | 'repeat' | 'stolen' | 'over' {
  if (found.revokedAt !== null || found.sessionEndsAt <= now) return 'over'
  if (found.usedAt === null) return 'rotate'
  const isLate = now.getTime() - found.usedAt.getTime() > GRACE
  return isLate || found.isOutrun ? 'stolen' : 'repeat'
}
