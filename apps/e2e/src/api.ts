import { createCall, fetchTransport } from '@yinuo/api-client'
import type { Call } from '@yinuo/api-client'
import type { SignedIn } from '@yinuo/contracts'
import { addressOf } from './product.ts'

const signedIn = new Map<string, Promise<SignedIn>>()

/** The API as somebody of the office uses it. */
export const asOffice = (login: 'manager' | 'supervisor' | 'frontdesk' | 'hq'): Promise<Call> =>
  callAs(login, () => nobody()('POST /sessions/password', { body: { login, password: 'yinuo-demo' } }))

/** The API as the person with this phone uses it. */
export const asPhone = (phoneId: string): Promise<Call> =>
  callAs(phoneId, async () => {
    const { code } = (await sandbox('POST', `/phones/${phoneId}/login-codes`, {})) as { code: string }
    return nobody()('POST /sessions/wechat', { body: { code } })
  })

/** Moves the sandbox's world, as its own pages do. */
export async function sandbox(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${addressOf('stage')}/sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

async function callAs(who: string, signIn: () => Promise<SignedIn>): Promise<Call> {
  const known = signedIn.get(who) ?? signIn()
  signedIn.set(who, known)
  return client((await known).token)
}

const nobody = () => client(null)

function client(token: string | null): Call {
  return createCall({ transport: fetchTransport(), baseUrl: addressOf('server'), token: () => token })
}
