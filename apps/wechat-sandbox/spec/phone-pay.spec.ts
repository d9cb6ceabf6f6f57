import { createSign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PayWorld } from './pay-world.ts'

describe('wx.requestPayment on a phone', () => {
  let shop: PayWorld
  beforeEach(async () => {
    shop = await new PayWorld().openShop('1900007001')
  })
  afterEach(() => shop.close())

  async function call(change: Record<string, unknown> = {}, key = shop.card.privateKeyPem) {
    const { prepayId, outTradeNo } = await shop.ordered()
    const said = { timeStamp: String(Math.floor(Date.now() / 1000)), nonceStr: 'abc123', package: `prepay_id=${prepayId}` }
    const message = `${shop.card.appid}\n${said.timeStamp}\n${said.nonceStr}\n${said.package}\n`
    const paySign = createSign('RSA-SHA256').update(message).sign(key, 'base64')
    return { prepayId, outTradeNo, asked: { ...said, signType: 'RSA', paySign, ...change } }
  }
  const sheet = async (asked: object, phone = 'lin') =>
    (await shop.ask('POST', `/sandbox/phones/${phone}/payments/sheet`, asked)).json
  const pay = async (asked: object, password: string) =>
    (await shop.ask('POST', '/sandbox/phones/lin/payments', { ...asked, password })).json

  it('shows who gets how much, and pays with any password but the wrong ones', async () => {
    const { asked, outTradeNo } = await call()
    const shown = await sheet(asked)
    expect(shown).toMatchObject({ amountFen: 27_608, merchant: '一诺物业', description: '物业费 2026年11月' })
    const [wrong] = shown.wrongPasswords as string[]
    expect(await pay(asked, wrong as string)).toEqual({ wrongPassword: true })
    expect(await pay(asked, '12345')).toEqual({ wrongPassword: true })
    expect(await pay(asked, '123456')).toEqual({ errMsg: 'requestPayment:ok' })
    expect(await pay(asked, '123456')).toEqual({ errMsg: 'requestPayment:fail 该订单已支付' })
    await shop.sandbox.world.pay.notices.delivered()
    expect(shop.sandbox.world.pay.notices.all()).toMatchObject([{ about: outTradeNo, state: 'taken' }])
  })

  it('refuses what another key signed, what was altered and what belongs to another phone', async () => {
    const other = shop.sandbox.world.pay.merchants.byId('1900007002')?.own.privateKeyPem as string
    const wrong = { errMsg: 'requestPayment:fail 支付验证签名失败' }
    expect(await sheet((await call({}, other)).asked)).toMatchObject(wrong)
    expect(await sheet((await call({ nonceStr: 'abc124' })).asked)).toMatchObject(wrong)
    expect(await sheet((await call({ package: 'prepay_id=wx-of-nobody' })).asked)).toMatchObject(wrong)
    expect(await sheet((await call()).asked, 'zhang')).toMatchObject({
      errMsg: expect.stringContaining('下单账号与支付账号不一致'),
    })
    expect(await sheet((await call({ paySign: undefined })).asked)).toMatchObject({ errMsg: expect.stringContaining('paySign') })
  })
})
