import { randomUUID } from 'node:crypto'
import type { Calls } from '../calls/calls.ts'
import type { Faults } from '../faults/faults.ts'
import { payTime } from './answers.ts'
import type { Merchant, Merchants } from './merchants.ts'
import type { PayClock } from './pay-clock.ts'
import type { PlatformKeys } from './platform-keys.ts'
import { lines, newNonce, sealed, signatureOf } from './signing.ts'

export interface News {
  eventType: 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS' | 'REFUND.ABNORMAL' | 'REFUND.CLOSED'
  summary: string
  original: 'transaction' | 'refund'
  resource: Record<string, unknown>
  url: string
}

export interface Notice {
  id: string
  mchid: string
  eventType: string
  about: string
  url: string
  body: string
  attempts: number
  /** it waits until another notice has gone */
  behindNext: boolean
  dueAt: number
  state: 'waiting' | 'taken' | 'given up' | 'dropped'
  answers: string[]
}

export interface NoticeRequest {
  url: string
  headers: Record<string, string>
  body: string
}

const answerWithinMs = 5_000
/** Seconds from one attempt to the next, for twenty-four hours. */
export const retrySchedule = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600]
const kept = 2_000

/** What WeChat Pay tells merchants on its own: sealed, signed, and again until it is taken. */
export class Notices {
  readonly #clock: PayClock
  readonly #merchants: Merchants
  readonly #keys: PlatformKeys
  readonly #faults: Faults
  readonly #calls: Calls
  readonly #inFlight = new Set<Promise<void>>()
  readonly #stopped = new AbortController()
  #notices: Notice[] = []
  #timer: NodeJS.Timeout | undefined
  #server: string | undefined
  #pace = 1

