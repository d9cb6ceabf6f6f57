import { describe, expect, it } from '@jest/globals'
import { partsOf, scopeWords } from './post-parts.ts'

const post = {
  postId: 'p1',
  postName: '保洁员',
  scope: 'community' as const,
  communityId: 'garden',
  communityName: '一诺花园',
  regionId: null,
  regionName: null,
  buildings: [],
  description: {
    name: '保洁员',
    duties: '公共区域保洁。',
    work: '1. 清扫楼道。\n\n2. 清运垃圾。',
    authority: '',
    responsibility: ' ',
    qualification: '身体健康。',
    certificates: [],
    answersFor: [],
  },
}

describe('my post', () => {
  it('[PER-01] says how far it reaches', () => {
    expect(scopeWords(post)).toBe('一诺花园')
    expect(scopeWords({ ...post, buildings: [{ id: 'b1', name: '1号楼' }] })).toBe('一诺花园 1号楼')
    expect(scopeWords({ ...post, scope: 'region', regionName: '城东' })).toBe('城东')
    expect(scopeWords({ ...post, scope: 'company' })).toBe('全公司')
  })

  it('[PER-01] shows what was written, line by line', () => {
    expect(partsOf(post.description)).toEqual([
      { title: '工作内容', lines: ['1. 清扫楼道。', '2. 清运垃圾。'] },
      { title: '任职资格', lines: ['身体健康。'] },
    ])
  })
})
