import type {
  BillFilter,
  BillKind,
  BillRow,
  BillRunView,
  ExemptionView,
  MeterKind,
  MeterView,
  SharedCostView,
} from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call, callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { useSubmit } from '../../app/submit.ts'

const keysOf = (communityId: string) => ['community', communityId, 'billing'] as const

export interface BillFilters {
  state?: BillFilter
  chargeId?: string
  buildingId?: string
  unitId?: string
  runId?: string
  kind?: BillKind
  month?: string
  query?: string
}

export function useBills(filters: BillFilters) {
  const { communityId } = useCommunity()
  return usePages<BillRow>([...keysOf(communityId), 'bills', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/bills', { path: { communityId }, query: { ...filters, cursor } }),
  )
}

export function useBillSum(filters: BillFilters) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'sum', filters],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/bill-sum', { path: { communityId }, query: { ...filters } }),
  })
}

export function useBill(id: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'bill', id],
    queryFn: () => call('GET /communities/{communityId}/bills/{id}', { path: { communityId, id } }),
  })
}

/** What being late with it costs so far; asked only of a bill that is late. */
export function useLateFee({ id, overdue }: Pick<BillRow, 'id' | 'overdue'>) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'late-fee', id],
    queryFn: () => call('GET /communities/{communityId}/bills/{id}/late-fee', { path: { communityId, id } }),
    enabled: overdue,
  })
}

export function useCharges() {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'charges'],
    queryFn: () => call('GET /communities/{communityId}/charges', { path: { communityId } }),
  })
}

export function useExample(chargeId: string, unitId: string | null, month: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'example', chargeId, unitId, month],
    queryFn: () =>
      call('GET /communities/{communityId}/charges/{id}/example', {
        path: { communityId, id: chargeId },
        query: { month, unitId: unitId! },
      }),
    enabled: unitId !== null && month !== '',
  })
}

export function useExemptions(inForce: boolean) {
  const { communityId } = useCommunity()
  return usePages<ExemptionView>([...keysOf(communityId), 'exemptions', inForce], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/exemptions', {
      path: { communityId },
      query: { ...(inForce && { inForce }), cursor },
    }),
  )
}

export function usePreview(month: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'preview', month],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/bill-run-preview', { path: { communityId }, query: { month } }),
    enabled: month !== '',
  })
}

const WORKING_MS = 1000

/** While one of them is at work, they are asked for each second. */
export function useRuns() {
  const { communityId } = useCommunity()
  const query = usePages<BillRunView>(
    [...keysOf(communityId), 'runs'],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/bill-runs', { path: { communityId }, query: { cursor } }),
    { refetchInterval: 5 * WORKING_MS },
  )
  return query
}

export function useRun(id: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'run', id],
    queryFn: () => call('GET /communities/{communityId}/bill-runs/{id}', { path: { communityId, id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? WORKING_MS : false),
  })
}

export interface MeterFilters {
  kind?: MeterKind
  query?: string
  unusual?: boolean
}

export function useMeters(filters: MeterFilters) {
  const { communityId } = useCommunity()
  return usePages<MeterView>([...keysOf(communityId), 'meters', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/meters', {
      path: { communityId },
      query: { ...filters, limit: 50, cursor },
    }),
  )
}

export function useReadings(meterId: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'readings', meterId],
    queryFn: () => call('GET /communities/{communityId}/meters/{id}/readings', { path: { communityId, id: meterId } }),
  })
}

export function useSharedCosts() {
  const { communityId } = useCommunity()
  return usePages<SharedCostView>([...keysOf(communityId), 'shared-costs'], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/shared-costs', { path: { communityId }, query: { cursor } }),
  )
}

export function useUnitAccount(communityId: string, unitId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keysOf(communityId), 'account', unitId],
    queryFn: () => call('GET /communities/{communityId}/units/{id}/bill-account', { path: { communityId, id: unitId } }),
    enabled,
  })
}

/** Changes something of billing, says that it is done, and renews everything told of it. */
export function useBillingChange<Body, Answer>(
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
  done: string | ((answer: Answer) => string),
  onDone?: (answer: Answer) => void,
) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useSubmit(send, (answer) => {
    void queries.invalidateQueries({ queryKey: keysOf(communityId) })
    message.success(typeof done === 'string' ? done : done(answer))
    onDone?.(answer)
  })
}
