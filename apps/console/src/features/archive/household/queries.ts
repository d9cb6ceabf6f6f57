import { useQuery } from '@tanstack/react-query'
import { callUntil } from '../../../app/call.ts'
import { keysOf } from '../../../app/community.ts'

export const useHousehold = (communityId: string, unitId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).archive, 'household', unitId],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/households/{unitId}', { path: { communityId, unitId } }),
  })
