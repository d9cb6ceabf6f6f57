import type { Permission } from '@yinuo/contracts'
import type { CallerRule } from '../../../platform/http/called-by.ts'

/** What a rule is judged by: the caller's standing in the community of the path, or overall where the path has none. */
export interface Standing {
  signedIn: boolean
  isResident: boolean
  isStaff: boolean
  permissions: ReadonlySet<Permission>
}

/**
 * Decides whether a route may be called.
 * `unknown`: the caller has nothing to do with the community, so it does not exist for them.
 */
export function mayCall(
  rules: readonly CallerRule[] | undefined,
  standing: Standing | null,
  communityInPath: boolean,
): 'yes' | 'sign-in' | 'unknown' | 'not-allowed' {
  if (!rules || rules.length === 0) return 'not-allowed'
  if (rules.includes('anyone')) return 'yes'
  if (!standing?.signedIn) return 'sign-in'
  if (rules.some((rule) => isMet(rule, standing))) return 'yes'
  const isStranger = !standing.isResident && !standing.isStaff
  return communityInPath && isStranger ? 'unknown' : 'not-allowed'
}

function isMet(rule: CallerRule, standing: Standing): boolean {
  switch (rule) {
    case 'anyone':
    case 'signed-in':
      return true
    case 'resident':
      return standing.isResident
    case 'staff':
      return standing.isStaff
    default:
      return standing.permissions.has(rule.permission as Permission)
  }
}
