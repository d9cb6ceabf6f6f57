import type { MessageChannelsView } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'

export const messageKeys = (communityId: string) => ({
  counts: [...keysOf(communityId).deliveries, 'counts'],
  message: (id: string) => [...keysOf(communityId).deliveries, 'message', id],
  channels: [...keysOf(communityId).all, 'message-channels'],
})

export function useChannels() {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: messageKeys(communityId).channels,
    queryFn: () => call('GET /communities/{communityId}/message-channels', { path: { communityId } }),
  })
}

/** Takes what a change answered, so that the page shows it at once. */
export function useLearnChannels(): (channels: MessageChannelsView) => void {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  return (channels) => queries.setQueryData(messageKeys(communityId).channels, channels)
}
