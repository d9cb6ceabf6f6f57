import type { DayEndRow, DayEndState, ReceiptPaper, ReceiptRow, ReceiptStanding } from '@yinuo/contracts'
import { receiptNumberText } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { call, callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { useSubmit } from '../../app/submit.ts'
import { sentenceOf } from '../../elements/refusal.tsx'

const keysOfCounter = (communityId: string) => ['community', communityId, 'counter'] as const

export interface ReceiptFilters {
  query?: string
  state?: ReceiptStanding
  from?: string
  to?: string
}

export interface DayEndFilters {
  state?: DayEndState
  from?: string
  to?: string
}

export function useCounterDesk(unitId: string | null) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOfCounter(communityId), 'desk', unitId],
    queryFn: () => call('GET /communities/{communityId}/units/{id}/counter', { path: { communityId, id: unitId! } }),
    enabled: unitId !== null,
  })
}

export function useReceipts(filters: ReceiptFilters) {
  const { communityId } = useCommunity()
  return usePages<ReceiptRow>([...keysOfCounter(communityId), 'receipts', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/receipts', { path: { communityId }, query: { ...filters, cursor } }),
  )
}

export function useReceipt(id: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOfCounter(communityId), 'receipt', id],
    queryFn: () => call('GET /communities/{communityId}/receipts/{id}', { path: { communityId, id } }),
  })
}

export function useTill() {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOfCounter(communityId), 'till'],
    queryFn: () => call('GET /communities/{communityId}/till', { path: { communityId } }),
  })
}

export function useDayEnds(filters: DayEndFilters) {
  const { communityId } = useCommunity()
  return usePages<DayEndRow>([...keysOfCounter(communityId), 'day-ends', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/day-ends', { path: { communityId }, query: { ...filters, cursor } }),
  )
}

export function useDayEnd(id: string) {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...keysOfCounter(communityId), 'day-end', id],
    queryFn: () => call('GET /communities/{communityId}/day-ends/{id}', { path: { communityId, id } }),
  })
}

export function useRenewal(): () => void {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: keysOfCounter(communityId) })
    void queries.invalidateQueries({ queryKey: ['community', communityId, 'payments'] })
    void queries.invalidateQueries({ queryKey: keysOf(communityId).archive })
  }
}

/** Changes something at the counter, says so, and renews what is told of it. */
export function useCounterChange<Body, Answer>(
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
  done: string | null,
  onDone?: (answer: Answer) => void,
) {
  const { message } = App.useApp()
  const renew = useRenewal()
  return useSubmit(send, (answer) => {
    renew()
    if (done) message.success(done)
    onDone?.(answer)
  })
}

/** Counts a printing, then shows its paper for the printer. The window is opened by the click itself, or browsers refuse it. */
export function usePrinting() {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal()
  const [busy, setBusy] = useState(false)
  const print = async (receiptId: string, paper: ReceiptPaper) => {
    const shown = window.open('', '_blank')
    setBusy(true)
    try {
      const path = { communityId, id: receiptId }
      const { number } = await call('POST /communities/{communityId}/receipts/{id}/prints', {
        path,
        idempotencyKey: crypto.randomUUID(),
      })
      const file = await call('GET /communities/{communityId}/receipts/{id}/sheet', { path, query: { paper } })
      const url = URL.createObjectURL(file as Blob)
      if (shown) shown.location.href = url
      else message.info(`收据 ${receiptNumberText(number)} 已生成，请允许弹出窗口后再打印`)
      setTimeout(() => URL.revokeObjectURL(url), 600_000)
      renew()
    } catch (refused) {
      shown?.close()
      message.error(sentenceOf(refused))
    } finally {
      setBusy(false)
    }
  }
  return { print, busy }
}
