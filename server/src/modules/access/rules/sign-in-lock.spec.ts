import { describe, expect, it } from '@jest/globals'
import { mustWaitMilliseconds, withAnotherTry, type Attempts } from './sign-in-lock.ts'

const start = new Date('2026-03-02T01:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const failed = (times: number): Attempts => ({ failures: times, lastFailedAt: start })

describe('the sign-in lock', () => {
  it('lets five wrong tries pass', () => {
    let attempts: Attempts | null = null
    for (let tries = 0; tries < 5; tries++) {
      expect(mustWaitMilliseconds(attempts, start)).toBe(0)
      attempts = withAnotherTry(attempts, start)
    }
    expect(mustWaitMilliseconds(attempts, start)).toBe(60_000)
  })

  it.each([
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 15],
    [400, 15],
  ])('after %i failures asks for %i minutes', (failures, minutes) => {
    expect(mustWaitMilliseconds(failed(failures), start)).toBe(minutes * 60_000)
    expect(mustWaitMilliseconds(failed(failures), later(minutes))).toBe(0)
  })

  it('forgets after twelve quiet hours', () => {
    expect(withAnotherTry(failed(9), later(12 * 60)).failures).toBe(1)
    expect(withAnotherTry(failed(9), later(12 * 60 - 1)).failures).toBe(10)
  })
})
