import { describe, expect, it } from '@jest/globals'
import { figureWords } from './figure-words.ts'

describe('the figures of a change', () => {
  it('[IMP-04] are said before and after', () => {
    expect(figureWords({ figureBefore: 6, figureAfter: 0.5 })).toBe('同样的问题每 30 天 6 件 → 0.5 件')
  })

  it('[IMP-04] are not said until they are measured', () => {
    expect(figureWords({ figureBefore: null, figureAfter: null })).toBeNull()
  })
})
