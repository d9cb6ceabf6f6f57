import { PayError } from './pay-error.ts'

/** 150 refunds a second of a merchant, and six refused ones: who keeps asking wrongly is slowed down. */
export class RefundRates {
  #second = 0
  #asked = new Map<string, number>()
  #refused = new Map<string, number>()

  countAsked(mchid: string): void {
    // Counted by the clock on the wall: a test's clock that stands still must not refuse.
    const second = Math.floor(performance.now() / 1000)
    if (second !== this.#second) {
      this.#second = second
      this.#asked.clear()
      this.#refused.clear()
    }
    if (added(this.#asked, mchid) > 150 || (this.#refused.get(mchid) ?? 0) >= 6) throw new PayError('FREQUENCY_LIMITED')
  }

  countRefused(mchid: string): void {
    added(this.#refused, mchid)
  }
}

function added(counts: Map<string, number>, mchid: string): number {
  const count = (counts.get(mchid) ?? 0) + 1
  counts.set(mchid, count)
  return count
}
