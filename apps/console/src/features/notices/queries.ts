import type {
  NoticeReachWish,
  NoticeReceipt,
  NoticeRow,
  NoticeState,
  OutageRow,
  OutageState,
  ReceiptState,
} from '@yinuo/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { usePages } from '../../app/queries.ts'

/** Invalidating `all` renews everything told here. */
export const noticeKeys = (communityId: string) =>
  ({
    all: ['community', communityId, 'notices'],
    one: (id: string) => ['community', communityId, 'notices', 'one', id],
    outage: (id: string) => ['community', communityId, 'notices', 'outage', id],
  }) as const

export const useNoticeNumbers = (communityId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...noticeKeys(communityId).all, 'numbers'],
    queryFn: () => call('GET /communities/{communityId}/notice-numbers', { path: { communityId } }),
    enabled,
    refetchInterval: 60_000,
  })

export const useNotices = (communityId: string, filters: { state?: NoticeState; query?: string }) =>
  usePages<NoticeRow>([...noticeKeys(communityId).all, 'list', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/notices', { path: { communityId }, query: { ...filters, cursor } }),
  )

export const useNotice = (communityId: string, id: string) =>
  useQuery({
    queryKey: noticeKeys(communityId).one(id),
    queryFn: () => call('GET /communities/{communityId}/notices/{id}', { path: { communityId, id } }),
  })

export const useReach = (communityId: string, wish: NoticeReachWish | null) =>
  useQuery({
    queryKey: [...noticeKeys(communityId).all, 'reach', wish],
    queryFn: ({ signal }) =>
      callUntil(signal)('POST /communities/{communityId}/notice-reach', { path: { communityId }, body: wish! }),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
  })

export interface ReceiptFilters {
  state?: ReceiptState
  buildingId?: string
}

export const useReceipts = (communityId: string, id: string, filters: ReceiptFilters) =>
  usePages<NoticeReceipt>([...noticeKeys(communityId).one(id), 'receipts', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/notices/{id}/receipts', {
      path: { communityId, id },
      query: { ...filters, cursor },
    }),
  )

export const useReceiptNumbers = (communityId: string, id: string, buildingId: string | undefined) =>
  useQuery({
    queryKey: [...noticeKeys(communityId).one(id), 'numbers', buildingId],
    queryFn: () =>
      call('GET /communities/{communityId}/notices/{id}/receipt-numbers', { path: { communityId, id }, query: { buildingId } }),
    refetchInterval: 30_000,
  })

export const useOutages = (communityId: string, state: OutageState | undefined) =>
  usePages<OutageRow>(
    [...noticeKeys(communityId).all, 'outages', state],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/outages', { path: { communityId }, query: { state, cursor } }),
    { refetchInterval: 60_000 },
  )

export const useOutage = (communityId: string, id: string) =>
  useQuery({
    queryKey: noticeKeys(communityId).outage(id),
    queryFn: () => call('GET /communities/{communityId}/outages/{id}', { path: { communityId, id } }),
  })
