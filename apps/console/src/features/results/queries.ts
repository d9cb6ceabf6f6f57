import type { PublishedResult } from '@yinuo/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

export const resultKeys = (communityId: string) => ['community', communityId, 'results'] as const

export interface Period {
  firstDay: string
  lastDay: string
}

export const useFigures = (communityId: string, period: Period) =>
  useQuery({
    queryKey: [...resultKeys(communityId), 'figures', period],
    queryFn: () => call('GET /communities/{communityId}/complaint-figures', { path: { communityId }, query: { ...period } }),
    placeholderData: keepPreviousData,
  })

export const useResults = (communityId: string) =>
  usePages<PublishedResult>([...resultKeys(communityId), 'list'], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/published-results', { path: { communityId }, query: { cursor } }),
  )
