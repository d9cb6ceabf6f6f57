import { describe, expect, it } from '@jest/globals'
import { bookRequest } from './request-pace.ts'

const start = 1_772_413_200_000

/** How many of `count` requests in one instant get through. */
function burst(count: number, perMinute: number, now: number, bookedUntil?: number) {
  let through = 0
  let booked = bookedUntil
  for (let turn = 0; turn < count; turn++) {
    const answer = bookRequest(booked, perMinute, now)
    if ('retryAfterSeconds' in answer) return { through, booked, retryAfterSeconds: answer.retryAfterSeconds }
    through++
    booked = answer.bookedUntil
  }
  return { through, booked, retryAfterSeconds: 0 }
}

describe('the pace of requests', () => {
  it.each([1, 7, 60, 600, 3000])('lets %i at once through and no more', (perMinute) => {
    expect(burst(perMinute + 5, perMinute, start).through).toBe(perMinute)
  })

  it('says when to come back, and means it', () => {
    const first = burst(100, 60, start)
    expect(first.retryAfterSeconds).toBe(1)
    expect(burst(100, 60, start + 1000, first.booked).through).toBe(1)
    expect(burst(100, 60, start + 60_000, first.booked).through).toBe(60)
  })

  it('forgives a clock that runs backwards', () => {
    const { booked } = burst(10, 60, start)
    expect(burst(100, 60, start - 5000, booked).through).toBe(45)
  })
})
