import { ConnectionLost, problemOf } from './failures.ts'
import type { Renew } from './renewal.ts'
import type { Routes } from './routes.ts'
import type { Method, Transport, TransportAnswer } from './transport.ts'

export type Route = keyof Routes
export type Answer<R extends Route> = Routes[R]['answer']
type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never
type Sent<R extends Route> = ([PathNames<R>] extends [never] ? { path?: undefined } : { path: Record<PathNames<R>, string> }) &
  (Routes[R] extends { body: infer Body } ? { body: Body } : { body?: undefined })

export type CallOptions<R extends Route> = Sent<R> & {
  query?: Record<string, string | number | boolean | null | undefined>
  /** Keep it and send it again when the answer got lost: the server does the work once. */
  idempotencyKey?: string
}
type Arguments<R extends Route> = {} extends CallOptions<R> ? [options?: CallOptions<R>] : [options: CallOptions<R>]

export type Call = <R extends Route>(route: R, ...options: Arguments<R>) => Promise<Answer<R>>

export interface ClientSettings {
  transport: Transport
  /** without `/api`; empty for the page's own origin */
  baseUrl: string
  token: () => string | null
  /** Tries to get a new token for one that is refused; the request is then sent once more. */
  renew?: Renew
  /** The session ended: forget the token, ask to sign in. */
  onSignedOut?: () => void
}

/** One typed way to call the server: `call('GET /communities/{communityId}/repairs', { path, query })`. */
export function createCall({ transport, baseUrl, token, renew, onSignedOut }: ClientSettings): Call {
  return async (route, ...[options = {} as never]) => {
    const { path, query, body, idempotencyKey } = options as {
      path?: Record<string, string>
      query?: Record<string, string | number | boolean | null | undefined>
      body?: unknown
      idempotencyKey?: string
    }
    const [method, template] = route.split(' ') as [Method, string]
    const headers: Record<string, string> = { accept: 'application/json' }
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
    const plain = body !== undefined && !isForm(body)
    if (plain) headers['content-type'] = 'application/json'

    const url = `${baseUrl}/api${filled(template, path ?? {})}${asQuery(query ?? {})}`
    const send = async (session: string | null) => {
      const all = session ? { ...headers, authorization: `Bearer ${session}` } : headers
      return transport({ method, url, headers: all, body: plain ? JSON.stringify(body) : body }).catch((cause: unknown) => {
        throw new ConnectionLost(cause)
      })
    }
    const session = token()
    const answer = await send(session)
    const isRenewed = answer.status === 401 && session && refusesSession(answer) && (await renew?.(session))
    return settled(isRenewed ? await send(token()) : answer, onSignedOut) as never
  }
}

function refusesSession({ status, body }: TransportAnswer): boolean {
  return problemOf(status, typeof body === 'string' ? parsed(body) : body).code === 'NOT_SIGNED_IN'
}

function settled(answer: TransportAnswer, onSignedOut?: () => void): unknown {
  const body = typeof answer.body === 'string' ? parsed(answer.body) : answer.body
  if (answer.status >= 200 && answer.status < 300) return body
  const problem = problemOf(answer.status, body)
  if (problem.code === 'NOT_SIGNED_IN') onSignedOut?.()
  throw problem
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function filled(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

function asQuery(values: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (given.length === 0) return ''
  return `?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}

function isForm(body: unknown): boolean {
  return typeof FormData !== 'undefined' && body instanceof FormData
}
