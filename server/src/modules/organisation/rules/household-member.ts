import type { ProblemCode, ResidencyRole } from '@yinuo/contracts'

/** How the caller and a residency of the same home stand to each other. */
export interface HouseholdStanding {
  isOwn: boolean
  role: ResidencyRole
  callerOwns: boolean
  otherOwners: number
}

/** Why the caller may not end this residency; null when they may. */
export function refusalOfEnding({ isOwn, role, callerOwns, otherOwners }: HouseholdStanding): ProblemCode | null {
  if (isOwn) return role === 'owner' && otherOwners === 0 ? 'LAST_OWNER' : null
  return refusalOfManaging({ role, callerOwns })
}

/** Why the caller may not say how long this residency lasts; null when they may. */
export function refusalOfManaging({ role, callerOwns }: Pick<HouseholdStanding, 'role' | 'callerOwns'>): ProblemCode | null {
  if (!callerOwns) return 'OWNER_NEEDED'
  return role === 'owner' ? 'OTHER_OWNER' : null
}
