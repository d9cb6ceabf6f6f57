import type { Clock } from '../state/clock.ts'
import { WechatError } from '../wechat-error.ts'

/** Calls per minute, as WeChat limits them. */
export class CallQuotas {
  #clock: Clock
  #perMinute: Readonly<Record<string, number>>
  #minute = 0
  #counts = new Map<string, number>()

  constructor(clock: Clock, perMinute: Readonly<Record<string, number>>) {
    this.#clock = clock
    this.#perMinute = perMinute
  }

  countEndpoint(endpoint: string): void {
    const limit = this.#perMinute[endpoint]
    if (limit !== undefined) this.count(endpoint, limit, 45009)
  }

  count(name: string, limit: number, errcode: number): void {
    const minute = Math.floor(this.#clock.now() / 60_000)
    if (minute !== this.#minute) {
      this.#minute = minute
      this.#counts.clear()
    }
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    if (count > limit) throw new WechatError(errcode)
  }
}
