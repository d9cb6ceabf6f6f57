import { describe, expect, it } from '@jest/globals'
import type { ImportCounts } from '@yinuo/contracts'
import { differencesIn, sentenceOfCounts } from './batch-words.ts'

const nothing: ImportCounts = {
  buildingsAdded: 0,
  unitsAdded: 0,
  unitsChanged: 0,
  unitsUnchanged: 0,
  residentsAdded: 0,
  residentsUnchanged: 0,
  residenciesAdded: 0,
  residenciesChanged: 0,
  residenciesUnchanged: 0,
  spacesAdded: 0,
  vehiclesAdded: 0,
}

describe('what an import does', () => {
  it('is one sentence of what is new and what changes', () => {
    expect(sentenceOfCounts({ ...nothing, buildingsAdded: 2, unitsAdded: 1200, unitsChanged: 3, residentsUnchanged: 9 })).toBe(
      '新增楼栋 2、房屋 1,200；更新房屋 3',
    )
    expect(sentenceOfCounts({ ...nothing, unitsUnchanged: 10 })).toBe('与现有档案完全一致，没有变动')
  })

  it('tells where it came out otherwise than foretold', () => {
    const expected = { ...nothing, unitsAdded: 10, residenciesChanged: 1 }
    expect(differencesIn({ expected, counts: expected })).toEqual([])
    expect(differencesIn({ expected, counts: { ...nothing, unitsAdded: 8, unitsUnchanged: 2, residenciesChanged: 1 } })).toEqual([
      '新增房屋：检查时 10，实际 8',
    ])
  })
})
