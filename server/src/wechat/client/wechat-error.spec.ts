import { describe, expect, it } from '@jest/globals'
import { refusalOf, unavailable, wechatProblem } from './wechat-error.ts'

describe('a refusal by WeChat', () => {
  it.each([
    [-1, 'busy'],
    [40001, 'token-invalid'],
    [40014, 'token-invalid'],
    [42001, 'token-invalid'],
    [45009, 'quota'],
    [45011, 'quota'],
    [40029, 'code-invalid'],
    [40163, 'code-invalid'],
    [40226, 'blocked'],
    [43101, 'refused'],
    [47003, 'bad-value'],
    [40037, 'bad-value'],
    [41030, 'bad-value'],
    [40003, 'unknown-user'],
    [40125, 'misconfigured'],
    [48001, 'misconfigured'],
    [99999, 'bad-value'],
  ])('has a kind: %i is %s', (errcode, kind) => {
    expect(refusalOf('/x', errcode, 'text').kind).toBe(kind)
  })

  it('keeps the request id WeChat gave, with or without a comma before it', () => {
    expect(refusalOf('/x', 40029, 'invalid code, rid: 65f00000-1a2b3c4d-00000000').rid).toBe('65f00000-1a2b3c4d-00000000')
    expect(refusalOf('/x', 47003, 'argument invalid! data.thing3.value is emtpy rid: 65f00000-1a2b3c4d-0000000f').rid).toBe(
      '65f00000-1a2b3c4d-0000000f',
    )
    expect(refusalOf('/x', -1, 'system error').rid).toBeNull()
  })

  it('becomes a sentence for the person at the phone', () => {
    expect(wechatProblem(refusalOf('/sns/jscode2session', 40163, 'code been used')).code).toBe('WECHAT_CODE_INVALID')
    expect(wechatProblem(refusalOf('/sns/jscode2session', 40226, 'code blocked')).code).toBe('WECHAT_REFUSED')
    expect(wechatProblem(refusalOf('/sns/jscode2session', 45011, 'slower')).code).toBe('TOO_MANY_REQUESTS')
    expect(wechatProblem(unavailable('/sns/jscode2session', 'HTTP 502', true)).code).toBe('WECHAT_UNAVAILABLE')
  })
})
