import { createHmac, timingSafeEqual } from 'node:crypto'

export type Variant = 'original' | 'thumbnail'

/** A link opens its file for a quarter of an hour at most. */
const LIVES_SECONDS = 15 * 60
/** Links made within the same five minutes are equal, so a list that refreshes itself does not load its pictures again. */
const STEP_SECONDS = 5 * 60

export interface LinkParts {
  communityId: string
  fileId: string
  variant: Variant
  /** The session it was made for, with which it ends; null: made for a machine. */
  session: string | null
  /** seconds since 1970 */
  expires: number
}

export function expiryOf(now: Date): number {
  const seconds = Math.floor(now.getTime() / 1000)
  return Math.floor((seconds + LIVES_SECONDS) / STEP_SECONDS) * STEP_SECONDS
}

export function signatureOf(key: string, { communityId, fileId, variant, session, expires }: LinkParts): string {
  return createHmac('sha256', key)
    .update(`file\n${communityId}\n${fileId}\n${variant}\n${session ?? ''}\n${expires}`)
    .digest('base64url')
}

/** Whether the signature is ours, compared in a time that tells nothing about where it differs. */
export function isSigned(key: string, parts: LinkParts, signature: string): boolean {
  const expected = Buffer.from(signatureOf(key, parts))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export function isExpired(parts: LinkParts, now: Date): boolean {
  return parts.expires * 1000 <= now.getTime()
}
