import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../platform/clock/index.ts'
import { callWechat, type Picture, type WechatServer } from '../client/call-wechat.ts'
import { unavailable } from '../client/wechat-error.ts'
import type { KeptToken, TokenStore } from './token-store.ts'

export interface Account {
  appId: string
  appSecret: string
}

const ENDPOINT = '/cgi-bin/stable_token'
const RENEW_AHEAD_MS = 5 * 60_000
const LOOK_AGAIN_AFTER_MS = 40
/** As long as another replica may hold the lease. */
const PATIENCE_MS = 16_000

/**
 * The account's access token (wechat.md A1.2): one for all replicas, renewed ahead by one of them while the others go on
 * with the old one, which WeChat accepts for five more minutes.
 */
export class AccessTokens {
  readonly #store: TokenStore
  readonly #clock: Clock
  readonly #server: WechatServer
  readonly #account: Account
  #known: KeptToken | null = null
  #obtaining: Promise<KeptToken> | null = null

  constructor(store: TokenStore, clock: Clock, server: WechatServer, account: Account) {
    this.#store = store
    this.#clock = clock
    this.#server = server
    this.#account = account
  }

  async current(): Promise<string> {
    if (this.#known && this.#isFresh(this.#known)) return this.#known.token
    return (await this.#obtain(null)).token
  }

  /** Another token than the one WeChat just refused: a replica's newer one, else WeChat's. */
  async insteadOf(refused: string): Promise<string> {
    return (await this.#obtain(refused)).token
  }

  async #obtain(refused: string | null): Promise<KeptToken> {
    for (;;) {
      const joined = this.#obtaining !== null
      this.#obtaining ??= this.#find(refused).finally(() => (this.#obtaining = null))
      const found = await this.#obtaining
      this.#known = found
      if (!joined || found.token !== refused) return found
    }
  }

  async #find(refused: string | null): Promise<KeptToken> {
    const startedAt = performance.now()
    while (performance.now() - startedAt < PATIENCE_MS) {
      const kept = await this.#store.read()
      const usable = kept && kept.token !== refused && kept.expiresAt > this.#clock.now() ? kept : null
      if (usable && this.#isFresh(usable)) return usable
      if (await this.#store.claim()) return this.#renew(refused)
      if (usable) return usable
      await pause(LOOK_AGAIN_AFTER_MS)
    }
    throw unavailable(ENDPOINT, 'another replica did not finish renewing the token', false)
  }

  async #renew(refused: string | null): Promise<KeptToken> {
    // Between our look and our lease another replica may have renewed it.
    const kept = await this.#store.read()
    const usable = kept && kept.token !== refused && kept.expiresAt > this.#clock.now() ? kept : null
    try {
      if (usable && this.#isFresh(usable)) {
        await this.#store.release()
        return usable
      }
      const renewed = await this.#fetch()
      await this.#store.keep(renewed)
      return renewed
    } catch (error) {
      await this.#store.release().catch(() => undefined)
      if (usable) return usable
      throw error
    }
  }

  async #fetch(): Promise<KeptToken> {
    const { appId, appSecret } = this.#account
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret }
    const answer = await callWechat(this.#server, { endpoint: ENDPOINT, body }).catch(
      (error: Error & { mayHaveHappened?: boolean }) => {
        // Whatever became of the token, the call it was wanted for has not been made.
        throw error.mayHaveHappened ? unavailable(ENDPOINT, error.message, false) : error
      },
    )
    const { access_token: token, expires_in: seconds } = answer as Exclude<typeof answer, Picture>
    if (typeof token !== 'string' || typeof seconds !== 'number') throw unavailable(ENDPOINT, 'an answer without a token', false)
    const renewedAt = this.#clock.now()
    return { token, renewedAt, expiresAt: new Date(renewedAt.getTime() + seconds * 1000) }
  }

  #isFresh({ renewedAt, expiresAt }: KeptToken): boolean {
    const ahead = Math.min(RENEW_AHEAD_MS, (expiresAt.getTime() - renewedAt.getTime()) / 4)
    return expiresAt.getTime() - this.#clock.now().getTime() > ahead
  }
}
