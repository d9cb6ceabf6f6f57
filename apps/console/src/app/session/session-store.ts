import type { KeptTokens } from '@yinuo/api-client'
import type { Me, SessionTokens, SignedIn } from '@yinuo/contracts'
import { useSyncExternalStore } from 'react'

/**
 * `in`: somebody is signed in. `expired`: the server ended the session; the page stays as it is, with what was typed,
 * behind a sign-in. `out`: nobody.
 */
export interface SessionState {
  phase: 'out' | 'in' | 'expired'
  /** the one signed in with; renewed ones take its place only where they are kept */
  token: string | null
  me: Me | null
}

const KEY = 'yinuo.session'
let state: SessionState = remembered()
const listeners = new Set<() => void>()

function remembered(): SessionState {
  const token = keptTokens()?.token
  return token ? { phase: 'in', token, me: null } : { phase: 'out', token: null, me: null }
}

/** What the tabs of this browser share. A token alone was kept before there were refresh tokens. */
export function keptTokens(): KeptTokens | null {
  const kept = localStorage.getItem(KEY)
  if (!kept?.startsWith('{')) return kept ? { token: kept, refreshToken: null } : null
  return JSON.parse(kept) as KeptTokens
}

export function keepTokens({ token, refreshToken }: SessionTokens): void {
  localStorage.setItem(KEY, JSON.stringify({ token, refreshToken } satisfies KeptTokens))
}

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

export const sessionToken = () => (state.phase === 'in' ? (keptTokens()?.token ?? null) : null)

/** Answers whether another person signed in than the one whose page is still open. */
export function signedIn({ me, ...tokens }: SignedIn): boolean {
  const another = state.me !== null && state.me.staff?.id !== me.staff?.id
  keepTokens(tokens)
  become({ phase: 'in', token: tokens.token, me })
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
  const token = newValue && keptTokens()?.token
  if (!token) sessionExpired()
  else if (state.phase !== 'in') become({ phase: 'in', token, me: state.me })
})

export const useSession = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
