import { describe, expect, it } from '@jest/globals'
import { dayText, sizeText } from './words.ts'

describe('what is said of a document', () => {
  it('its size', () => {
    expect([sizeText(3), sizeText(2048), sizeText(1_300_000)]).toEqual(['3 B', '2 KB', '1.2 MB'])
  })

  it('the day that comes first', () => {
    expect(dayText({ validUntil: '2027-01-01', reviewBy: '2026-12-01' })).toBe('2026-12-01 复核')
    expect(dayText({ validUntil: '2027-01-01', reviewBy: null })).toBe('有效期至 2027-01-01')
    expect(dayText({ validUntil: null, reviewBy: null })).toBe('长期有效')
  })
})
