import type { SessionTokens } from '@yinuo/contracts'
import { createCall } from './call.ts'
import { ApiProblem, ConnectionLost } from './failures.ts'
import type { Transport } from './transport.ts'

/** What a client keeps of its session; sessions from before there were refresh tokens have none. */
export interface KeptTokens {
  token: string
  refreshToken: string | null
}

export interface RenewalSettings {
  transport: Transport
  baseUrl: string
  /** What is kept at this moment, by whoever of those who share it. */
  read: () => KeptTokens | null
  keep: (tokens: SessionTokens) => void
  /** Lets one of those who share the session work at a time: the tabs of a browser. */
  alone?: <T>(work: () => Promise<T>) => Promise<T>
  pause?: (milliseconds: number) => Promise<void>
}

/** Gets a new token for one that is refused; answers whether there is one now. */
export type Renew = (refusedToken: string) => Promise<boolean>

/** The server gives the same answer again for half a minute, so an answer that got lost is asked for again. */
const PAUSES = [1_000, 4_000, 10_000]

/** Renews the session once for all who ask meanwhile. Without a connection it rejects, and nobody is signed out. */
export function createRenewal({
  transport,
  baseUrl,
  read,
  keep,
  alone = (work) => work(),
  pause = wait,
}: RenewalSettings): Renew {
  const call = createCall({ transport, baseUrl, token: () => null })
  let renewing: Promise<boolean> | null = null

  const exchange = async (refreshToken: string): Promise<SessionTokens> => {
    for (let turn = 0; ; turn++) {
      try {
        return await call('POST /sessions/refresh', { body: { refreshToken } })
      } catch (failure) {
        const mayHaveArrived = failure instanceof ConnectionLost || (failure instanceof ApiProblem && failure.status >= 500)
        if (!mayHaveArrived || turn === PAUSES.length) throw failure
        await pause(PAUSES[turn]!)
      }
    }
  }

  const renew = async (refusedToken: string): Promise<boolean> => {
    const kept = read()
    if (!kept) return false
    if (kept.token !== refusedToken) return true
    if (!kept.refreshToken) return false
    try {
      keep(await exchange(kept.refreshToken))
      return true
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.status === 401) return false
      throw failure
    }
  }

  return (refusedToken) => {
    renewing ??= alone(() => renew(refusedToken)).finally(() => {
      renewing = null
    })
    return renewing
  }
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
