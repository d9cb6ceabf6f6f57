import { describe, expect, it } from '@jest/globals'
import { samplesSentence } from './samples-sentence.ts'

describe('the sentence above the samples', () => {
  it('says how many passed and how many still wait', () => {
    expect(samplesSentence([{ result: 'passed' }, { result: 'failed' }, { result: 'pending' }])).toBe(
      '已检查 2 件，合格 1 件，1 件待检查',
    )
    expect(samplesSentence([{ result: 'pending' }])).toBe('已抽取 1 件，都还没有检查')
    expect(samplesSentence([])).toContain('随机抽取')
  })
})
