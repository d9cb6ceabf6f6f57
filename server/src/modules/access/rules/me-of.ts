import type { HeldPost, Me, StaffCommunity } from '@yinuo/contracts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import type { Caller, CallerPost } from './caller.ts'

/** What a caller is told about themselves. */
export function meOf(caller: Caller, unreadMessages: number): Me {
  return {
    callers: [...(caller.account ? (['resident'] as const) : []), ...(caller.staff ? (['staff'] as const) : [])],
    account: caller.account && {
      id: caller.account.id,
      name: caller.account.name,
      phoneMasked: caller.account.phone && maskPhone(caller.account.phone),
      elderMode: caller.account.elderMode,
    },
    homes: caller.homes.map(({ companyId: _company, residentId: _resident, ...home }) => home),
    staff: caller.staff && {
      id: caller.staff.id,
      name: caller.staff.name,
      companyName: caller.staff.companyName,
      totpEnrolled: caller.staff.totpEnrolled,
      onDutyIn: caller.staff.onDutyIn,
      communities: communitiesOf(caller.staff.posts),
      posts: heldPosts(caller.staff.posts),
    },
    unreadMessages,
  }
}

function communitiesOf(posts: readonly CallerPost[]): StaffCommunity[] {
  const byId = new Map(posts.map((post) => [post.communityId, post]))
  return [...byId.values()]
    .map(({ communityId, communityName: name, propertyType }) => ({ communityId, name, propertyType }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
}

/** Each post once, with the communities it is held in: permissions are not repeated for each of 300. */
function heldPosts(posts: readonly CallerPost[]): HeldPost[] {
  const alike = Map.groupBy(posts, ({ code, buildingIds }) => `${code} ${buildingIds?.join() ?? ''}`)
  return [...alike.values()].map((held) => {
    const { code, name, permissions, buildingIds } = held[0]!
    return { code, name, permissions, buildingIds, communityIds: held.map(({ communityId }) => communityId) }
  })
}
