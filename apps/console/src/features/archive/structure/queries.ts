import type { SpaceRow, SpaceTenure, VehicleKind, VehicleRow } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, callUntil } from '../../../app/call.ts'
import { keysOf } from '../../../app/community.ts'
import { usePages } from '../../../app/queries.ts'

export interface SpaceFilters {
  query?: string
  tenure?: SpaceTenure
  unitId?: string
  lapsed?: true
}
export interface VehicleFilters {
  query?: string
  kind?: VehicleKind
  unitId?: string
  past?: true
}

export const useBuildings = (communityId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).archive, 'buildings'],
    queryFn: () => call('GET /communities/{communityId}/buildings', { path: { communityId } }),
    staleTime: 60_000,
  })

export const useUnitsOf = (communityId: string, buildingId: string | undefined) =>
  useQuery({
    queryKey: [...keysOf(communityId).archive, 'units-of', buildingId],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/buildings/{id}/units', { path: { communityId, id: buildingId! } }),
    enabled: buildingId !== undefined,
  })

export const useSpaces = (communityId: string, filters: SpaceFilters) =>
  usePages<SpaceRow>([...keysOf(communityId).archive, 'spaces', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/parking-spaces', {
      path: { communityId },
      query: { ...filters, cursor },
    }),
  )

export const useVehicles = (communityId: string, filters: VehicleFilters) =>
  usePages<VehicleRow>([...keysOf(communityId).archive, 'vehicles', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/vehicles', { path: { communityId }, query: { ...filters, cursor } }),
  )

/** Everything drawn from the archive, and the plan, asks anew. */
export function useRenewArchive(communityId: string): () => void {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: keysOf(communityId).archive })
    void queries.invalidateQueries({ queryKey: keysOf(communityId).places })
  }
}
