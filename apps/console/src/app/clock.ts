import { useSyncExternalStore } from 'react'

// A clerk's computer may be minutes off; "还剩 3 分钟" must be the server's truth, so its Date header sets the offset.
let offset = 0
let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

const TICK = 5_000

export function hearServerTime(dateHeader: string | null): void {
  const told = dateHeader ? Date.parse(dateHeader) : NaN
  if (Number.isNaN(told)) return
  const measured = told + 500 - Date.now()
  // The header has whole seconds only: smaller differences are noise.
  if (Math.abs(measured - offset) > 2_000) offset = measured
}

export const serverNow = () => Date.now() + offset

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = serverNow()
    for (const each of listeners) each()
  }, TICK)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The time now, renewed every few seconds; all clocks on the page tick together. */
export const useNow = () =>
  useSyncExternalStore(subscribe, () => {
    // Nobody listened for a while: the clock stood still.
    if (serverNow() - now > 2 * TICK) now = serverNow()
    return now
  })
