import type { PostHeld, StaffPost } from '@yinuo/contracts'

/** How far a held post reaches, in words. */
export function scopeWords({ scope, communityName, regionName, buildings }: StaffPost): string {
  if (scope === 'company') return '全公司'
  if (scope === 'region') return regionName ?? '区域'
  const within = buildings.map(({ name }) => name).join('、')
  return within ? `${communityName} ${within}` : (communityName ?? '小区')
}

/** A held post as seen from a community: just its name where it is held for all of it. */
export function postWordsIn(communityId: string, post: StaffPost): string {
  const isJustHere = post.communityId === communityId && post.buildings.length === 0
  return isJustHere ? post.postName : `${post.postName}（${scopeWords(post)}）`
}

/** A held post as a draft names it. */
export const heldOf = ({ postId, scope, communityId, regionId, buildings }: StaffPost): PostHeld => ({
  postId,
  scope,
  ...(communityId && { communityId, buildingIds: buildings.map(({ id }) => id) }),
  ...(regionId && { regionId }),
})

/** What a form holds, without what belongs to another scope: the fields of a scope left behind are kept while typing. */
export const sentOf = ({ postId, scope, communityId, buildingIds, regionId }: PostHeld): PostHeld => ({
  postId,
  scope,
  ...(scope === 'community' && { communityId, buildingIds: buildingIds ?? [] }),
  ...(scope === 'region' && { regionId }),
})
