import { describe, expect, it } from '@jest/globals'
import { ApiProblem, ConnectionLost, createCall } from './index.ts'
import type { Transport, TransportAnswer, TransportRequest } from './index.ts'

function clientAnswering(answer: TransportAnswer | Error) {
  const sent: TransportRequest[] = []
  let signedOut = 0
  const transport: Transport = async (request) => {
    sent.push(request)
    if (answer instanceof Error) throw answer
    return answer
  }
  const call = createCall({ transport, baseUrl: 'http://server', token: () => 'secret', onSignedOut: () => (signedOut += 1) })
  return { call, sent, timesSignedOut: () => signedOut }
}

describe('a typed call', () => {
  it('fills the path, leaves empty filters out and carries the session', async () => {
    const { call, sent } = clientAnswering({ status: 200, body: { items: [], nextCursor: null } })
    await call('GET /communities/{communityId}/repairs', {
      path: { communityId: 'a/b' },
      query: { state: 'done', query: '漏水', cursor: null, late: undefined },
    })
    expect(sent[0]).toMatchObject({
      method: 'GET',
      url: 'http://server/api/communities/a%2Fb/repairs?state=done&query=%E6%BC%8F%E6%B0%B4',
      headers: { authorization: 'Bearer secret' },
      body: undefined,
    })
  })

  it('sends its body as JSON under the idempotency key it was given', async () => {
    const { call, sent } = clientAnswering({ status: 200, body: '{"id":"1","state":"accepted"}' })
    const receipt = await call('POST /communities/{communityId}/repairs/{id}/accept', {
      path: { communityId: 'c', id: '1' },
      body: { version: 3 },
      idempotencyKey: 'key-1',
    })
    expect(receipt).toEqual({ id: '1', state: 'accepted' })
    expect(sent[0]).toMatchObject({
      url: 'http://server/api/communities/c/repairs/1/accept',
      headers: { 'idempotency-key': 'key-1', 'content-type': 'application/json' },
      body: '{"version":3}',
    })
  })

  it('leaves a form to the platform', async () => {
    const { call, sent } = clientAnswering({ status: 201, body: {} })
    const form = new FormData()
    await call('POST /files', { body: form, idempotencyKey: 'key-2' })
    expect(sent[0]?.body).toBe(form)
    expect(sent[0]?.headers).not.toHaveProperty('content-type')
  })

  it('answers nothing for 204', async () => {
    const { call } = clientAnswering({ status: 204, body: '' })
    expect(await call('DELETE /me/session')).toBeUndefined()
  })
})

describe('a call that fails', () => {
  const refusal = {
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    code: 'REPAIR_ALREADY_TAKEN',
    detail: '这一单已由张建国接单。',
    traceId: 't-1',
    errors: [{ field: 'version', message: '已变化' }],
  }

  it('throws the problem with its code, sentence and trace', async () => {
    const { call, timesSignedOut } = clientAnswering({ status: 409, body: JSON.stringify(refusal) })
    const failure = await call('GET /me').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ApiProblem)
    expect(failure).toMatchObject({
      code: 'REPAIR_ALREADY_TAKEN',
      status: 409,
      detail: '这一单已由张建国接单。',
      traceId: 't-1',
      errors: [{ field: 'version', message: '已变化' }],
    })
    expect(timesSignedOut()).toBe(0)
  })

  it('says so when the session has ended', async () => {
    const { call, timesSignedOut } = clientAnswering({ status: 401, body: { ...refusal, status: 401, code: 'NOT_SIGNED_IN' } })
    await expect(call('GET /me')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(timesSignedOut()).toBe(1)
  })

  it.each([
    [502, 'NOT_READY'],
    [500, 'INTERNAL'],
  ])('makes a sentence of an HTML answer with status %i', async (status, code) => {
    const { call } = clientAnswering({ status, body: '<html>Bad Gateway</html>' })
    await expect(call('GET /me')).rejects.toMatchObject({ code, status })
  })

  it('tells a lost connection apart from a refusal', async () => {
    const { call } = clientAnswering(new Error('request:fail'))
    await expect(call('GET /me')).rejects.toBeInstanceOf(ConnectionLost)
  })
})
