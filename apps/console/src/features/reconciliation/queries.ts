import type { DifferenceKind, DifferenceRow, DifferenceState, StatementRow } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call, callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { useSubmit } from '../../app/submit.ts'

/** A day's bill changes its differences and the counts of the rail alike: one key for all of it. */
const keysOf = (communityId: string) => ['community', communityId, 'reconciliation'] as const

export interface DifferenceFilters {
  state?: DifferenceState
  kind?: DifferenceKind
  day?: string
  query?: string
}

export function useStatements(filters: { from?: string; to?: string }) {
  const { communityId } = useCommunity()
  return usePages<StatementRow>([...keysOf(communityId), 'statements', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/pay-statements', { path: { communityId }, query: { ...filters, cursor } }),
  )
}

export function useDifferences(filters: DifferenceFilters) {
  const { communityId } = useCommunity()
  return usePages<DifferenceRow>([...keysOf(communityId), 'differences', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/pay-differences', { path: { communityId }, query: { ...filters, cursor } }),
  )
}

export function useReconciliationNumbers(communityId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keysOf(communityId), 'numbers'],
    queryFn: () => call('GET /communities/{communityId}/reconciliation-numbers', { path: { communityId } }),
    enabled,
    refetchInterval: 300_000,
  })
}

/** Does something about a day or a difference, says that it is done, and renews everything told of them. */
export function useReconciling<Body, Answer>(
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
  done: (answer: Answer) => string,
  onDone?: () => void,
) {
  const { message } = App.useApp()
  const renew = useRenewal()
  return useSubmit(send, (answer) => {
    renew()
    message.success(done(answer))
    onDone?.()
  })
}

export function useRenewal(): () => void {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keysOf(communityId) })
}
