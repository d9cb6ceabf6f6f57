import type { Permission } from '@yinuo/contracts'

/** What one person's posts give them in one community. */
export interface Standing {
  permissions: ReadonlySet<Permission>
  isHeadOffice: boolean
}
export type StandingByCommunity = ReadonlyMap<string, Standing>

/** A post somebody holds, or is to hold, in a community. */
export interface HeldPost {
  communityId: string
  permissions: readonly Permission[]
}

/**
 * Nobody gives away what they do not hold: in that community they keep the people, and hold every permission of the
 * post themselves; who hands out work may appoint those who do it. Head office keeps the people of its communities
 * without doing their work.
 */
export function mayGive(mine: StandingByCommunity, { communityId, permissions }: HeldPost): boolean {
  const here = mine.get(communityId)
  if (!here?.permissions.has('people.edit')) return false
  return here.isHeadOffice || permissions.every((permission) => here.permissions.has(permission) || isHandedOut(permission, here))
}

function isHandedOut(permission: Permission, { permissions }: Standing): boolean {
  return permission === 'repairs.work' && permissions.has('repairs.dispatch')
}

/**
 * Whoever changes a member of staff can sign in as them, by a new password: so only who could have given them every
 * post they hold, before and after.
 */
export function mayChangeStaff(mine: StandingByCommunity, before: readonly HeldPost[], after: readonly HeldPost[]): boolean {
  return [...before, ...after].every((post) => mayGive(mine, post))
}

/** A post is changed for all its holders at once: only by who could give it wherever it is held. */
export function mayDefinePost(mine: StandingByCommunity, heldIn: readonly string[], permissions: readonly Permission[]): boolean {
  const couldGiveSomewhere = [...mine.keys()].some((communityId) => mayGive(mine, { communityId, permissions }))
  return couldGiveSomewhere && heldIn.every((communityId) => mayGive(mine, { communityId, permissions }))
}
