import type { Me, StaffCommunity } from '@yinuo/contracts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { permissionsIn, type Caller } from './caller.ts'

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
      communities: communitiesOf(caller),
    },
    unreadMessages,
  }
}

function communitiesOf(caller: Caller): StaffCommunity[] {
  const posts = caller.staff!.posts
  const ids = [...new Set(posts.map((post) => post.communityId))]
  return ids.map((communityId) => {
    const here = posts.filter((post) => post.communityId === communityId)
    return {
      communityId,
      name: here[0]!.communityName,
      propertyType: here[0]!.propertyType,
      posts: here.map(({ code, name }) => ({ code, name })),
      permissions: [...permissionsIn(caller, communityId)],
    }
  })
}
