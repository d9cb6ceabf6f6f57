import type { AccountSheetLine, EntryKind, Fund, LedgerAccount, LedgerEntryRow } from '@yinuo/contracts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

/** What is booked changes the books, the register and the charts alike: one key for all of it. */
export const bookKeys = (communityId: string) => ['community', communityId, 'books'] as const

export function useRenewal(communityId: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: bookKeys(communityId) })
}

export interface EntryFilters {
  query?: string
  account?: LedgerAccount
  fund?: Fund
  kind?: EntryKind
  from?: string
  to?: string
}

export const useEntries = (communityId: string, filters: EntryFilters) =>
  usePages<LedgerEntryRow>([...bookKeys(communityId), 'entries', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/ledger-entries', { path: { communityId }, query: { ...filters, cursor } }),
  )

export const useEntry = (communityId: string, id: string) =>
  useQuery({
    queryKey: [...bookKeys(communityId), 'entry', id],
    queryFn: () => call('GET /communities/{communityId}/ledger-entries/{id}', { path: { communityId, id } }),
  })

export const useTrialBalance = (communityId: string, month: string, fund: Fund | undefined) =>
  useQuery({
    queryKey: [...bookKeys(communityId), 'trial', month, fund],
    queryFn: () => call('GET /communities/{communityId}/trial-balance', { path: { communityId }, query: { month, fund } }),
    placeholderData: keepPreviousData,
  })

export interface SheetFilters {
  account: LedgerAccount
  month: string
  fund?: Fund
}

/** The lines, and what the account held before the first of them. */
export function useAccountSheet(communityId: string, filters: SheetFilters) {
  const query = usePages<AccountSheetLine>([...bookKeys(communityId), 'sheet', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/account-sheet', { path: { communityId }, query: { ...filters, cursor } }),
  )
  const first = query.data?.pages[0] as { openingFen?: number } | undefined
  return { ...query, openingFen: first?.openingFen ?? 0 }
}

export const useLedgerMonths = (communityId: string) =>
  useQuery({
    queryKey: [...bookKeys(communityId), 'months'],
    queryFn: () => call('GET /communities/{communityId}/ledger-months', { path: { communityId } }),
  })

export const useClosingChecks = (communityId: string, month: string) =>
  useQuery({
    queryKey: [...bookKeys(communityId), 'checks', month],
    queryFn: () => call('GET /communities/{communityId}/closing-checks', { path: { communityId }, query: { month } }),
  })
