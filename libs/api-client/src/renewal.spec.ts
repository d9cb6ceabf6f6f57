import { describe, expect, it } from '@jest/globals'
import { ConnectionLost, createCall, createRenewal, type KeptTokens } from './index.ts'
import type { TransportAnswer, TransportRequest } from './index.ts'

const refusal: TransportAnswer = {
  status: 401,
  body: { code: 'NOT_SIGNED_IN', detail: '登录已失效，请重新登录。', traceId: 't' },
}

/** A server that knows one token at a time; `lost` answers of a refresh do not arrive, though it was done. */
function server({ lost = 0, isOver = false } = {}) {
  let good = { token: 'token-1', refreshToken: 'refresh-1' }
  let count = 1
  const refreshes: string[] = []
  const transport = async ({ url, headers, body }: TransportRequest): Promise<TransportAnswer> => {
    if (!url.endsWith('/sessions/refresh')) {
      return headers['authorization'] === `Bearer ${good.token}` ? { status: 200, body: { me: good.token } } : refusal
    }
    const { refreshToken } = JSON.parse(body as string) as { refreshToken: string }
    refreshes.push(refreshToken)
    if (isOver) return refusal
    if (refreshToken === good.refreshToken) good = { token: `token-${++count}`, refreshToken: `refresh-${count}` }
    if (lost-- > 0) throw new Error('connection reset')
    return { status: 200, body: { ...good, expiresAt: '2026-11-21T04:30:00Z' } }
  }
  return { transport, refreshes, expire: () => (good = { ...good, token: 'nobody has this' }) }
}

function client(
  of: ReturnType<typeof server>,
  kept: { tokens: KeptTokens | null },
  alone?: <T>(work: () => Promise<T>) => Promise<T>,
) {
  let timesSignedOut = 0
  const { transport } = of
  const renew = createRenewal({
    transport,
    baseUrl: '',
    read: () => kept.tokens,
    keep: ({ token, refreshToken }) => (kept.tokens = { token, refreshToken }),
    alone,
    pause: async () => undefined,
  })
  const call = createCall({
    transport,
    baseUrl: '',
    token: () => kept.tokens?.token ?? null,
    renew,
    onSignedOut: () => (timesSignedOut += 1),
  })
  return { call, timesSignedOut: () => timesSignedOut }
}

describe('a session that is renewed', () => {
  const first = () => ({ tokens: { token: 'token-1', refreshToken: 'refresh-1' } as KeptTokens | null })

  it('[ORG-05] goes on without anybody noticing, with one refresh for all who wait', async () => {
    const of = server()
    const { call, timesSignedOut } = client(of, first())
    of.expire()
    const answers = await Promise.all([call('GET /me'), call('GET /me'), call('GET /me/sessions')])
    expect(answers).toEqual([{ me: 'token-2' }, { me: 'token-2' }, { me: 'token-2' }])
    expect(of.refreshes).toEqual(['refresh-1'])
    expect(timesSignedOut()).toBe(0)
  })

  it('[ORG-05] is renewed by one tab and taken over by the others', async () => {
    const of = server()
    const kept = first()
    let turn: Promise<unknown> = Promise.resolve()
    const alone = <T>(work: () => Promise<T>) => {
      const done = turn.then(work)
      turn = done.catch(() => undefined)
      return done
    }
    const [one, other] = [client(of, kept, alone), client(of, kept, alone)]
    of.expire()
    await Promise.all([one.call('GET /me'), other.call('GET /me')])
    expect(of.refreshes).toEqual(['refresh-1'])
  })

  it('[ORG-05] asks again for an answer that got lost, with the same refresh token', async () => {
    const of = server({ lost: 2 })
    const { call } = client(of, first())
    of.expire()
    expect(await call('GET /me')).toEqual({ me: 'token-2' })
    expect(of.refreshes).toEqual(['refresh-1', 'refresh-1', 'refresh-1'])
  })

  it('[ORG-05] is not given up for want of a connection', async () => {
    const of = server({ lost: 99 })
    const { call, timesSignedOut } = client(of, first())
    of.expire()
    await expect(call('GET /me')).rejects.toBeInstanceOf(ConnectionLost)
    expect(timesSignedOut()).toBe(0)
  })

  it('[ORG-05] ends when the server says so, and when there is nothing to renew it with', async () => {
    const ended = server({ isOver: true })
    const one = client(ended, first())
    ended.expire()
    await expect(one.call('GET /me')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(one.timesSignedOut()).toBe(1)
    const old = server()
    const other = client(old, { tokens: { token: 'token-0', refreshToken: null } })
    await expect(other.call('GET /me')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(old.refreshes).toEqual([])
  })
})
