import type { Clock } from '../state/clock.ts'

/** The time of WeChat Pay: the sandbox's own, or that of a test which moves it by hand. */
export class PayClock {
  readonly #clock: Clock
  #followed: (() => number) | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  readonly now = (): number => (this.#followed ?? (() => this.#clock.now()))()

  /** From now on it is as late as somebody else says; nothing then happens merely because time goes by. */
  follow(now: () => number): void {
    this.#followed = now
  }

  get followed(): boolean {
    return this.#followed !== undefined
  }

  onAdvance(listener: () => void): void {
    this.#clock.onAdvance(listener)
  }
}
