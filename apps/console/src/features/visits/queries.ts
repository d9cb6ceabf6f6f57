import type { PastVisit, VisitRoundRow, VisitRow, VisitState } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

/** Invalidating `all` renews everything of the visits. */
export const visitKeys = (communityId: string) =>
  ({
    all: ['community', communityId, 'visits'],
    one: (id: string) => ['community', communityId, 'visits', 'one', id],
  }) as const

export interface VisitFilters {
  roundId?: string
  buildingId?: string
  state?: VisitState
  assigneeId?: string
  unassigned?: true
  due?: true
  late?: true
  query?: string
}

export const useRounds = (communityId: string) =>
  usePages<VisitRoundRow>([...visitKeys(communityId).all, 'rounds'], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/visit-rounds', { path: { communityId }, query: { cursor } }),
  )

export const useRound = (communityId: string, id: string | undefined) =>
  useQuery({
    queryKey: [...visitKeys(communityId).all, 'round', id],
    queryFn: () => call('GET /communities/{communityId}/visit-rounds/{id}', { path: { communityId, id: id! } }),
    enabled: id !== undefined,
    refetchInterval: 60_000,
  })

export const useVisits = (communityId: string, filters: VisitFilters) =>
  usePages<VisitRow>(
    [...visitKeys(communityId).all, 'list', filters],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/visits', { path: { communityId }, query: { ...filters, cursor } }),
    { enabled: filters.roundId !== undefined },
  )

export const useVisit = (communityId: string, id: string) =>
  useQuery({
    queryKey: visitKeys(communityId).one(id),
    queryFn: () => call('GET /communities/{communityId}/visits/{id}', { path: { communityId, id } }),
  })

export const useMakers = (communityId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...visitKeys(communityId).all, 'makers'],
    queryFn: () => call('GET /communities/{communityId}/visit-makers', { path: { communityId } }),
    enabled,
  })

export const useHouseholdVisits = (communityId: string, unitId: string, enabled: boolean) =>
  usePages<PastVisit>(
    [...visitKeys(communityId).all, 'household', unitId],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/households/{unitId}/visits', {
        path: { communityId, unitId },
        query: { cursor, limit: 10 },
      }),
    { enabled },
  )

export function useRenewVisits(communityId: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: visitKeys(communityId).all })
}
