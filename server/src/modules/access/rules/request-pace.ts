const MINUTE = 60_000

/**
 * Lets `perMinute` requests through at once and refills evenly: each request books its share of a minute, and who has
 * booked a whole minute ahead must wait.
 * @param bookedUntil up to when earlier requests of the same asker have booked, in milliseconds
 */
export function bookRequest(
  bookedUntil: number | undefined,
  perMinute: number,
  now: number,
): { bookedUntil: number } | { retryAfterSeconds: number } {
  const share = MINUTE / perMinute
  // A clock put back must not keep anybody waiting longer than a minute's booking does.
  const from = Math.min(Math.max(bookedUntil ?? now, now), now + MINUTE)
  const tooEarlyBy = from + share - (now + MINUTE)
  return tooEarlyBy > 0.001 ? { retryAfterSeconds: Math.ceil(tooEarlyBy / 1000) } : { bookedUntil: from + share }
}
