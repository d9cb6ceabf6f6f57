import type {
  OverpaymentRow,
  OverpaymentState,
  PaymentRow,
  PaymentState,
  PaymentWay,
  RefundRow,
  RefundState,
} from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call, callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { useSubmit } from '../../app/submit.ts'

/** A refund changes its payment, the lists and the over-payments alike: one key for all of it. */
const keysOf = (communityId: string) => ['community', communityId, 'payments'] as const

export interface PaymentFilters {
  query?: string
  way?: PaymentWay
  state?: PaymentState
  from?: string
  to?: string
}

export function usePayments(filters: PaymentFilters) {
  const { communityId } = useCommunity()
  return usePages<PaymentRow>([...keysOf(communityId), 'list', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/payments', { path: { communityId }, query: { ...filters, cursor } }),
  )
}

export function usePayment(id: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'one', id],
    queryFn: () => call('GET /communities/{communityId}/payments/{id}', { path: { communityId, id } }),
  })
}

export function useRefunds(filters: { state?: RefundState; query?: string }) {
  const { communityId } = useCommunity()
  return usePages<RefundRow>([...keysOf(communityId), 'refunds', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/refunds', { path: { communityId }, query: { ...filters, cursor } }),
  )
}

export function useOverpayments(state: OverpaymentState | undefined) {
  const { communityId } = useCommunity()
  return usePages<OverpaymentRow>([...keysOf(communityId), 'overpayments', state], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/overpayments', { path: { communityId }, query: { state, cursor } }),
  )
}

export function useMerchants() {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'merchants'],
    queryFn: () => call('GET /communities/{communityId}/pay-merchants', { path: { communityId } }),
  })
}

export function usePaymentRules() {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOf(communityId), 'rules'],
    queryFn: () => call('GET /communities/{communityId}/payment-rules', { path: { communityId } }),
  })
}

/** Changes something of payments, says that it is done, and renews everything told of them. */
export function usePaymentChange<Body, Answer>(
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
  done: string | ((answer: Answer) => string | null),
  onDone?: (answer: Answer) => void,
) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useSubmit(send, (answer) => {
    void queries.invalidateQueries({ queryKey: keysOf(communityId) })
    const said = typeof done === 'string' ? done : done(answer)
    if (said) message.success(said)
    onDone?.(answer)
  })
}

export function useRenewal(): () => void {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keysOf(communityId) })
}
