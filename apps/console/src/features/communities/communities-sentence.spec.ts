import { describe, expect, it } from '@jest/globals'
import type { CommunitySummary } from '@yinuo/contracts'
import { communitiesSentence, found } from './communities-sentence.ts'

const community = (name: string, rest: Partial<CommunitySummary> = {}): CommunitySummary => ({
  id: name,
  name,
  propertyType: 'residential',
  address: '学府路 8 号',
  hotline: '010-88886666',
  regionId: null,
  regionName: null,
  openRepairs: 2,
  lateRepairs: 0,
  ...rest,
})

describe('all communities', () => {
  it('are summed up in a sentence that names the worst', () => {
    expect(communitiesSentence([community('花园'), community('广场')])).toBe('2 个小区，未结报修 4 件，没有超时。')
    expect(communitiesSentence([community('花园', { lateRepairs: 1 }), community('广场', { lateRepairs: 3 })])).toBe(
      '2 个小区，未结报修 4 件；2 个小区有 4 件超时，广场最多。',
    )
  })

  it('are told apart where only one is late', () => {
    expect(communitiesSentence([community('花园', { lateRepairs: 1 }), community('广场')])).toBe(
      '2 个小区，未结报修 4 件；只有花园有 1 件超时。',
    )
  })

  it('are found by name, address or hotline, within a type and a region', () => {
    const all = [community('花园'), community('广场', { propertyType: 'commercial', regionId: 'north' })]
    const names = (wanted: Parameters<typeof found>[1]) => found(all, wanted).map(({ name }) => name)
    expect(names({ text: '' })).toEqual(['花园', '广场'])
    expect(names({ text: ' 花 ' })).toEqual(['花园'])
    expect(names({ text: '8888' })).toEqual(['花园', '广场'])
    expect(names({ text: '', type: 'commercial' })).toEqual(['广场'])
    expect(names({ text: '', regionId: 'north' })).toEqual(['广场'])
  })
})
