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
