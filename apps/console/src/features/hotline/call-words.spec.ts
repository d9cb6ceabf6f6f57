import { describe, expect, it } from '@jest/globals'
import { aboutOf, stateOf } from './call-words.ts'

describe('a call in words', () => {
  it('is about what it became', () => {
    expect(aboutOf({ kind: 'repair', category: 'taps', sort: null })).toBe('龙头洁具')
    expect(aboutOf({ kind: 'complaint', category: 'noise', sort: 'suggestion' })).toBe('建议 · 噪音扰民')
    expect(aboutOf({ kind: 'consultation', category: 'consultation', sort: null })).toBe('咨询')
  })

  it('stands where that stands', () => {
    expect(stateOf({ kind: 'repair', state: 'working' })).toBe('处理中')
    expect(stateOf({ kind: 'complaint', state: 'registered' })).toBe('待分派')
    expect(stateOf({ kind: 'consultation', state: 'closed' })).toBe('已答复')
  })
})
