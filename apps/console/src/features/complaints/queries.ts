import { useQuery } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { keysOf } from '../../app/community.ts'

const RENEW_EVERY = 20_000

export const useComplaint = (communityId: string, id: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).complaints, 'one', id],
    queryFn: () => call('GET /communities/{communityId}/complaints/{id}', { path: { communityId, id } }),
    refetchInterval: RENEW_EVERY,
  })

export const useHandlers = (communityId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).complaints, 'handlers'],
    queryFn: () => call('GET /communities/{communityId}/complaint-handlers', { path: { communityId } }),
  })

/** How many wait for somebody to be made responsible. */
export const useUnassigned = (communityId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keysOf(communityId).complaints, 'unassigned'],
    queryFn: () =>
      call('GET /communities/{communityId}/complaints', { path: { communityId }, query: { state: 'registered', limit: 100 } }),
    select: ({ items }) => items.length,
    enabled,
    refetchInterval: 60_000,
  })
