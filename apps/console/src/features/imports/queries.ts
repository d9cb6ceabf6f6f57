import type { ImportBatch, ImportState } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'

const LOOK_AGAIN_MS = 1000
const working: readonly ImportState[] = ['checking', 'applying', 'undoing']

export const importsKey = (communityId: string) => [...keysOf(communityId).all, 'imports'] as const
export const isWorking = ({ state }: Pick<ImportBatch, 'state'>) => working.includes(state)

/** One import; looked at each second while the server is busy with it. */
export function useBatch(id: string) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: [...importsKey(communityId), id],
    queryFn: ({ signal }) => callUntil(signal)('GET /communities/{communityId}/imports/{id}', { path: { communityId, id } }),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? LOOK_AGAIN_MS : false),
  })
  const { state, version } = query.data ?? {}
  useEffect(() => {
    // What was written is seen on the other screens too.
    if (state === 'applied' || state === 'undone') void queries.invalidateQueries({ queryKey: keysOf(communityId).archive })
  }, [queries, communityId, state, version])
  return query
}

/** Shows what the server just answered without asking again. */
export function useShowBatch() {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  return (batch: ImportBatch) => {
    queries.setQueryData([...importsKey(communityId), batch.id], batch)
    void queries.invalidateQueries({ queryKey: [...importsKey(communityId), batch.id] })
  }
}
