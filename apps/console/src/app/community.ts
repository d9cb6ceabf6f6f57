import { permissionsIn, postsIn } from '@yinuo/api-client'
import type { HeldPost, Permission, StaffCommunity } from '@yinuo/contracts'
import { useParams } from 'react-router'
import { useSession } from './session/session-store.ts'

const LAST = 'yinuo.community'

/** The communities somebody works in. */
export const useCommunities = (): StaffCommunity[] => useSession().me?.staff?.communities ?? []

/** The community of the address; every page below `/c/:communityId` has one. */
export function useCommunity(): StaffCommunity {
  const { communityId } = useParams()
  const found = useCommunities().find((community) => community.communityId === communityId)
  if (!found) throw new Error('Only pages of a community may ask for it')
  return found
}

/** What the reader may do here. Buttons are hidden by it; the server refuses by its own. */
export function useMay(): (permission: Permission) => boolean {
  const held = usePermissionsHere()
  return (permission) => held.includes(permission)
}

export function usePermissionsHere(): Permission[] {
  const { communityId } = useCommunity()
  return permissionsIn(useSession().me, communityId)
}

export function usePostsHere(): HeldPost[] {
  const { communityId } = useCommunity()
  return postsIn(useSession().me, communityId)
}

export const rememberCommunity = (communityId: string) => localStorage.setItem(LAST, communityId)

export function firstCommunity(communities: StaffCommunity[]): StaffCommunity | undefined {
  const last = localStorage.getItem(LAST)
  return communities.find((community) => community.communityId === last) ?? communities[0]
}

/** The key under which everything of a community is remembered; invalidating it renews all its screens. */
export const keysOf = (communityId: string) =>
  ({
    all: ['community', communityId],
    repairs: ['community', communityId, 'repairs'],
    complaints: ['community', communityId, 'complaints'],
    conversations: ['community', communityId, 'conversations'],
    archive: ['community', communityId, 'archive'],
    codes: ['community', communityId, 'codes'],
    places: ['community', communityId, 'places'],
    applications: ['community', communityId, 'applications'],
    standard: ['community', communityId, 'standard'],
    calendar: ['community', communityId, 'calendar'],
    deliveries: ['community', communityId, 'deliveries'],
    samples: ['community', communityId, 'samples'],
  }) as const
