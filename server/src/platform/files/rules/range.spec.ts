import { describe, expect, it } from '@jest/globals'
import { rangeIn } from './range.ts'

describe('the part of a file a player asks for', () => {
  it.each([
    ['bytes=0-99', { from: 0, to: 99 }],
    ['bytes=900-', { from: 900, to: 999 }],
    ['bytes=-100', { from: 900, to: 999 }],
    ['bytes=-5000', { from: 0, to: 999 }],
    ['bytes=990-5000', { from: 990, to: 999 }],
  ])('%s', (header, range) => expect(rangeIn(header, 1000)).toEqual(range))

  it.each([undefined, '', 'bytes=-', 'items=0-1', 'bytes=0-1,5-6', 'bytes=a-b'])('is all of it for %j', (header) =>
    expect(rangeIn(header, 1000)).toBeNull(),
  )

  it.each(['bytes=1000-', 'bytes=50-40', 'bytes=-0'])('cannot be had for %s', (header) => {
    expect(rangeIn(header, 1000)).toBe('unsatisfiable')
  })
})
