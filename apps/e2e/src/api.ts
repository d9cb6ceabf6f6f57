import { createCall, fetchTransport } from '@yinuo/api-client'
import type { Call } from '@yinuo/api-client'
import type { SignedIn } from '@yinuo/contracts'
import { addressOf } from './product.ts'

const signedIn = new Map<string, Promise<SignedIn>>()

export type Login = 'manager' | 'finance' | 'supervisor' | 'frontdesk' | 'hq'

/** The API as somebody of the office uses it. */
export const asOffice = async (login: Login): Promise<Call> => client(await officeToken(login))

export const officeToken = (login: Login): Promise<string> =>
  tokenOf(login, () => nobody()('POST /sessions/password', { body: { login, password: 'yinuo-demo' } }))

/** The API as the person with this phone uses it. */
export const asPhone = async (phoneId: string): Promise<Call> =>
  client(
    await tokenOf(phoneId, async () => {
      const { code } = (await sandbox('POST', `/phones/${phoneId}/login-codes`, {})) as { code: string }
      return nobody()('POST /sessions/wechat', { body: { code } })
    }),
  )

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

async function tokenOf(who: string, signIn: () => Promise<SignedIn>): Promise<string> {
  const known = signedIn.get(who) ?? signIn()
  signedIn.set(who, known)
  return (await known).token
}

const nobody = () => client(null)

function client(token: string | null): Call {
  return createCall({ transport: fetchTransport(), baseUrl: addressOf('server'), token: () => token })
}
