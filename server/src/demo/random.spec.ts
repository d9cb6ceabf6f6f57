import { describe, expect, it } from '@jest/globals'
import { Random } from './random.ts'

const many = (draw: () => number) => Array.from({ length: 4000 }, draw)
const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length

describe('chance', () => {
  it('repeats itself under the same seed and not under another', () => {
    const draw = (seed: number) => {
      const random = new Random(seed)
      return Array.from({ length: 5 }, () => random.next())
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('is spread evenly from 0 to 1', () => {
    const random = new Random(1)
    const numbers = many(() => random.next())
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(mean(numbers)).toBeCloseTo(0.5, 1)
  })

  it('takes each key as often as its weight says', () => {
    const random = new Random(2)
    expect(mean(many(() => (random.weighted({ often: 3, seldom: 1 }) === 'often' ? 1 : 0)))).toBeCloseTo(0.75, 1)
  })

  it('draws durations around their median', () => {
    const random = new Random(3)
    const sorted = many(() => random.logNormal(40, 0.6)).sort((a, b) => a - b)
    expect(sorted[2000]).toBeGreaterThan(36)
    expect(sorted[2000]).toBeLessThan(44)
  })

  it('makes ids that sort by their instant', () => {
    const random = new Random(4)
    const earlier = random.id(new Date('2026-01-01T00:00:00Z'))
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(earlier < random.id(new Date('2026-01-01T00:00:00.001Z'))).toBe(true)
  })
})
