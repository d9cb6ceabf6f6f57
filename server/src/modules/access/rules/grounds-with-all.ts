import type { Permission } from '@yinuo/contracts'
import type { Caller } from './caller.ts'
import { groundsWith } from './grounds.ts'

/** Where in a community the caller holds all of these permissions: the whole of it, or some buildings, each by whichever post. */
export function groundsWithAll(caller: Caller, communityId: string, permissions: readonly Permission[]): string[] {
  return permissions
    .map((permission) => groundsWith(caller, permission))
    .reduce((one, other) => {
      if (one.includes(communityId)) return other
      return other.includes(communityId) ? one : one.filter((buildingId) => other.includes(buildingId))
    })
}
