import type { DisclosureLine, DisclosureQuestion, PublishedSide } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

/** Invalidating `all` renews everything told here. */
export const disclosureKeys = (communityId: string) =>
  ({
    all: ['community', communityId, 'disclosures'],
    calendar: ['community', communityId, 'disclosures', 'calendar'],
    one: (id: string) => ['community', communityId, 'disclosures', 'one', id],
  }) as const

export const useDisclosureCalendar = (communityId: string) =>
  useQuery({
    queryKey: disclosureKeys(communityId).calendar,
    queryFn: () => call('GET /communities/{communityId}/disclosure-calendar', { path: { communityId } }),
  })

export const useDisclosure = (communityId: string, id: string) =>
  useQuery({
    queryKey: disclosureKeys(communityId).one(id),
    queryFn: () => call('GET /communities/{communityId}/disclosures/{id}', { path: { communityId, id } }),
  })

export const useFindings = (communityId: string, id: string, version: number) =>
  useQuery({
    queryKey: [...disclosureKeys(communityId).one(id), 'findings', version],
    queryFn: () => call('GET /communities/{communityId}/disclosures/{id}/findings', { path: { communityId, id } }),
    staleTime: 0,
  })

export interface LineFilters {
  side?: PublishedSide
  charge?: string
}

export const useLines = (communityId: string, id: string, filters: LineFilters) =>
  usePages<DisclosureLine>([...disclosureKeys(communityId).one(id), 'lines', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/disclosures/{id}/lines', {
      path: { communityId, id },
      query: { ...filters, cursor },
    }),
  )

export const useQuestions = (communityId: string, filters: { open?: boolean; disclosureId?: string }) =>
  usePages<DisclosureQuestion>(
    [...disclosureKeys(communityId).all, 'questions', filters],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/disclosure-questions', {
        path: { communityId },
        query: { ...filters, cursor },
      }),
    { refetchInterval: 60_000 },
  )
