const HOUR = 3_600_000

export type SessionClient = 'miniprogram' | 'console'

/** A phone belongs to one person; an office computer to whoever sits down at it. */
const hours: Record<SessionClient, number> = { miniprogram: 30 * 24, console: 12 }

export function sessionExpiresAt(client: SessionClient, now: Date): Date {
  return new Date(now.getTime() + hours[client] * HOUR)
}
