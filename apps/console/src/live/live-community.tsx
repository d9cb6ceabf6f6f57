import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { keysOf } from '../app/community.ts'
import { useSession } from '../app/session/session-store.ts'
import type { LiveEvent } from './event-stream.ts'
import { listen } from './listen.ts'
import type { LiveState } from './listen.ts'

interface Live {
  state: LiveState
  /** The last few happenings, newest first. */
  events: LiveEvent[]
}

const LiveContext = createContext<Live>({ state: 'reconnecting', events: [] })
export const useLive = () => useContext(LiveContext)

// A busy minute brings many events; the screens are renewed at most this often.
const GATHER = 400

/** One line per open community; what it tells renews the screens. */
export function LiveCommunity({ communityId, children }: { communityId: string; children: ReactNode }) {
  const queries = useQueryClient()
  const { phase } = useSession()
  const [live, setLive] = useState<Live>({ state: 'reconnecting', events: [] })
  const gathering = useRef<ReturnType<typeof setTimeout>>()

  useEffect(() => {
    if (phase !== 'in') return
    const ending = new AbortController()
    const renew = () => {
      gathering.current ??= setTimeout(() => {
        gathering.current = undefined
        void queries.invalidateQueries({ queryKey: keysOf(communityId).repairs })
      }, GATHER)
    }
    setLive({ state: 'reconnecting', events: [] })
    void listen(
      communityId,
      {
        onState: (state) => setLive((before) => ({ ...before, state })),
        onEvent: (event) => {
          setLive((before) => ({ ...before, events: [event, ...before.events].slice(0, 20) }))
          renew()
        },
        onGap: renew,
      },
      ending.signal,
    )
    return () => {
      ending.abort()
      clearTimeout(gathering.current)
      gathering.current = undefined
    }
  }, [communityId, phase, queries])

  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}
