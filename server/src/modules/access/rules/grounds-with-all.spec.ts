import { describe, expect, it } from '@jest/globals'
import type { Permission } from '@yinuo/contracts'
import type { Caller, CallerPost } from './caller.ts'
import { groundsWithAll } from './grounds-with-all.ts'

const post = (permissions: Permission[], buildingIds: string[] | null) =>
  ({ communityId: 'garden', permissions, buildingIds }) as CallerPost
const caller = (...posts: CallerPost[]) => ({ staff: { posts } }) as Caller

describe('where somebody holds several permissions at once', () => {
  it('is the whole community where each is held in the whole of it', () => {
    const somebody = caller(post(['archive.read'], null), post(['lists.export'], null))
    expect(groundsWithAll(somebody, 'garden', ['archive.read', 'lists.export'])).toEqual(['garden'])
  })
  it('is no more than the narrower of them', () => {
    const somebody = caller(post(['archive.read'], ['one', 'two']), post(['lists.export'], null))
    expect(groundsWithAll(somebody, 'garden', ['archive.read', 'lists.export'])).toEqual(['one', 'two'])
    expect(groundsWithAll(somebody, 'garden', ['lists.export', 'archive.read'])).toEqual(['one', 'two'])
  })
  it('is what two narrow ones share', () => {
    const somebody = caller(post(['archive.read'], ['one', 'two']), post(['lists.export'], ['two', 'three']))
    expect(groundsWithAll(somebody, 'garden', ['archive.read', 'lists.export'])).toEqual(['two'])
    expect(groundsWithAll(somebody, 'garden', ['archive.read', 'lists.export', 'people.read'])).toEqual([])
  })
})
