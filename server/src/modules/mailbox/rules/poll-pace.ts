const MINUTE_MS = 60_000
const LONGEST_MINUTES = 15

/** Every minute; a server that does not answer is left alone for longer and longer, up to a quarter of an hour. */
export function nextPollAt(now: Date, failures: number): Date {
  const minutes = failures === 0 ? 1 : Math.min(LONGEST_MINUTES, 2 ** (failures - 1))
  return new Date(now.getTime() + minutes * MINUTE_MS)
}

/** Somebody who reads a mailbox and dies is replaced after that. */
export const leaseUntil = (now: Date): Date => new Date(now.getTime() + 10 * MINUTE_MS)
