/** The sandbox's own time: real time plus what a test has advanced. */
export class Clock {
  #offsetMs = 0
  #listeners: (() => void)[] = []

  now(): number {
    return Date.now() + this.#offsetMs
  }

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  iso(): string {
    return new Date(this.now()).toISOString()
  }

  advance(ms: number): void {
    this.#offsetMs += ms
    for (const listener of this.#listeners) listener()
  }

  aheadMs(): number {
    return this.#offsetMs
  }

  backToNow(): void {
    this.#offsetMs = 0
  }

  onAdvance(listener: () => void): void {
    this.#listeners.push(listener)
  }
}

/** WeChat counts days in Beijing time. */
export function beijingDay(ms: number): string {
  return new Date(ms + 8 * 3600_000).toISOString().slice(0, 10)
}
