import { createCall, fetchTransport } from '@yinuo/api-client'
import type { Call } from '@yinuo/api-client'
import { hearServerTime } from './clock.ts'
import { renewSession } from './session/renew.ts'
import { sessionExpired, sessionToken } from './session/session-store.ts'

function calling(signal?: AbortSignal): Call {
  const send: typeof fetch = async (input, init) => {
    const response = await fetch(input, { ...init, signal })
    hearServerTime(response.headers.get('date'))
    return response
  }
  return createCall({
    transport: fetchTransport(send),
    baseUrl: '',
    token: sessionToken,
    renew: renewSession,
    onSignedOut: sessionExpired,
  })
}

/** The way to the server. */
export const call = calling()

/** The same, given up when the signal says so: for typing ahead and for pages left. */
export const callUntil = (signal: AbortSignal): Call => calling(signal)
