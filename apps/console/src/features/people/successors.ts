import type { OwedGroup } from '@yinuo/contracts'

export const groupKey = ({ kind, communityId, category }: OwedGroup) => `${kind} ${communityId} ${category}`

/** Who could take everything there is. */
export function takersOfAll(groups: readonly OwedGroup[]): { id: string; name: string }[] {
  const [first, ...rest] = groups
  return (first?.successors ?? []).filter(({ id }) => rest.every(({ successors }) => successors.some((each) => each.id === id)))
}

export const allTo = (groups: readonly OwedGroup[], id: string): Record<string, string> =>
  Object.fromEntries(groups.map((group) => [groupKey(group), id]))
