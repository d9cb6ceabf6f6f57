import type { Permission } from '@yinuo/contracts'
import type { CallerRule } from '../../../platform/http/called-by.ts'
import { livesIn, type Caller, type CallerPost } from './caller.ts'

/**
 * What a post limited to some buildings can give: what is about things that lie in a building. Everything else is about the
 * whole community, and such a post does not reach it.
 */
const withinBuildings: ReadonlySet<Permission> = new Set<Permission>([
  'repairs.read',
  'repairs.report',
  'repairs.dispatch',
  'repairs.work',
  'repairs.supervise',
  'arrears.read',
  'arrears.remind',
  'archive.read',
  'archive.edit',
  'archive.unmask',
  'lists.export',
  'applications.review',
  'codes.read',
  'codes.issue',
  'people.read',
  'standards.read',
  'documents.read',
  'visits.read',
  'visits.make',
])

export function givenBy(permissions: readonly Permission[], buildingIds: readonly string[] | null): Permission[] {
  return buildingIds === null ? [...permissions] : permissions.filter((permission) => withinBuildings.has(permission))
}

/**
 * The buildings a route shows the caller, and the communities it shows them whole: by the posts that let them in. Residents
 * are never limited.
 * @returns undefined where nothing is limited
 */
export function groundsOf(caller: Caller, rules: readonly CallerRule[], communities: readonly string[]): string[] | undefined {
  if (rules.includes('anyone') || rules.includes('signed-in')) return undefined
  const posts = caller.staff?.posts ?? []
  if (!posts.some((post) => post.buildingIds !== null)) return undefined
  return communities.flatMap((communityId) => {
    const here = posts.filter((post) => post.communityId === communityId)
    const asResident = rules.includes('resident') && (here.length === 0 || livesIn(caller, communityId))
    return asResident
      ? [communityId]
      : groundIn(
          communityId,
          here.filter((post) => rules.some((rule) => letsIn(post, rule))),
        )
  })
}

/** The same for one permission: communities held whole, and single buildings. */
export function groundsWith(caller: Caller, permission: Permission): string[] {
  const posts = caller.staff?.posts.filter((post) => post.permissions.includes(permission)) ?? []
  const byCommunity = Map.groupBy(posts, (post) => post.communityId)
  return [...byCommunity].flatMap(([communityId, here]) => groundIn(communityId, here))
}

function groundIn(communityId: string, posts: readonly CallerPost[]): string[] {
  if (posts.some((post) => post.buildingIds === null)) return [communityId]
  return [...new Set(posts.flatMap((post) => post.buildingIds!))]
}

function letsIn(post: CallerPost, rule: CallerRule): boolean {
  return rule === 'staff' || (typeof rule === 'object' && post.permissions.includes(rule.permission as Permission))
}
