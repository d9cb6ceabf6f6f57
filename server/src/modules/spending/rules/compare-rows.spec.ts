import { describe, expect, it } from '@jest/globals'
import { newAmong, type RecordKey } from './index.ts'

const rent: RecordKey = {
  side: 'income',
  fund: 'common-income',
  category: 'premises',
  amountFen: 5_000,
  account: 'cash',
  text: '会议室',
  happenedOn: '2026-10-08',
  supplierId: null,
  reference: '',
}

describe('rows that stand in the register', () => {
  it('are counted: the same twice is new once when it was entered once', () => {
    expect(newAmong([rent, rent], [])).toHaveLength(2)
    expect(newAmong([rent, rent], [{ ...rent, count: 1 }])).toHaveLength(1)
    expect(newAmong([rent, rent], [{ ...rent, count: 3 }])).toEqual([])
  })

  it('are others when anything of them differs', () => {
    const others = [
      { ...rent, amountFen: 5_001 },
      { ...rent, reference: 'A1' },
      { ...rent, happenedOn: '2026-10-09' },
    ]
    expect(newAmong(others, [{ ...rent, count: 9 }])).toEqual(others)
  })
})
