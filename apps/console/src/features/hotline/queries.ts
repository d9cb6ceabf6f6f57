import type { HotlineCall } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

export const hotlineKeys = (communityId: string) =>
  ({
    calls: ['community', communityId, 'hotline', 'calls'],
    sheet: ['community', communityId, 'hotline', 'sheet'],
  }) as const

export const useCalls = (communityId: string, filters: Record<string, string | undefined>) =>
  usePages<HotlineCall>(
    [...hotlineKeys(communityId).calls, filters],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/hotline-calls', { path: { communityId }, query: { ...filters, cursor } }),
    { refetchInterval: 20_000 },
  )

export const useContactSheet = (communityId: string) =>
  useQuery({
    queryKey: hotlineKeys(communityId).sheet,
    queryFn: () => call('GET /communities/{communityId}/contact-sheet', { path: { communityId } }),
  })
