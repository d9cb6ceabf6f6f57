import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { keysOf } from '../app/community.ts'
import { renewSession } from '../app/session/renew.ts'
import { sessionExpired, sessionToken, useSession } from '../app/session/session-store.ts'
import type { RepairHappening } from './event-stream.ts'
import { listen } from './listen.ts'
import type { LiveState, OpenLine } from './listen.ts'

interface Live {
  state: LiveState
  /** The last few happenings, newest first. */
  events: RepairHappening[]
}

const LiveContext = createContext<Live>({ state: 'reconnecting', events: [] })
export const useLive = () => useContext(LiveContext)

/** EventSource cannot carry the Authorization header; fetch can. */
export const lineTo =
  (communityId: string, stream: 'live' | 'conversation-live' = 'live'): OpenLine =>
  async (signal) => {
    const listenWith = (token: string) =>
      fetch(`/api/communities/${communityId}/${stream}`, {
        headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
        signal,
      })
    const token = sessionToken() ?? ''
    const first = await listenWith(token)
    const response = first.status === 401 && (await renewSession(token)) ? await listenWith(sessionToken() ?? '') : first
    if (response.status === 401) sessionExpired()
    if (response.status === 401 || response.status === 403) return null
    if (!response.ok || !response.body) throw new Error(`The line was not opened: ${response.status}`)
    return response.body
  }

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
        void queries.invalidateQueries({ queryKey: keysOf(communityId).complaints })
      }, GATHER)
    }
    setLive({ state: 'reconnecting', events: [] })
    void listen(
      lineTo(communityId),
      {
        onState: (state) => setLive((before) => ({ ...before, state })),
        onEvent: (event) => {
          if ('repairId' in event) setLive((before) => ({ ...before, events: [event, ...before.events].slice(0, 20) }))
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
