import { useCallback, useEffect, useRef, useState } from 'react'
import { platform, stopRefreshing, useDidHide, useDidShow, usePullDownRefresh } from '../platform'

export interface Remote<T> {
  value: T | null
  failure: unknown
  loading: boolean
  /** What is shown was kept from an earlier visit. */
  stale: boolean
  reload: () => Promise<void>
  show: (value: T) => void
}

interface Terms {
  /** Loads again this often while the page is seen. */
  everySeconds?: number
  /** Keeps the last answer under this name, to be shown without a connection. */
  keptAs?: string
  /** Nothing to ask for yet. */
  skip?: boolean
}

/** What a page shows of the server: loading, the answer, or why there is none. Loads again whenever the page is seen. */
export function useRemote<T>(
  load: () => Promise<T>,
  watched: readonly unknown[],
  { everySeconds, keptAs, skip }: Terms = {},
): Remote<T> {
  const [state, setState] = useState<{ value: T | null; failure: unknown; loading: boolean; stale: boolean }>(() => {
    const value = keptAs ? platform.read<T>(keptAs) : null
    return { value, failure: null, loading: !skip, stale: value !== null }
  })
  const latest = useRef(0)
  const seen = useRef(true)

  const reload = useCallback(async () => {
    if (skip) return
    const turn = (latest.current += 1)
    setState((before) => ({ ...before, loading: true }))
    try {
      const value = await load()
      if (turn !== latest.current) return
      if (keptAs) platform.write(keptAs, value)
      setState({ value, failure: null, loading: false, stale: false })
    } catch (failure) {
      if (turn === latest.current) setState((before) => ({ ...before, failure, loading: false, stale: before.value !== null }))
    }
    // `load` is a new function at every drawing; `watched` says when it means something else.
  }, [...watched, skip, keptAs])

  useEffect(() => {
    void reload()
  }, [reload])
  const firstShow = useRef(true)
  useDidShow(() => {
    seen.current = true
    if (!firstShow.current) void reload()
    firstShow.current = false
  })
  useDidHide(() => {
    seen.current = false
  })
  usePullDownRefresh(() => void reload().finally(stopRefreshing))
  useEffect(() => {
    if (!everySeconds) return
    const timer = setInterval(() => seen.current && void reload(), everySeconds * 1000)
    return () => clearInterval(timer)
  }, [everySeconds, reload])

  const show = useCallback((value: T) => setState({ value, failure: null, loading: false, stale: false }), [])
  return { ...state, reload, show }
}

/** The minute on the wall, so that what is left of a clock stays true while somebody looks. */
export function useNow(everySeconds = 15): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everySeconds * 1000)
    return () => clearInterval(timer)
  }, [everySeconds])
  return now
}
