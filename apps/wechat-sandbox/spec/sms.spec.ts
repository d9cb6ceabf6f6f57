import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WechatWorld, lin } from './wechat-world.ts'

const message = {
  phone: lin.phoneNumber,
  signature: '一诺物业',
  template: '您的报修{number}{state}。',
  values: { number: 'BX0007', state: '已接单' },
}

describe('text-message gateway', () => {
  let wechat: WechatWorld
  beforeEach(async () => {
    wechat = await new WechatWorld().open({ smsLimits: { perMinute: 2, perDay: 3 } })
  })
  afterEach(() => wechat.close())

  const send = (change: object = {}, key = 'sms-key') =>
    wechat.ask('POST', '/sms/send', { ...message, ...change }, { 'x-key': key })

  it('delivers to the phone with that number', async () => {
    expect((await send()).json).toEqual({ id: expect.any(String) })
    expect(JSON.parse((await wechat.ask('GET', '/sandbox/phones/lin/inbox')).text)).toMatchObject([
      { kind: 'sms', text: '【一诺物业】您的报修BX0007已接单。' },
    ])
  })

  it.each([
    ['a number that is none', 'isv.MOBILE_NUMBER_ILLEGAL', { phone: '12345' }],
    ['no signature', 'isv.SMS_SIGNATURE_ILLEGAL', { signature: '' }],
    ['no template', 'isv.SMS_TEMPLATE_ILLEGAL', { template: '' }],
  ])('refuses %s with HTTP 200 and %s', async (_what, code, change) => {
    expect(await send(change)).toMatchObject({ status: 200, json: { code, message: expect.any(String) } })
  })

  it('refuses a wrong key and a broken body', async () => {
    expect((await send({}, 'guess')).json.code).toBe('InvalidAccessKeyId.NotFound')
    expect((await wechat.ask('POST', '/sms/send', '{', { 'x-key': 'sms-key' })).json.code).toBe('isv.INVALID_PARAMETERS')
  })

  it('limits messages to one number by minute and day', async () => {
    await wechat.beginDay()
    await send()
    await send()
    expect((await send()).json).toEqual({ code: 'isv.BUSINESS_LIMIT_CONTROL', message: '触发分钟级流控' })
    expect((await send({ phone: '13700000000' })).json.id).toBeDefined()
    await wechat.advance(61)
    await send()
    await wechat.advance(61)
    expect((await send()).json.code).toBe('isv.BUSINESS_LIMIT_CONTROL')
  })

  it('refuses on demand in its own words', async () => {
    await wechat.order({ endpoint: '/sms/send', errcode: 'isv.AMOUNT_NOT_ENOUGH', errmsg: '账户余额不足' })
    expect((await send()).json).toEqual({ code: 'isv.AMOUNT_NOT_ENOUGH', message: '账户余额不足' })
  })
})
