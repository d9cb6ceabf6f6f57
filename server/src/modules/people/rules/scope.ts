/** How far a post reaches, with what is needed to tell whether one reach lies within another. */
export type Scope =
  | { kind: 'company' }
  | { kind: 'region'; regionId: string }
  /** No building named: the whole community. */
  | { kind: 'community'; communityId: string; regionId: string | null; buildingIds: readonly string[] }

/**
 * Whether all of `inner` lies within `outer`, today and when communities are added: somebody who holds a post in every
 * community of a region does not hold it in the region.
 */
export function covers(outer: Scope, inner: Scope): boolean {
  switch (outer.kind) {
    case 'company':
      return true
    case 'region':
      return inner.kind !== 'company' && inner.regionId === outer.regionId
    case 'community':
      return (
        inner.kind === 'community' &&
        inner.communityId === outer.communityId &&
        buildingsCover(outer.buildingIds, inner.buildingIds)
      )
  }
}

function buildingsCover(outer: readonly string[], inner: readonly string[]): boolean {
  if (outer.length === 0) return true
  return inner.length > 0 && inner.every((building) => outer.includes(building))
}
