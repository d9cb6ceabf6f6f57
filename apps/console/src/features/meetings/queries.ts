import type { MeetingKind, MeetingParticipant, MeetingRow, MeetingState, MeetingView, ParticipantFilter } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { call, callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { useSubmit } from '../../app/submit.ts'

/** Invalidating `all` renews everything told here. */
export const meetingKeys = (communityId: string) =>
  ({
    all: ['community', communityId, 'meetings'],
    one: (id: string) => ['community', communityId, 'meetings', 'one', id],
  }) as const

export interface MeetingFilters {
  kind?: MeetingKind
  state?: MeetingState
  unanswered?: boolean
  query?: string
}

export const useMeetings = (communityId: string, filters: MeetingFilters) =>
  usePages<MeetingRow>([...meetingKeys(communityId).all, 'list', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/meetings', { path: { communityId }, query: { ...filters, cursor } }),
  )

export const useMeetingSchedule = (communityId: string, enabled = true) =>
  useQuery({
    queryKey: [...meetingKeys(communityId).all, 'schedule'],
    queryFn: () => call('GET /communities/{communityId}/meeting-schedule', { path: { communityId } }),
    enabled,
    refetchInterval: 300_000,
  })

export const useMeeting = (communityId: string, id: string) =>
  useQuery({
    queryKey: meetingKeys(communityId).one(id),
    queryFn: () => call('GET /communities/{communityId}/meetings/{id}', { path: { communityId, id } }),
    refetchInterval: 30_000,
  })

export const useParticipants = (communityId: string, id: string, filter: ParticipantFilter | null) =>
  usePages<MeetingParticipant>([...meetingKeys(communityId).one(id), 'participants', filter], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/meetings/{id}/participants', {
      path: { communityId, id },
      query: { ...(filter && { filter }), cursor },
    }),
  )

/** Everybody who booked or came, for the sheet that is printed. */
export const useEverybody = (communityId: string, id: string) =>
  useQuery({
    queryKey: [...meetingKeys(communityId).one(id), 'everybody'],
    queryFn: async ({ signal }) => {
      const everybody: MeetingParticipant[] = []
      let cursor: string | null | undefined
      do {
        const page = await callUntil(signal)('GET /communities/{communityId}/meetings/{id}/participants', {
          path: { communityId, id },
          query: { limit: 100, ...(cursor && { cursor }) },
        })
        everybody.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      return everybody
    },
  })

/** Changes a meeting, and shows it as it is afterwards. */
export function useMeetingChange<Body>(
  send: (body: Body, idempotencyKey: string) => Promise<MeetingView>,
  done: string,
  onDone?: (meeting: MeetingView) => void,
) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewMeetings()
  const queries = useQueryClient()
  const change = useSubmit(send, (meeting) => {
    queries.setQueryData(meetingKeys(communityId).one(meeting.id), meeting)
    renew()
    message.success(done)
    onDone?.(meeting)
  })
  return { ...change, renew }
}

/** The version that was seen when a change was begun: what others do meanwhile is not overwritten unseen. */
export function useSeenVersion(now: number) {
  const [seen, setSeen] = useState<number | null>(now)
  const renew = useRenewMeetings()
  const reload = () => {
    setSeen(null)
    renew()
  }
  return { version: seen ?? now, reload }
}

export function useRenewMeetings() {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: meetingKeys(communityId).all })
}
