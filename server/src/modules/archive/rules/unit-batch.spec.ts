import { describe, expect, it } from '@jest/globals'
import { faultOfBatch, roomsOf, type BatchPattern } from './unit-batch.ts'

const pattern = (change: Partial<BatchPattern> = {}): BatchPattern => ({
  floorFrom: 1,
  floorUntil: 2,
  roomFrom: 1,
  roomUntil: 2,
  numbering: 'floor-room',
  ...change,
})
const numbers = (change: Partial<BatchPattern>) => roomsOf(pattern(change)).map(({ number }) => number)

describe('the rooms of an entrance', () => {
  it('follow floor by floor', () => {
    expect(roomsOf(pattern())).toEqual([
      { floor: 1, number: '101' },
      { floor: 1, number: '102' },
      { floor: 2, number: '201' },
      { floor: 2, number: '202' },
    ])
  })

  it('are numbered as the house does it', () => {
    expect(numbers({ floorFrom: 6, floorUntil: 6, numbering: 'long-floor-room' })).toEqual(['0601', '0602'])
    expect(numbers({ floorFrom: 16, floorUntil: 16, numbering: 'long-floor-room' })).toEqual(['1601', '1602'])
    expect(numbers({ floorFrom: 6, floorUntil: 6, numbering: 'floor-letter' })).toEqual(['6A', '6B'])
  })

  it('leave out floor 0 and call basements B', () => {
    expect(numbers({ floorFrom: -1, floorUntil: 1, roomUntil: 1 })).toEqual(['B101', '101'])
  })
})

describe('a pattern of rooms', () => {
  it('is refused when it runs backwards, goes beyond Z, names only floor 0 or gives too many', () => {
    expect(faultOfBatch(pattern({ floorFrom: 3 }))?.field).toBe('floorUntil')
    expect(faultOfBatch(pattern({ roomFrom: 3 }))?.field).toBe('roomUntil')
    expect(faultOfBatch(pattern({ roomUntil: 27, numbering: 'floor-letter' }))?.field).toBe('roomUntil')
    expect(faultOfBatch(pattern({ floorFrom: 0, floorUntil: 0 }))?.field).toBe('floorFrom')
    expect(faultOfBatch(pattern({ floorUntil: 30, roomUntil: 99 }))?.message).toContain('2970')
  })

  it('is taken when it gives rooms', () => {
    expect(faultOfBatch(pattern({ floorUntil: 20, roomUntil: 99 }))).toBeNull()
  })
})
