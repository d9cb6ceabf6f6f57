import type { HeldPost, Me, Permission } from '@yinuo/contracts'

/** The posts somebody holds in a community. */
export function postsIn(me: Pick<Me, 'staff'> | null, communityId: string): HeldPost[] {
  return me?.staff?.posts.filter((post) => post.communityIds.includes(communityId)) ?? []
}

/** What those posts allow there. */
export function permissionsIn(me: Pick<Me, 'staff'> | null, communityId: string): Permission[] {
  return [...new Set(postsIn(me, communityId).flatMap((post) => post.permissions))]
}
