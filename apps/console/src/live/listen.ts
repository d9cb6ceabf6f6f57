import { eventParser, retryDelay } from './event-stream.ts'
import type { LiveEvent } from './event-stream.ts'

export type LiveState = 'live' | 'reconnecting'

export interface Listener {
  onState: (state: LiveState) => void
  onEvent: (event: LiveEvent) => void
  /** The line was down for a moment: what happened meanwhile was not heard. */
  onGap: () => void
}

/** One attempt to open the line; `null` when it will never open for this reader. */
export type OpenLine = (signal: AbortSignal) => Promise<ReadableStream<Uint8Array> | null>

// A line silent for this long may be dead without anybody having noticed; opening a new one costs little.
const SILENCE = 55_000
const PATIENCE = 10_000
/** A line that ends as soon as it opens is not hammered. */
const SHORT_LIVED = 3_000

/**
 * Listens until `signal` ends it. A line that ends is opened again at once, and only when that fails is it said: proxies
 * cut quiet lines as a matter of course, nobody needs to be told.
 */
export async function listen(open: OpenLine, listener: Listener, signal: AbortSignal, pause = pauseFor): Promise<void> {
  let failures = 0
  let opened = false
  while (!signal.aborted) {
    const line = new AbortController()
    const hangUp = () => line.abort()
    signal.addEventListener('abort', hangUp)
    globalThis.addEventListener?.('offline', hangUp)
    try {
      const stream = await withPatience(open(line.signal), hangUp)
      if (stream === null) return
      failures = 0
      listener.onState('live')
      if (opened) listener.onGap()
      opened = true
      const since = Date.now()
      await hearAll(stream, listener.onEvent, line)
      if (Date.now() - since < SHORT_LIVED) await pause(retryDelay(0, Math.random()), signal)
    } catch {
      if (signal.aborted) return
      listener.onState('reconnecting')
      await pause(retryDelay(failures++, Math.random()), signal)
    } finally {
      signal.removeEventListener('abort', hangUp)
      globalThis.removeEventListener?.('offline', hangUp)
      hangUp()
    }
  }
}

async function withPatience<T>(opening: Promise<T>, hangUp: () => void): Promise<T> {
  const late = setTimeout(hangUp, PATIENCE)
  return opening.finally(() => clearTimeout(late))
}

/** Ends quietly however the line ends; whether it can be opened again is for the next attempt to find out. */
async function hearAll(
  stream: ReadableStream<Uint8Array>,
  onEvent: (event: LiveEvent) => void,
  line: AbortController,
): Promise<void> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  const feed = eventParser(onEvent)
  line.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
  for (;;) {
    const silent = setTimeout(() => line.abort(), SILENCE)
    const { done, value } = await reader
      .read()
      .catch(() => ({ done: true, value: undefined }) as const)
      .finally(() => clearTimeout(silent))
    if (done) return
    feed(decoder.decode(value, { stream: true }))
  }
}

export function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    const now = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', now, { once: true })
    globalThis.addEventListener?.('online', now, { once: true })
  })
}
