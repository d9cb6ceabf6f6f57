import type { CommunitySummary, PropertyType } from '@yinuo/contracts'

/** Where it stands over all communities, in a sentence. */
export function communitiesSentence(communities: readonly CommunitySummary[]): string {
  const open = communities.reduce((sum, { openRepairs }) => sum + openRepairs, 0)
  const late = communities.filter(({ lateRepairs }) => lateRepairs > 0)
  const beginning = `${communities.length} 个小区，未结报修 ${open} 件`
  if (late.length === 0) return `${beginning}，没有超时。`
  const count = late.reduce((sum, { lateRepairs }) => sum + lateRepairs, 0)
  if (late.length === 1) return `${beginning}；只有${late[0]!.name}有 ${count} 件超时。`
  const worst = late.reduce((one, other) => (other.lateRepairs > one.lateRepairs ? other : one))
  return `${beginning}；${late.length} 个小区有 ${count} 件超时，${worst.name}最多。`
}

interface Wanted {
  text: string
  type?: PropertyType
  regionId?: string
}

/** A few hundred rows at most: searching them needs no server. */
export function found(communities: readonly CommunitySummary[], { text, type, regionId }: Wanted): CommunitySummary[] {
  const typed = text.trim().toLowerCase()
  return communities.filter(
    (community) =>
      (!type || community.propertyType === type) &&
      (!regionId || community.regionId === regionId) &&
      [community.name, community.address, community.hotline].some((part) => part.toLowerCase().includes(typed)),
  )
}
