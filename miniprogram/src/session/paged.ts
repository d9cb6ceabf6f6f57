import type { Page } from '@yinuo/contracts'
import { useCallback, useRef, useState } from 'react'
import { useReachBottom } from '../platform'
import type { Remote } from './remote.ts'
import { useRemote } from './remote.ts'

export interface Paged<T> {
  first: Remote<Page<T>>
  items: T[]
  more: boolean
  loadingMore: boolean
  moreFailed: boolean
  loadMore: () => Promise<void>
}

/** A list that grows when its end is reached. */
export function usePaged<T>(
  load: (cursor: string | null) => Promise<Page<T>>,
  watched: readonly unknown[],
  keptAs?: string,
): Paged<T> {
  const [later, setLater] = useState<Page<T>[]>([])
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreFailed, setMoreFailed] = useState(false)
  const busy = useRef(false)
  const first = useRemote(
    async () => {
      const page = await load(null)
      setLater([])
      return page
    },
    watched,
    keptAs ? { keptAs } : {},
  )
  const pages = first.value ? [first.value, ...later] : []
  const cursor = pages.at(-1)?.nextCursor ?? null

  const loadMore = useCallback(async () => {
    if (!cursor || busy.current) return
    busy.current = true
    setLoadingMore(true)
    try {
      const page = await load(cursor)
      setLater((before) => [...before, page])
      setMoreFailed(false)
    } catch {
      setMoreFailed(true)
    } finally {
      busy.current = false
      setLoadingMore(false)
    }
  }, [cursor, ...watched])
  useReachBottom(() => void loadMore())

  return { first, items: pages.flatMap((page) => page.items), more: cursor !== null, loadingMore, moreFailed, loadMore }
}
