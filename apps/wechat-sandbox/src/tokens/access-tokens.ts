import { randomBytes } from 'node:crypto'
import { beijingDay } from '../state/clock.ts'
import type { Clock } from '../state/clock.ts'
import { WechatError } from '../wechat-error.ts'

interface AccessToken {
  token: string
  issuedAt: number
  expiresAt: number
}

const renewBeforeMs = 5 * 60_000
const forcedPerDay = 20
const forcedApartMs = 30_000

/** stable_token: the same token for everybody who asks, renewed shortly before its end while the old one still works. */
export class AccessTokens {
  #clock: Clock
  #lifeMs: number
  #current: AccessToken | undefined
  #previous: AccessToken | undefined
  #ended: string[] = []
  #forcedAt: number[] = []

  constructor(clock: Clock, lifeSeconds: number) {
    this.#clock = clock
    this.#lifeMs = lifeSeconds * 1000
  }

  stable(): { access_token: string; expires_in: number } {
    const now = this.#clock.now()
    // A test life of seconds keeps the proportions of the real one.
    const renewBefore = Math.min(renewBeforeMs, this.#lifeMs / 4)
    if (!this.#current || this.#current.expiresAt - renewBefore <= now) this.#current = this.#renewed(now)
    return answerAt(now, this.#current)
  }

  /** Kills the old token at once. */
  forced(): { access_token: string; expires_in: number } {
    const now = this.#clock.now()
    this.#forcedAt = this.#forcedAt.filter((at) => beijingDay(at) === beijingDay(now))
    const last = this.#forcedAt.at(-1)
    if (last !== undefined && now - last < forcedApartMs) throw new WechatError(45011)
    if (this.#forcedAt.length >= forcedPerDay) throw new WechatError(45009)
    this.#forcedAt.push(now)
    this.revoke()
    this.#current = this.#renewed(now)
    return answerAt(now, this.#current)
  }

  check(token: string | undefined): void {
    if (!token) throw new WechatError(41001)
    const known = [this.#current, this.#previous].find((candidate) => candidate?.token === token)
    if (known) {
      if (known.expiresAt > this.#clock.now()) return
      throw new WechatError(42001)
    }
    throw new WechatError(this.#ended.includes(token) ? 42001 : 40001)
  }

  /** As if somebody else had forced a new one: what clients hold is answered with 40001. */
  revoke(): void {
    this.#current = undefined
    this.#previous = undefined
  }

  view(): { current: AccessToken | null; previous: AccessToken | null; forcedToday: number } {
    return { current: this.#current ?? null, previous: this.#previous ?? null, forcedToday: this.#forcedAt.length }
  }

  snapshot(): unknown {
    return { current: this.#current, previous: this.#previous, ended: this.#ended, forcedAt: this.#forcedAt }
  }

  restore(written: { current?: AccessToken; previous?: AccessToken; ended: string[]; forcedAt: number[] }): void {
    this.#current = written.current
    this.#previous = written.previous
    this.#ended = written.ended
    this.#forcedAt = written.forcedAt
  }

  #renewed(now: number): AccessToken {
    if (this.#previous) this.#ended = [...this.#ended, this.#previous.token].slice(-20)
    this.#previous = this.#current
    const token = `${Math.floor(now / 1000) % 100}_${randomBytes(96).toString('base64url')}`
    return { token, issuedAt: now, expiresAt: now + this.#lifeMs }
  }
}

function answerAt(now: number, { token, expiresAt }: AccessToken): { access_token: string; expires_in: number } {
  return { access_token: token, expires_in: Math.max(1, Math.floor((expiresAt - now) / 1000)) }
}
