import type { FastifyRequest } from 'fastify'
import type { Clock } from '../state/clock.ts'

export interface Call {
  id: number
  at: string
  direction: 'in' | 'out'
  endpoint: string
  query: Record<string, unknown>
  request: unknown
  status: number
  errcode: number | string | null
  answer: unknown
  ms: number
  fault: string | null
}

const kept = 500

/** Everything that was said, with the secrets taken out. */
export class Calls {
  #clock: Clock
  #calls: Call[] = []
  #lastId = 0
  #listeners = new Set<(call: Call) => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  record(request: FastifyRequest, status: number, payload: unknown, fault: string | null, ms = 0): void {
    const answer = readable(payload)
    this.#add({
      direction: 'in',
      endpoint: request.routeOptions.url ?? request.url,
      query: masked(request.query as Record<string, unknown>),
      request: masked(readable(request.body)),
      status,
      errcode: errcodeOf(answer),
      answer: masked(answer),
      ms: Math.round(ms),
      fault,
    })
  }

  recordOutgoing(name: string, body: Record<string, unknown>, answer: string, ms = 0, kind: 'event' | 'notice' = 'event'): void {
    const status = Number(/^\d{3}/.exec(answer)?.[0] ?? 0)
    this.#add({
      direction: 'out',
      endpoint: `${kind}/${name}`,
      query: {},
      request: body,
      status,
      errcode: null,
      answer,
      ms: Math.round(ms),
      fault: null,
    })
  }

  all(): Call[] {
    return this.#calls
  }

  clear(): void {
    this.#calls = []
  }

  listen(listener: (call: Call) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot(): Call[] {
    return this.#calls.slice(-100)
  }

  restore(written: Call[]): void {
    this.#calls = written
    this.#lastId = written.at(-1)?.id ?? 0
  }

  #add(call: Omit<Call, 'id' | 'at'>): void {
    const whole = { id: ++this.#lastId, at: this.#clock.iso(), ...call }
    this.#calls.push(whole)
    if (this.#calls.length > kept) this.#calls.splice(0, this.#calls.length - kept)
    for (const listener of this.#listeners) listener(whole)
  }
}

function readable(payload: unknown): unknown {
  if (Buffer.isBuffer(payload)) {
    const text = payload.subarray(0, 1)[0] === 0x7b ? parsed(payload.toString('utf8')) : undefined
    return text ?? `<${payload.length} bytes>`
  }
  return typeof payload === 'string' ? (parsed(payload) ?? payload.slice(0, 2000)) : payload
}

/** Message ids are longer than JavaScript's exact integers; they are shown as they were written. */
function parsed(text: string): unknown {
  const keepLong = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? context?.source : value
  try {
    return JSON.parse(text, keepLong as (key: string, value: unknown) => unknown)
  } catch {
    return undefined
  }
}

function errcodeOf(answer: unknown): number | string | null {
  const { errcode, code } = (answer ?? {}) as { errcode?: number; code?: string }
  return errcode ?? code ?? null
}

const secret = new Set(['secret', 'session_key', 'access_token', 'x-key', 'key'])

function masked<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secret.has(name) ? `${String(inner).slice(0, 6)}…` : inner]),
  ) as T
}
