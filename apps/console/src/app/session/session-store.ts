import type { Me, SignedIn } from '@yinuo/contracts'
import { useSyncExternalStore } from 'react'

/**
 * `in`: somebody is signed in. `expired`: the server ended the session; the page stays as it is, with what was typed,
 * behind a sign-in. `out`: nobody.
 */
export interface SessionState {
  phase: 'out' | 'in' | 'expired'
  token: string | null
  me: Me | null
}

const KEY = 'yinuo.session'
let state: SessionState = remembered()
const listeners = new Set<() => void>()

function remembered(): SessionState {
  const token = localStorage.getItem(KEY)
  return token ? { phase: 'in', token, me: null } : { phase: 'out', token: null, me: null }
}

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

export const sessionToken = () => state.token

/** Answers whether another person signed in than the one whose page is still open. */
export function signedIn({ token, me }: SignedIn): boolean {
  const another = state.me !== null && state.me.staff?.id !== me.staff?.id
  localStorage.setItem(KEY, token)
  become({ phase: 'in', token, me })
  return another
}

export function learnMe(me: Me): void {
  become({ ...state, me })
}

export function sessionExpired(): void {
  if (state.phase !== 'in') return
  localStorage.removeItem(KEY)
  become({ phase: state.me ? 'expired' : 'out', token: null, me: state.me })
}

export function signedOut(): void {
  localStorage.removeItem(KEY)
  sessionStorage.clear()
  become({ phase: 'out', token: null, me: null })
}

/** Signing in or out in one tab holds for all. */
addEventListener('storage', ({ key, newValue }) => {
  if (key !== KEY) return
  if (newValue === null) sessionExpired()
  else if (state.phase !== 'in') become({ phase: 'in', token: newValue, me: state.me })
})

export const useSession = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
