import { Clock } from '../src/platform/clock/index.ts'

/** A clock that stands still until a test moves it, also backwards. Saturday noon in Shanghai unless told otherwise. */
export class TestClock extends Clock {
  #now = new Date('2026-11-21T04:00:00Z')

  override now(): Date {
    return new Date(this.#now)
  }

  set(instant: string): void {
    this.#now = new Date(instant)
  }

  advance({
    days = 0,
    hours = 0,
    minutes = 0,
    seconds = 0,
  }: {
    days?: number
    hours?: number
    minutes?: number
    seconds?: number
  }): void {
    this.#now = new Date(this.#now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
  }
}