  constructor(clock: PayClock, merchants: Merchants, keys: PlatformKeys, faults: Faults, calls: Calls) {
    this.#clock = clock
    this.#merchants = merchants
    this.#keys = keys
    this.#faults = faults
    this.#calls = calls
    clock.onAdvance(() => this.#run())
  }

  /** Where the server on this machine listens, whatever name the notice's address gives it. */
  connect(serverUrl: string): void {
    this.#server = new URL(serverUrl).origin
  }

  /** 1 is WeChat's own schedule; 0.001 makes a day of it into a minute and a half. */
  setPace(pace: number): void {
    this.#pace = pace
  }

  tell(merchant: Merchant, news: News): void {
    const fault = this.#faults.take(`notice/${news.eventType}`)
    const notice = this.make(merchant, fault?.kind === 'wrong-amount' ? withWrongAmount(news) : news)
    this.#notices.push(notice)
    if (fault?.kind === 'drop') notice.state = 'dropped'
    if (fault?.kind === 'slow') notice.dueAt += fault.delayMs ?? 3_000
    if (fault?.kind === 'after-next') notice.behindNext = true
    if (fault?.kind === 'twice') this.#notices.push({ ...notice, answers: [] })
    if (fault?.kind === 'probe') this.#follow(this.#probe(notice))
    if (this.#notices.length > kept) this.#notices = this.#notices.filter(({ state }) => state === 'waiting')
    this.#run()
  }

  /** A notice as it would be told, to be sent by hand. */
  make(merchant: Merchant, { eventType, summary, original, resource, url }: News): Notice {
    const now = this.#clock.now()
    const id = randomUUID()
    const body = JSON.stringify({
      id,
      create_time: payTime(now),
      resource_type: 'encrypt-resource',
      event_type: eventType,
      summary,
      resource: { original_type: original, ...sealed(JSON.stringify(resource), original, merchant.apiV3Key) },
    })
    const about = String(resource.out_refund_no ?? resource.out_trade_no)
    const { mchid } = merchant
    const fresh = { attempts: 0, behindNext: false, dueAt: now, state: 'waiting' as const, answers: [] }
    return { id, mchid, eventType, about, url, body, ...fresh }
  }

  /** The request of one attempt, signed now by the key the merchant is due. */
  requestOf({ mchid, url, body }: Notice): NoticeRequest {
    const merchant = this.#merchants.byId(mchid) as Merchant
    const { serial, privateKeyPem } = this.#keys.signerFor(merchant, 'notice')
    const timestamp = String(Math.floor(this.#clock.now() / 1000))
    const nonce = newNonce()
    return {
      url: this.#reachable(url),
      headers: {
        accept: '*/*',
        'content-type': 'application/json',
        'user-agent': 'Mozilla/4.0',
        'wechatpay-nonce': nonce,
        'wechatpay-serial': serial,
        'wechatpay-signature': signatureOf(lines(timestamp, nonce, body), privateKeyPem),
        'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
        'wechatpay-timestamp': timestamp,
      },
      body,
    }
  }

  /** Tells again what was told: nobody at WeChat promises that a notice comes once. */
  again(about: string): number {
    const told = this.#notices.filter((notice) => notice.about === about)
    for (const notice of told) {
      if (notice.state === 'waiting') notice.dueAt = this.#clock.now()
      else this.#notices.push({ ...notice, attempts: 0, dueAt: this.#clock.now(), state: 'waiting', answers: [] })
    }
    this.#run()
    return told.length
  }

  /** Sends a notice with a signature that is none, as WeChat does to see who checks. @returns the status it was answered with */
  async probe(about: string): Promise<number | null> {
    const notice = this.#notices.findLast((each) => each.about === about)
    return notice ? this.#probe(notice) : null
  }

  /** Settles when all that is due has been answered. */
  async delivered(): Promise<void> {
    this.#run()
    while (this.#inFlight.size > 0) {
      await Promise.all(this.#inFlight)
      this.#run()
    }
  }

  all(): Notice[] {
    return this.#notices
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#stopped.abort()
  }

  snapshot(): Notice[] {
    return this.#notices.slice(-200)
  }

  restore(written: Notice[]): void {
    this.#notices = written
    this.#run()
  }

  #run(): void {
    if (this.#stopped.signal.aborted) return
    const now = this.#clock.now()
    for (const notice of this.#notices) {
      if (notice.state !== 'waiting' || notice.behindNext || notice.dueAt > now) continue
      // Not due again before this attempt is over.
      notice.dueAt = Number.MAX_SAFE_INTEGER
      this.#follow(this.#attempt(notice))
    }
    clearTimeout(this.#timer)
    const next = Math.min(
      ...this.#notices.filter(({ state, behindNext }) => state === 'waiting' && !behindNext).map(({ dueAt }) => dueAt),
    )
    if (!this.#clock.followed && next < now + 2 ** 31) this.#timer = setTimeout(() => this.#run(), next - now).unref()
  }

  #follow(attempt: Promise<unknown>): void {
    const followed = attempt.then(
      () => undefined,
      () => undefined,
    )
    this.#inFlight.add(followed)
    void followed.then(() => this.#inFlight.delete(followed))
  }

  async #attempt(notice: Notice): Promise<void> {
    const { status, text } = await this.#send(this.requestOf(notice), notice.eventType)
    notice.attempts += 1
    notice.answers.push(`${status} ${text.slice(0, 200)}`.trim())
    const wait = retrySchedule[notice.attempts - 1]
    if (status === 200 || status === 204) notice.state = 'taken'
    else if (wait === undefined) notice.state = 'given up'
    else notice.dueAt = this.#clock.now() + wait * 1000 * this.#pace
    for (const held of this.#notices) if (held !== notice) held.behindNext = false
    this.#run()
  }

  async #probe(notice: Notice): Promise<number> {
    const { url, headers, body } = this.requestOf(notice)
    const signature = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`
    const probe = { url, headers: { ...headers, 'wechatpay-signature': signature }, body }
    return (await this.#send(probe, 'SIGNTEST')).status
  }

  async #send({ url, headers, body }: NoticeRequest, name: string): Promise<{ status: number; text: string }> {
    const started = performance.now()
    const signal = AbortSignal.any([AbortSignal.timeout(answerWithinMs), this.#stopped.signal])
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch((error: Error) => ({ status: 0, text: error.message }))
    this.#calls.recordOutgoing(name, { url }, `${answer.status} ${answer.text}`, performance.now() - started, 'notice')
    return answer
  }

  #reachable(url: string): string {
    const { pathname, protocol } = new URL(url)
    return this.#server && protocol === 'http:' ? `${this.#server}${pathname}` : url
  }
}

function withWrongAmount(news: News): News {
  const amount = news.resource.amount as Record<string, number>
  return { ...news, resource: { ...news.resource, amount: { ...amount, total: (amount.total ?? 0) + 1 } } }
}
