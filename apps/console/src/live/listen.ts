import { sessionExpired, sessionToken } from '../app/session/session-store.ts'
import { eventParser, retryDelay } from './event-stream.ts'
import type { LiveEvent } from './event-stream.ts'

export type LiveState = 'live' | 'reconnecting'

interface Listener {
  onState: (state: LiveState) => void
  onEvent: (event: LiveEvent) => void
  /** The line was down for a while: what happened meanwhile was not heard. */
  onGap: () => void
}

// The server beats every 15 s or so; a line silent for longer is dead even if the browser has not noticed.
const SILENCE = 60_000

/** Listens until `signal` ends it; reconnects by itself. */
export async function listen(communityId: string, { onState, onEvent, onGap }: Listener, signal: AbortSignal): Promise<void> {
  let failures = 0
  let broken = false
  while (!signal.aborted) {
    const line = new AbortController()
    const hangUp = () => line.abort()
    signal.addEventListener('abort', hangUp)
    try {
      const response = await fetch(`/api/communities/${communityId}/live`, {
        headers: { authorization: `Bearer ${sessionToken() ?? ''}`, accept: 'text/event-stream' },
        signal: line.signal,
      })
      if (response.status === 401) return sessionExpired()
      if (response.status === 403) return
      if (!response.ok || !response.body) throw new Error(String(response.status))
      failures = 0
      onState('live')
      if (broken) onGap()
      await hearAll(response.body, onEvent, hangUp)
    } catch {
      // Told by the state below; a lost line is no error of the page.
    } finally {
      signal.removeEventListener('abort', hangUp)
      line.abort()
    }
    if (signal.aborted) return
    broken = true
    onState('reconnecting')
    await pause(retryDelay(failures++, Math.random()), signal)
  }
}

async function hearAll(body: ReadableStream<Uint8Array>, onEvent: (event: LiveEvent) => void, hangUp: () => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).getReader()
  const feed = eventParser(onEvent)
  for (;;) {
    const silent = setTimeout(hangUp, SILENCE)
    const { done, value } = await reader.read().finally(() => clearTimeout(silent))
    if (done) return
    feed(value)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
