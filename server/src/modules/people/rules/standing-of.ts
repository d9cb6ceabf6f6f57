import { permissionsIn, type Caller } from '../../access/rules/index.ts'
import type { StandingByCommunity } from './may-give.ts'

/** What the caller holds in each community they hold a post in. */
export function standingOf(caller: Caller): StandingByCommunity {
  const posts = caller.staff?.posts ?? []
  const headOffice = new Set(
    posts
      .filter((post) => post.code === 'head-office' && post.permissions.includes('people.edit'))
      .map((post) => post.communityId),
  )
  const communities = [...new Set(posts.map((post) => post.communityId))]
  return new Map(
    communities.map((id) => [id, { permissions: permissionsIn(caller, id), isHeadOffice: headOffice.has(id) }] as const),
  )
}
