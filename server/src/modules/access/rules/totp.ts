import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** Codes of the step before and after are taken too: clocks of phones drift. */
const DRIFT_STEPS = 1

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an authenticator app reads from the QR code. */
export function totpUri(secret: string, login: string): string {
  return new TOTP({ issuer: '一诺物业', label: login, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS }).toString()
}

/** The time step a code belongs to, or null when it is wrong. A step once used must not be taken again. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const drift = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
    timestamp,
    window: DRIFT_STEPS,
  })
  return drift === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + drift
}
