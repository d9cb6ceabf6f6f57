import { randomBytes } from 'node:crypto'
import type { Clock } from '../state/clock.ts'
import { WechatError } from '../wechat-error.ts'

export type CodePurpose = 'login' | 'phone-number'

interface OneTimeCode {
  code: string
  purpose: CodePurpose
  phoneId: string
  appId: string
  expiresAt: number
  usedAt: number | null
}

/** wx.login's and getPhoneNumber's codes: each lives five minutes, works once, and not for the other purpose. */
export class OneTimeCodes {
  #clock: Clock
  #lifeMs: number
  #codes = new Map<string, OneTimeCode>()

  constructor(clock: Clock, lifeSeconds: number) {
    this.#clock = clock
    this.#lifeMs = lifeSeconds * 1000
  }

  issue(purpose: CodePurpose, phoneId: string, appId: string): string {
    this.#forgetOld()
    const code = purpose === 'login' ? `0${randomBytes(24).toString('base64url')}`.slice(0, 32) : randomBytes(32).toString('hex')
    this.#codes.set(code, { code, purpose, phoneId, appId, expiresAt: this.#clock.now() + this.#lifeMs, usedAt: null })
    return code
  }

  redeem(purpose: CodePurpose, code: string, appId: string): string {
    const known = this.#codes.get(code)
    if (!known || known.purpose !== purpose) throw new WechatError(40029)
    if (purpose === 'phone-number' && known.appId !== appId) throw new WechatError(40013)
    if (known.usedAt !== null) throw new WechatError(purpose === 'login' ? 40163 : 40029)
    if (known.expiresAt <= this.#clock.now()) throw new WechatError(40029)
    known.usedAt = this.#clock.now()
    return known.phoneId
  }

  /** Looks without using up, so that a quota or a block is answered before the code is spent. */
  ownerOf(code: string): string | undefined {
    return this.#codes.get(code)?.phoneId
  }

  snapshot(): OneTimeCode[] {
    return [...this.#codes.values()]
  }

  restore(written: OneTimeCode[]): void {
    for (const code of written) this.#codes.set(code.code, code)
  }

  #forgetOld(): void {
    const longAgo = this.#clock.now() - 24 * 3600_000
    for (const [key, code] of this.#codes) if (code.expiresAt < longAgo) this.#codes.delete(key)
  }
}
