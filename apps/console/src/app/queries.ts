import { ApiProblem } from '@yinuo/api-client'
import type { Page } from '@yinuo/contracts'
import { keepPreviousData, QueryClient, useInfiniteQuery } from '@tanstack/react-query'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only a lost line or a recovering server is worth asking again.
      retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status < 500),
    },
  },
})

/** Pages behind a cursor, as one growing list. */
export function usePages<Row>(
  key: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
  options: { enabled?: boolean; refetchInterval?: number } = {},
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...options,
  })
  return { ...query, rows: query.data?.pages.flatMap((page) => page.items) ?? [] }
}
