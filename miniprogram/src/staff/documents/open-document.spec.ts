import { describe, expect, it } from '@jest/globals'
import { dayWords, howToOpen } from './open-document.ts'

describe('a document on the phone', () => {
  it('[ORG-06] is opened as its kind is', () => {
    expect(['png', 'pdf', 'docx', 'csv'].map(howToOpen)).toEqual(['picture', 'pdf', 'docx', null])
  })

  it('[ORG-06] says the day that comes first', () => {
    expect(dayWords({ validUntil: '2027-01-01', reviewBy: '2026-12-01' })).toBe('2026-12-01 复核')
    expect(dayWords({ validUntil: null, reviewBy: null })).toBe('')
  })
})
