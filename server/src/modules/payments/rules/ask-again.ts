const SECOND = 1_000
/** Soon at first, because the phone may have lost its way back to us; then less and less often. */
const WAITS = [10, 20, 40, 60, 120, 300, 600, 1800, 3600].map((seconds) => seconds * SECOND)

/** When WeChat is asked again after so many times. */
export const askAgainAt = (asked: number, now: Date): Date => new Date(now.getTime() + WAITS[Math.min(asked, WAITS.length - 1)]!)

/** An order is asked about at the latest when it can no longer be paid. */
export function askOrderAt(asked: number, now: Date, expiresAt: Date): Date {
  const usual = askAgainAt(asked, now)
  return now < expiresAt && usual > expiresAt ? expiresAt : usual
}

/** How long an order can be paid. */
export const ORDER_LIVES_MS = 15 * 60 * SECOND

/** WeChat takes refunds of one order a minute apart. */
export const REFUNDS_APART_MS = 61 * SECOND
