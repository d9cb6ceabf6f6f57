import { describe, expect, it } from '@jest/globals'
import { ApiProblem, ConnectionLost } from '@yinuo/api-client'
import { keyKeeper, newKey } from './idempotency.ts'

describe('the key of a submission', () => {
  it('is the same for the same content and new for changed content', () => {
    const keeper = keyKeeper()
    const first = keeper.keyFor({ text: '漏水' })
    expect(keeper.keyFor({ text: '漏水' })).toBe(first)
    expect(keeper.keyFor({ text: '漏水了' })).not.toBe(first)
  })
  it('is new after the work was done', () => {
    const keeper = keyKeeper()
    const first = keeper.keyFor({ text: '漏水' })
    keeper.done()
    expect(keeper.keyFor({ text: '漏水' })).not.toBe(first)
  })
  it('is kept when no answer came and renewed when the server refused', () => {
    const keeper = keyKeeper()
    const first = keeper.keyFor('x')
    keeper.failed(new ConnectionLost(null))
    keeper.failed(new ApiProblem({ code: 'NOT_READY', status: 503, detail: '', traceId: '' }))
    keeper.failed(new ApiProblem({ code: 'IDEMPOTENCY_IN_FLIGHT', status: 409, detail: '', traceId: '' }))
    expect(keeper.keyFor('x')).toBe(first)
    keeper.failed(new ApiProblem({ code: 'STAFF_NOT_AVAILABLE', status: 422, detail: '', traceId: '' }))
    expect(keeper.keyFor('x')).not.toBe(first)
  })
  it('is a UUID of version 4', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
