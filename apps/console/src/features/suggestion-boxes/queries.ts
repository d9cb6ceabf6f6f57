import type { BoxOpeningRow } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

/** Invalidating `all` renews everything told of boxes, openings and slips. */
export const boxKeys = (communityId: string) =>
  ({
    all: ['community', communityId, 'boxes'],
    opening: (id: string) => ['community', communityId, 'boxes', 'opening', id],
  }) as const

export const useBoxes = (communityId: string, retired: boolean) =>
  useQuery({
    queryKey: [...boxKeys(communityId).all, 'list', retired],
    queryFn: () => call('GET /communities/{communityId}/suggestion-boxes', { path: { communityId }, query: { retired } }),
    refetchInterval: 60_000,
  })

/** How many boxes are to be emptied now. */
export const useBoxesDue = (communityId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...boxKeys(communityId).all, 'list', false],
    queryFn: () => call('GET /communities/{communityId}/suggestion-boxes', { path: { communityId }, query: { retired: false } }),
    select: (boxes) => boxes.filter(({ state, slipsLeft }) => state === 'due' || state === 'late' || slipsLeft > 0).length,
    enabled,
    refetchInterval: 60_000,
  })

export const useBoxPosts = (communityId: string) =>
  useQuery({
    queryKey: [...boxKeys(communityId).all, 'posts'],
    queryFn: () => call('GET /communities/{communityId}/suggestion-boxes/posts', { path: { communityId } }),
    staleTime: 60_000,
  })

export const useOpenings = (communityId: string, filters: { boxId?: string; unfinished?: boolean }) =>
  usePages<BoxOpeningRow>([...boxKeys(communityId).all, 'openings', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/box-openings', { path: { communityId }, query: { ...filters, cursor } }),
  )

export const useOpening = (communityId: string, id: string) =>
  useQuery({
    queryKey: boxKeys(communityId).opening(id),
    queryFn: () => call('GET /communities/{communityId}/box-openings/{id}', { path: { communityId, id } }),
  })
