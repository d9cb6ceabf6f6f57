import type { Permission } from '@yinuo/contracts'
import { covers, type Scope } from './scope.ts'

/** A post somebody holds, or is to hold. */
export interface HeldPost {
  scope: Scope
  permissions: readonly Permission[]
}

/** A post of the one who gives. */
export interface OwnPost extends HeldPost {
  isHeadOffice: boolean
}

/**
 * Nobody gives away what they do not hold: over all of that scope they keep the people, and hold every permission of the
 * post themselves; who hands out work may appoint those who do it. Head office keeps the people of its scope without
 * doing their work.
 */
export function mayGive(mine: readonly OwnPost[], { scope, permissions }: HeldPost): boolean {
  const there = mine.filter((own) => covers(own.scope, scope))
  const held = new Set(there.flatMap((own) => own.permissions))
  if (!held.has('people.edit')) return false
  if (there.some((own) => own.isHeadOffice && own.permissions.includes('people.edit'))) return true
  return permissions.every((permission) => held.has(permission) || isHandedOut(permission, held))
}

function isHandedOut(permission: Permission, held: ReadonlySet<Permission>): boolean {
  return permission === 'repairs.work' && held.has('repairs.dispatch')
}

/**
 * Whoever changes a member of staff can sign in as them, by a new password: so only who could have given them every
 * post they hold, before and after.
 */
export function mayChangeStaff(mine: readonly OwnPost[], before: readonly HeldPost[], after: readonly HeldPost[]): boolean {
  return [...before, ...after].every((post) => mayGive(mine, post))
}

/** A post is changed for all its holders at once: only by who could give it wherever it is held. */
export function mayDefinePost(mine: readonly OwnPost[], heldIn: readonly Scope[], permissions: readonly Permission[]): boolean {
  const couldGiveSomewhere = mine.some(({ scope }) => mayGive(mine, { scope, permissions }))
  return couldGiveSomewhere && heldIn.every((scope) => mayGive(mine, { scope, permissions }))
}
