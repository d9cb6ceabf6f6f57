import type {
  CauseCase,
  CauseKind,
  ImprovementRow,
  ImprovementState,
  PostCode,
  ProposalRow,
  ProposalState,
} from '@yinuo/contracts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

/** Invalidating `all` renews everything told here. */
export const improvementKeys = (communityId: string) => {
  const all = ['community', communityId, 'improvement']
  return {
    all,
    one: (id: string) => [...all, 'one', id],
    proposal: (id: string) => [...all, 'proposal', id],
    ofCase: (id: string) => [...all, 'case', id],
  } as const
}

export function useRenewal(communityId: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: improvementKeys(communityId).all })
}

export const useImprovementNumbers = (communityId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...improvementKeys(communityId).all, 'numbers'],
    queryFn: () => call('GET /communities/{communityId}/improvement-numbers', { path: { communityId } }),
    enabled,
    refetchInterval: 60_000,
  })

export interface AnalysisFilters {
  from: string
  until: string
  kind?: CauseKind
  department?: PostCode
  buildingId?: string
}

export const useAnalysis = (communityId: string, filters: AnalysisFilters) =>
  useQuery({
    queryKey: [...improvementKeys(communityId).all, 'analysis', filters],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/cause-analysis', { path: { communityId }, query: { ...filters } }),
    placeholderData: keepPreviousData,
  })

export const useCauseCases = (communityId: string, causeId: string, filters: AnalysisFilters) =>
  usePages<CauseCase>([...improvementKeys(communityId).all, 'cases', causeId, filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/cause-cases', {
      path: { communityId },
      query: { ...filters, causeId, cursor },
    }),
  )

export const useCauses = (communityId: string) =>
  useQuery({
    queryKey: [...improvementKeys(communityId).all, 'causes'],
    queryFn: () => call('GET /communities/{communityId}/causes', { path: { communityId }, query: { retired: true } }),
  })

export const useCaseCause = (communityId: string, id: string) =>
  useQuery({
    queryKey: improvementKeys(communityId).ofCase(id),
    queryFn: () => call('GET /communities/{communityId}/cases/{id}/cause', { path: { communityId, id } }),
  })

export const useRepeatRules = (communityId: string) =>
  useQuery({
    queryKey: [...improvementKeys(communityId).all, 'rules'],
    queryFn: () => call('GET /communities/{communityId}/repeat-rules', { path: { communityId } }),
  })

export const useOwners = (communityId: string) =>
  useQuery({
    queryKey: [...improvementKeys(communityId).all, 'owners'],
    queryFn: () => call('GET /communities/{communityId}/improvement-owners', { path: { communityId } }),
  })

export const useProposals = (communityId: string, state: ProposalState | undefined) =>
  usePages<ProposalRow>([...improvementKeys(communityId).all, 'proposals', state], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/improvement-proposals', {
      path: { communityId },
      query: { state, cursor },
    }),
  )

export const useProposal = (communityId: string, id: string) =>
  useQuery({
    queryKey: improvementKeys(communityId).proposal(id),
    queryFn: () => call('GET /communities/{communityId}/improvement-proposals/{id}', { path: { communityId, id } }),
  })

export interface ImprovementFilters {
  state?: ImprovementState
  ownerId?: string
  overdue?: boolean
}

export const useImprovements = (communityId: string, filters: ImprovementFilters) =>
  usePages<ImprovementRow>([...improvementKeys(communityId).all, 'list', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/improvements', { path: { communityId }, query: { ...filters, cursor } }),
  )

export const useImprovement = (communityId: string, id: string) =>
  useQuery({
    queryKey: improvementKeys(communityId).one(id),
    queryFn: () => call('GET /communities/{communityId}/improvements/{id}', { path: { communityId, id } }),
  })

export const useTellingReach = (communityId: string, id: string) =>
  useQuery({
    queryKey: [...improvementKeys(communityId).one(id), 'reach'],
    queryFn: () => call('GET /communities/{communityId}/improvements/{id}/telling-reach', { path: { communityId, id } }),
  })
