import { describe, expect, it } from '@jest/globals'
import { maskName, maskPhone, maskPhonesIn } from './mask.ts'

describe('masking', () => {
  it('hides the middle of a mobile and of a landline number', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('010-87654321')).toBe('010-****321')
  })

  it('hides most of a number of unknown shape', () => {
    expect(maskPhone('95598555')).toBe('95****55')
  })

  it('finds numbers inside a text and leaves other digits alone', () => {
    expect(maskPhonesIn('请打 13812345678，工单 20260301000000012')).toBe('请打 138****5678，工单 20260301000000012')
  })

  it('leaves the first character of a name, also of a rare one', () => {
    expect(maskName('林晓梅')).toBe('林**')
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskName('林')).toBe('林')
  })
})
