import { describe, expect, it } from '@jest/globals'
import { filtersOf, searchOf, wordsOf } from './archive-filters.ts'

describe('the filters of the archive', () => {
  it('stand in the address and come back from it', () => {
    const filters = {
      query: '3-2-601',
      buildingId: 'b',
      use: 'shop',
      state: 'let',
      role: 'tenant',
      withoutResidents: true,
    } as const
    expect(filtersOf(new URLSearchParams(searchOf(filters)))).toEqual(filters)
    expect(searchOf({})).toEqual({})
  })

  it('are nothing where the address says nonsense', () => {
    expect(filtersOf(new URLSearchParams('state=burning&use=&role=king&empty=yes&query=%20'))).toEqual({})
  })

  it('are said in words, beside the search and the state', () => {
    expect(wordsOf({ query: '601', state: 'let', buildingId: 'b', role: 'tenant' }, '3号楼')).toEqual([
      { name: 'buildingId', word: '3号楼' },
      { name: 'role', word: '有租户' },
    ])
  })
})
