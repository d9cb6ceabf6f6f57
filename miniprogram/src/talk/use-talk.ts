import type { ConversationView } from '@yinuo/contracts'
import { useEffect, useRef } from 'react'
import { sayingsStore } from '../outbox/conversation-outbox.ts'
import type { Saying } from '../outbox/sayings.ts'
import { useRemote } from '../session/remote.ts'
import type { Remote } from '../session/remote.ts'
import { call } from '../session/session.ts'
import { useStore } from '../session/store.ts'

const ASK_EVERY_SECONDS = 4
/** The office is told that somebody is looking: who is, needs no message. */
const SAY_SEEN_EVERY_MS = 25_000
/** Links to pictures open for a quarter of an hour. */
const WHOLE_EVERY_MS = 8 * 60_000

interface Place {
  communityId: string
  /** null: there is none yet */
  id: string | null
}

/** A conversation that stays as it is on the server while it is looked at: what was said since is asked for every few seconds. */
export function useTalk({ communityId, id }: Place): Remote<ConversationView> {
  const known = useRef<{ view: ConversationView; wholeAt: number } | null>(null)
  const load = async () => {
    const before = known.current?.view.id === id ? known.current : null
    const isFresh = before !== null && Date.now() - before.wholeAt < WHOLE_EVERY_MS
    const after = isFresh ? before.view.entries.at(-1)?.id : undefined
    const view = await call('GET /communities/{communityId}/conversations/{id}', {
      path: { communityId, id: id ?? '' },
      query: { after },
    })
    const since = view.entries.filter((entry) => !before?.view.entries.some((each) => each.id === entry.id))
    const whole = after && before ? { ...view, entries: [...before.view.entries, ...since] } : view
    known.current = { view: whole, wholeAt: after && before ? before.wholeAt : Date.now() }
    return whole
  }
  const talk = useRemote(load, [communityId, id], { everySeconds: ASK_EVERY_SECONDS, skip: !id })
  const waiting = useStore(sayingsStore).queue.length
  useEffect(() => {
    void talk.reload()
  }, [waiting])
  return talk
}

/** Says that the talk was seen: whenever something new came, and now and then while it is looked at. */
export function useSeen(view: ConversationView | null, isOurs = true): void {
  const saidAt = useRef(0)
  const last = view?.entries.at(-1)?.id
  useEffect(() => {
    if (!view || !last || !isOurs) return
    const say = () => {
      saidAt.current = Date.now()
      const path = { communityId: view.communityId, id: view.id }
      call('PUT /communities/{communityId}/conversations/{id}/seen', { path, body: { entryId: last } }).catch(() => undefined)
    }
    if (view.unread > 0 || Date.now() - saidAt.current > SAY_SEEN_EVERY_MS) say()
  }, [view, last, isOurs])
}

/** What was said here and has not reached the server. */
export function useWaitingHere(belongs: (from: Saying['from']) => boolean): Saying[] {
  return useStore(sayingsStore).queue.filter(({ from }) => belongs(from))
}
