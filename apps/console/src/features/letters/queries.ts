import type { LetterRow, LetterState } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, callUntil } from '../../app/call.ts'
import { keysOf } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'

const RENEW_EVERY = 30_000

export const letterKeys = (communityId: string) =>
  ({
    all: ['community', communityId, 'letters'],
    list: ['community', communityId, 'letters', 'list'],
    state: ['community', communityId, 'letters', 'state'],
    mailbox: ['community', communityId, 'letters', 'mailbox'],
    one: (id: string) => ['community', communityId, 'letters', 'one', id],
  }) as const

export const useLetters = (communityId: string, filters: { state?: LetterState; query?: string }) =>
  usePages<LetterRow>(
    [...letterKeys(communityId).list, filters],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/letters', { path: { communityId }, query: { ...filters, cursor } }),
    { refetchInterval: RENEW_EVERY },
  )

export const useLetter = (communityId: string, id: string) =>
  useQuery({
    queryKey: letterKeys(communityId).one(id),
    queryFn: () => call('GET /communities/{communityId}/letters/{id}', { path: { communityId, id } }),
  })

/** Whether letters come in, and how many wait. */
export const useMailboxState = (communityId: string, enabled = true) =>
  useQuery({
    queryKey: letterKeys(communityId).state,
    queryFn: () => call('GET /communities/{communityId}/mailbox/state', { path: { communityId } }),
    enabled,
    refetchInterval: RENEW_EVERY,
  })

export const useMailbox = (communityId: string) =>
  useQuery({
    queryKey: letterKeys(communityId).mailbox,
    queryFn: () => call('GET /communities/{communityId}/mailbox', { path: { communityId } }),
  })

/** After a letter became something: lists, counts and complaints are asked anew. */
export function useRenewLetters(communityId: string): () => void {
  const queries = useQueryClient()
  const { complaints, repairs, conversations } = keysOf(communityId)
  return () => {
    for (const queryKey of [letterKeys(communityId).all, complaints, repairs, conversations])
      void queries.invalidateQueries({ queryKey })
  }
}
