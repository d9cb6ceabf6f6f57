import type { AgeBand, ArrearsOrder, ArrearsRow, LateFeeWaiverRow, WaiverState } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

const keyOf = (communityId: string) => ['community', communityId, 'arrears'] as const

export function useRenewal(communityId: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keyOf(communityId) })
}

export interface ArrearsFilters {
  buildingId?: string
  age?: AgeBand
  query?: string
  order?: ArrearsOrder
}

export const useArrears = (communityId: string, filters: ArrearsFilters) =>
  usePages<ArrearsRow>([...keyOf(communityId), 'list', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/arrears', { path: { communityId }, query: { ...filters, cursor } }),
  )

export const useArrearsSummary = (communityId: string) =>
  useQuery({
    queryKey: [...keyOf(communityId), 'summary'],
    queryFn: () => call('GET /communities/{communityId}/arrears-summary', { path: { communityId } }),
  })

export const useHouseholdArrears = (communityId: string, unitId: string) =>
  useQuery({
    queryKey: [...keyOf(communityId), 'household', unitId],
    queryFn: () => call('GET /communities/{communityId}/households/{unitId}/arrears', { path: { communityId, unitId } }),
  })

export const useReminderStages = (communityId: string) =>
  useQuery({
    queryKey: [...keyOf(communityId), 'stages'],
    queryFn: () => call('GET /communities/{communityId}/reminder-stages', { path: { communityId } }),
  })

export const useLateFeeTerms = (communityId: string) =>
  useQuery({
    queryKey: [...keyOf(communityId), 'terms'],
    queryFn: () => call('GET /communities/{communityId}/late-fee-terms', { path: { communityId } }),
  })

export const useWaivers = (communityId: string, state: WaiverState | undefined) =>
  usePages<LateFeeWaiverRow>([...keyOf(communityId), 'waivers', state], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/late-fee-waivers', { path: { communityId }, query: { state, cursor } }),
  )
