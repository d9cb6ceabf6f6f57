import { describe, expect, it } from '@jest/globals'
import { categoryWord, spokenMonth } from './words.ts'

describe('words of the books', () => {
  it('name a category of spending or income, and leave the name of a charge as it is', () => {
    expect([categoryWord('lift'), categoryWord('advertising'), categoryWord('物业费')]).toEqual(['电梯维保', '广告位', '物业费'])
  })

  it('say a month', () => {
    expect(spokenMonth('2026-09')).toBe('2026年9月')
  })
})
