import type { Fund, FundImportRow, FundRecordRow, FundRecordSide, FundRecordState, SupplierRow } from '@yinuo/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'
import { bookKeys } from '../ledger/queries.ts'

export interface RecordFilters {
  query?: string
  side?: FundRecordSide
  fund?: Fund
  state?: FundRecordState
  supplierId?: string
  from?: string
  to?: string
}

export const useRecords = (communityId: string, filters: RecordFilters) =>
  usePages<FundRecordRow>([...bookKeys(communityId), 'records', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/fund-records', { path: { communityId }, query: { ...filters, cursor } }),
  )

export const useRecord = (communityId: string, id: string) =>
  useQuery({
    queryKey: [...bookKeys(communityId), 'record', id],
    queryFn: () => call('GET /communities/{communityId}/fund-records/{id}', { path: { communityId, id } }),
  })

export const useRecordRules = (communityId: string) =>
  useQuery({
    queryKey: [...bookKeys(communityId), 'rules'],
    queryFn: () => call('GET /communities/{communityId}/fund-record-rules', { path: { communityId } }),
  })

export const useFundSums = (communityId: string, filters: { from: string; to: string; fund?: Fund }) =>
  useQuery({
    queryKey: [...bookKeys(communityId), 'sums', filters],
    queryFn: () => call('GET /communities/{communityId}/fund-sums', { path: { communityId }, query: filters }),
    placeholderData: keepPreviousData,
  })

export const useSuppliers = (communityId: string, filters: { query?: string; stopped?: boolean }) =>
  usePages<SupplierRow>([...bookKeys(communityId), 'suppliers', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/suppliers', {
      path: { communityId },
      query: { ...filters, cursor, limit: 50 },
    }),
  )

export const useFundImports = (communityId: string) =>
  usePages<FundImportRow>([...bookKeys(communityId), 'imports'], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/fund-imports', { path: { communityId }, query: { cursor } }),
  )
