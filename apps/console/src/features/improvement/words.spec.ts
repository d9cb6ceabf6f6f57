import { describe, expect, it } from '@jest/globals'
import { categoryWord, paretoSentence, placeWord } from './words.ts'

const cause = (name: string, cases: number, cumulative: number) => ({
  id: name,
  name,
  kind: 'repair' as const,
  category: null,
  retired: false,
  cases,
  share: 0,
  cumulative,
})

describe('words of causes', () => {
  it('say which few are behind most cases', () => {
    const causes = [cause('管道老化', 6, 60), cause('接头松动', 2, 80), cause('使用不当', 2, 100)]
    expect(paretoSentence({ named: 10, items: causes })).toBe('80% 的工单是因为“管道老化”、“接头松动”')
  })

  it('name three at most', () => {
    const causes = [30, 55, 70, 85, 100].map((cumulative, at) => cause(`原因${at + 1}`, 5 - at, cumulative))
    expect(paretoSentence({ named: 20, items: causes })).toBe('85% 的工单是因为“原因1”、“原因2”、“原因3”等 4 个原因')
  })

  it('say so when there is one or none', () => {
    expect(paretoSentence({ named: 3, items: [cause('管道老化', 3, 100)] })).toBe('3 件都是因为“管道老化”')
    expect(paretoSentence({ named: 0, items: [] })).toBe('这段时间还没有注明原因的工单')
  })

  it('name categories and places', () => {
    expect([categoryWord('repair', 'lift'), categoryWord('complaint', 'noise'), categoryWord('repair', null)]).toEqual([
      '电梯故障',
      '噪音扰民',
      '通用',
    ])
    expect(placeWord({ rule: 'cause', placeLabel: '' })).toBe('全小区')
    expect(placeWord({ rule: 'building', placeLabel: '3号楼' })).toBe('3号楼')
  })
})
