import type { StaffPost } from '@yinuo/contracts'

/** A held post in words, as seen from a community: how far it reaches is said unless it is just that community. */
export function postWords({ postName, scope, regionName, buildings }: StaffPost): string {
  const reach = scope === 'company' ? '全公司' : scope === 'region' ? regionName : buildings.map(({ name }) => name).join('、')
  return reach ? `${postName}（${reach}）` : postName
}
