import type { RepairRow, RepairState } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { keysOf } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'

// While the live line is down, lists renew themselves at this pace; with it, this is only a safety net.
const SAFETY_NET = 60_000

export type RepairFilters = Partial<Record<'state' | 'category' | 'urgency' | 'assigneeId' | 'late' | 'query', string>>

export const useRepairNumbers = (communityId: string, enabled = true) =>
  useQuery({
    queryKey: [...keysOf(communityId).repairs, 'numbers'],
    queryFn: () => call('GET /communities/{communityId}/repair-numbers', { path: { communityId } }),
    enabled,
    refetchInterval: SAFETY_NET,
  })

export const useRepairQueue = (communityId: string, filters: RepairFilters) =>
  usePages<RepairRow>(
    [...keysOf(communityId).repairs, 'queue', filters],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/repairs', {
        path: { communityId },
        query: { ...filters, cursor, limit: 20 },
      }),
    { refetchInterval: SAFETY_NET },
  )

export const COLUMN_LIMIT = 50

export const useRepairsIn = (communityId: string, states: readonly RepairState[]) =>
  useQuery({
    queryKey: [...keysOf(communityId).repairs, 'column', ...states],
    queryFn: () =>
      call('GET /communities/{communityId}/repairs', {
        path: { communityId },
        query: { state: states.join(','), limit: COLUMN_LIMIT },
      }),
    refetchInterval: SAFETY_NET,
  })

export const useRepair = (communityId: string, id: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).repairs, 'case', id],
    queryFn: () => call('GET /communities/{communityId}/repairs/{id}', { path: { communityId, id } }),
    refetchInterval: SAFETY_NET,
  })

export const useCandidates = (communityId: string, id: string, enabled = true) =>
  useQuery({
    queryKey: [...keysOf(communityId).repairs, 'candidates', id],
    queryFn: () => call('GET /communities/{communityId}/repairs/{id}/candidates', { path: { communityId, id } }),
    enabled,
    staleTime: 5_000,
  })

export const usePlaces = (communityId: string) =>
  useQuery({
    queryKey: keysOf(communityId).places,
    queryFn: () => call('GET /communities/{communityId}/places', { path: { communityId } }),
    staleTime: 10 * 60_000,
  })

export const useStaffOnMap = (communityId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).repairs, 'staff-on-map'],
    queryFn: () => call('GET /communities/{communityId}/staff-on-map', { path: { communityId } }),
    refetchInterval: SAFETY_NET,
  })

export const useRepairOptions = (communityId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).standard, 'options'],
    queryFn: () => call('GET /communities/{communityId}/repair-options', { path: { communityId } }),
    staleTime: 5 * 60_000,
  })
