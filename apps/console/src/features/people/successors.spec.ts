import { describe, expect, it } from '@jest/globals'
import type { OwedGroup } from '@yinuo/contracts'
import { allTo, takersOfAll } from './successors.ts'

const group = (category: string, ...names: string[]): OwedGroup => ({
  kind: 'repair',
  communityId: 'garden',
  communityName: '一诺花园',
  category,
  categoryName: category,
  items: [],
  successors: names.map((name) => ({ id: name, name, onDuty: true, openWork: 0 })),
})

describe('one successor for everything', () => {
  it('[PER-01] is somebody able to take each group', () => {
    const groups = [group('taps', 'a', 'b'), group('power', 'b', 'c')]
    expect(takersOfAll(groups).map(({ id }) => id)).toEqual(['b'])
    expect(takersOfAll([])).toEqual([])
    expect(allTo(groups, 'b')).toEqual({ 'repair garden taps': 'b', 'repair garden power': 'b' })
  })
})
