import { describe, expect, it } from '@jest/globals'
import { byBuilding, weekWords, wishWords } from './visit-words.ts'

describe('a visit in words', () => {
  it('names its week by the Monday and what was wished', () => {
    expect(weekWords('2026-11-23')).toBe('11月23日那周')
    expect(wishWords({ wish: 'telephone', time: 'evening', note: null })).toBe('电话 · 晚上')
    expect(wishWords({ wish: 'none', time: null, note: null })).toBe('这次不用回访')
  })

  it('stands under its building, in the order one walks', () => {
    const rows = ['1号楼', '1号楼', '2号楼'].map((buildingName, id) => ({ buildingName, id }))
    expect(byBuilding(rows).map(({ name, rows: homes }) => [name, homes.length])).toEqual([
      ['1号楼', 2],
      ['2号楼', 1],
    ])
  })
})
