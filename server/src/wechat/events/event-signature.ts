import { createHash, timingSafeEqual } from 'node:crypto'

/** What WeChat puts into the query of everything it sends to us. */
export interface SignedQuery {
  signature: string
  timestamp: string
  nonce: string
}

const WITHIN_MS = 5 * 60_000

/**
 * Whether WeChat made this call, and lately. A repetition within these minutes passes, so what follows must bear being
 * done twice - WeChat itself repeats an event that was not answered in time.
 */
export function isFromWechat(query: SignedQuery, messageToken: string, now: Date): boolean {
  const sentAt = /^\d{1,12}$/.test(query.timestamp) ? Number(query.timestamp) * 1000 : NaN
  if (!(Math.abs(now.getTime() - sentAt) <= WITHIN_MS)) return false
  const expected = createHash('sha1').update([messageToken, query.timestamp, query.nonce].sort().join('')).digest()
  const given = /^[0-9a-f]{40}$/i.test(query.signature) ? Buffer.from(query.signature, 'hex') : Buffer.alloc(20)
  return timingSafeEqual(given, expected)
}
