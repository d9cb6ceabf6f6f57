import { useQuery } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { keysOf } from '../../app/community.ts'
import { learnMe } from '../../app/session/session-store.ts'

export const allCommunities = ['communities'] as const
const regionsKey = ['regions'] as const

export const profileKey = (communityId: string) => [...keysOf(communityId).all, 'profile'] as const
export const servicesKey = (communityId: string) => [...keysOf(communityId).all, 'services'] as const

export const useProfile = (communityId: string) =>
  useQuery({
    queryKey: profileKey(communityId),
    queryFn: () => call('GET /communities/{communityId}', { path: { communityId } }),
  })

export const useServices = (communityId: string) =>
  useQuery({
    queryKey: servicesKey(communityId),
    queryFn: () => call('GET /communities/{communityId}/services', { path: { communityId } }),
  })

export const useRegions = () => useQuery({ queryKey: regionsKey, queryFn: () => call('GET /regions'), staleTime: 60_000 })

/** Names and posts hang on the session: after a community is opened or renamed it is asked for anew. */
export async function renewMe(): Promise<void> {
  learnMe(await call('GET /me'))
}
