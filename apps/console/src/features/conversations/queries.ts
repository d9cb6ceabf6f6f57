import type { ConversationPile, ConversationRow } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, callUntil } from '../../app/call.ts'
import { keysOf } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { lineTo } from '../../live/live-community.tsx'
import { listen } from '../../live/listen.ts'

// While the live line is down, the page renews itself at this pace; with it, this is only a safety net.
const SAFETY_NET = 20_000

export const useConversationNumbers = (communityId: string, enabled = true) =>
  useQuery({
    queryKey: [...keysOf(communityId).conversations, 'numbers'],
    queryFn: () => call('GET /communities/{communityId}/conversation-numbers', { path: { communityId } }),
    enabled,
    refetchInterval: SAFETY_NET,
  })

export const useConversations = (communityId: string, pile: ConversationPile, query: string) =>
  usePages<ConversationRow>(
    [...keysOf(communityId).conversations, 'pile', pile, query],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/conversations', {
        path: { communityId },
        query: { pile, query: query || undefined, cursor, limit: 20 },
      }),
    { refetchInterval: SAFETY_NET },
  )

export const useConversation = (communityId: string, id: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).conversations, 'talk', id],
    queryFn: () => call('GET /communities/{communityId}/conversations/{id}', { path: { communityId, id } }),
    refetchInterval: SAFETY_NET,
  })

export const useColleagues = (communityId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).conversations, 'colleagues'],
    queryFn: () => call('GET /communities/{communityId}/conversation-colleagues', { path: { communityId } }),
  })

export const useQuickReplies = (communityId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).conversations, 'quick-replies'],
    queryFn: () => call('GET /communities/{communityId}/quick-replies', { path: { communityId } }),
    staleTime: 60_000,
  })

/** Renews everything of the community's conversations. */
export function useRenewal(communityId: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keysOf(communityId).conversations })
}

/** What happens in conversations shows at once while the page is open. */
export function useConversationLine(communityId: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const ending = new AbortController()
    const renew = () => void queries.invalidateQueries({ queryKey: keysOf(communityId).conversations })
    const ears = { onState: () => undefined, onEvent: renew, onGap: renew }
    void listen(lineTo(communityId, 'conversation-live'), ears, ending.signal)
    return () => ending.abort()
  }, [communityId, queries])
}
