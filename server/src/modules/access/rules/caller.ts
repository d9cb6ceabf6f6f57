import type { Permission, PropertyType, ResidencyRole } from '@yinuo/contracts'

export interface CallerHome {
  communityId: string
  communityName: string
  companyId: string
  propertyType: PropertyType
  hotline: string
  unitId: string
  unitLabel: string
  residentId: string
  residentName: string
  role: ResidencyRole
  validUntil: string | null
}

/** A post as it is held in one community. */
export interface CallerPost {
  communityId: string
  communityName: string
  propertyType: PropertyType
  code: string
  name: string
  permissions: Permission[]
  /** The buildings it reaches; null: the whole community. */
  buildingIds: string[] | null
}

/**
 * The person behind a session, with everything their homes and posts give them at this moment. On a route of one community
 * the posts are those held there.
 */
export interface Caller {
  sessionId: string
  /** Whether it was written down lately that the session is in use. */
  seenLately: boolean
  account: { id: string; openid: string; name: string | null; phone: string | null; elderMode: boolean } | null
  homes: CallerHome[]
  staff: {
    id: string
    companyId: string
    companyName: string
    name: string
    accountId: string | null
    totpEnrolled: boolean
    onDutyIn: string[]
    posts: CallerPost[]
  } | null
  /**
   * Communities of homes and posts, and of applications that are pending or were refused to somebody who never lived there:
   * what their own lists may reach.
   */
  reach: string[]
}

/**
 * Whether one of the caller's posts in the community gives the permission.
 * @param buildingId asks of something that lies in this building, null: in none; left out: of anything there
 */
export function holds(caller: Caller, communityId: string, permission: Permission, buildingId?: string | null): boolean {
  return permissionsIn(caller, communityId, buildingId).has(permission)
}

export function permissionsIn(caller: Caller, communityId: string, buildingId?: string | null): Set<Permission> {
  const posts = caller.staff?.posts.filter((post) => post.communityId === communityId && reaches(post, buildingId)) ?? []
  return new Set(posts.flatMap((post) => post.permissions))
}

function reaches({ buildingIds }: CallerPost, buildingId: string | null | undefined): boolean {
  if (buildingIds === null || buildingId === undefined) return true
  return buildingId !== null && buildingIds.includes(buildingId)
}

/** The communities in which the caller's posts give the permission. */
export function communitiesWith(caller: Caller, permission: Permission): string[] {
  const posts = caller.staff?.posts ?? []
  return [...new Set(posts.filter((post) => post.permissions.includes(permission)).map((post) => post.communityId))]
}

export function livesIn(caller: Caller, communityId: string): boolean {
  return caller.homes.some((home) => home.communityId === communityId)
}
