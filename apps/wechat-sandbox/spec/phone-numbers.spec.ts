import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WechatWorld, appId, lin } from './wechat-world.ts'

describe('phone numbers', () => {
  let wechat: WechatWorld
  beforeEach(async () => {
    wechat = await new WechatWorld().open()
    await wechat.signIn()
  })
  afterEach(() => wechat.close())

  const phoneCode = async (body: object = {}) =>
    String((await wechat.ask('POST', '/sandbox/phones/lin/phone-codes', body)).json.code)
  const exchange = (code: string) => wechat.post('/wxa/business/getuserphonenumber', { code })

  it('answers with the number and the watermark of this mini-program', async () => {
    const { json } = await exchange(await phoneCode())
    expect(json).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: lin.phoneNumber,
        purePhoneNumber: lin.phoneNumber,
        countryCode: '86',
        watermark: { timestamp: expect.any(Number), appid: appId },
      },
    })
  })

  it('takes a code once, for five minutes, and never a login code', async () => {
    const code = await phoneCode()
    await exchange(code)
    expect((await exchange(code)).json.errcode).toBe(40029)
    const late = await phoneCode()
    await wechat.advance(300)
    expect((await exchange(late)).json.errcode).toBe(40029)
    expect((await exchange(await wechat.loginCode('lin'))).json.errcode).toBe(40029)
    expect((await wechat.login(await phoneCode())).json.errcode).toBe(40029)
  })

  it('refuses the code of another mini-program with 40013', async () => {
    expect((await exchange(await phoneCode({ appId: 'wxother' }))).json.errcode).toBe(40013)
  })
})
