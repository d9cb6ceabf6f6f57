import { describe, expect, it } from '@jest/globals'
import type { StaffPost } from '@yinuo/contracts'
import { heldOf, postWordsIn, sentOf } from './post-words.ts'

const post = (more: Partial<StaffPost>): StaffPost => ({
  postId: 'p1',
  postName: '保洁员',
  scope: 'community',
  communityId: 'garden',
  communityName: '一诺花园',
  regionId: null,
  regionName: null,
  buildings: [],
  ...more,
})

describe('a held post', () => {
  it('[ORG-05] says how far it reaches unless it is just here', () => {
    const one = post({ buildings: [{ id: 'b1', name: '1号楼' }] })
    const wide = post({ scope: 'company', communityId: null, communityName: null })
    expect([post({}), one, wide].map((each) => postWordsIn('garden', each))).toEqual([
      '保洁员',
      '保洁员（一诺花园 1号楼）',
      '保洁员（全公司）',
    ])
    expect(postWordsIn('plaza', post({}))).toBe('保洁员（一诺花园）')
  })

  it('[ORG-05] is sent with what belongs to its scope and nothing else', () => {
    expect(heldOf(post({ buildings: [{ id: 'b1', name: '1号楼' }] }))).toEqual({
      postId: 'p1',
      scope: 'community',
      communityId: 'garden',
      buildingIds: ['b1'],
    })
    const changed = { postId: 'p1', scope: 'company' as const, communityId: 'garden', buildingIds: ['b1'], regionId: 'r1' }
    expect(sentOf(changed)).toEqual({ postId: 'p1', scope: 'company' })
    expect(sentOf({ ...changed, scope: 'region' })).toEqual({ postId: 'p1', scope: 'region', regionId: 'r1' })
  })
})
