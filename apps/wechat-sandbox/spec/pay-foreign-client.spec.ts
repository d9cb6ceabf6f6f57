import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { X509Certificate } from 'node:crypto'
import { PayWorld, refundOf } from './pay-world.ts'
import type { Heard } from './pay-world.ts'
import { lin } from './wechat-world.ts'

const modes = [
  ['public key', '1900007001'],
  ['certificate', '1900007002'],
] as const

describe.each(modes)('wechatpay-axios-plugin as a merchant in the mode of the %s', (_mode, mchid) => {
  let shop: PayWorld
  beforeEach(async () => {
    shop = await new PayWorld().openShop(mchid)
  })
  afterEach(() => shop.close())

  it('orders, asks, is paid, is told, and asks by either number', async () => {
    const client = shop.client()
    const order = shop.orderOf({ attach: 'home 601' })
    const placed = await client.chain('v3/pay/transactions/jsapi').post(order)
    expect(placed.data).toEqual({ prepay_id: expect.stringMatching(/^wx\d{14}[0-9a-f]{20}$/) })

    const byNumber = client.chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
    const asked = () => byNumber.get({ params: { mchid }, out_trade_no: order.out_trade_no } as object)
    expect((await asked()).data).toMatchObject({ trade_state: 'NOTPAY', amount: { total: 27_608 } })
    expect((await asked()).data).not.toHaveProperty('attach')

    shop.sandbox.world.pay.payAs(lin.openid, String(placed.data.prepay_id))
    await shop.sandbox.world.pay.notices.delivered()
    const told = opened(shop, shop.heard[0] as Heard)
    expect(told).toEqual((await asked()).data)
    expect(told).toMatchObject({
      appid: shop.card.appid,
      mchid,
      out_trade_no: order.out_trade_no,
      attach: 'home 601',
      trade_state: 'SUCCESS',
      trade_type: 'JSAPI',
      success_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
      payer: { openid: lin.openid },
      amount: { total: 27_608, payer_total: 27_608, currency: 'CNY', payer_currency: 'CNY' },
    })
    const byTransaction = client.chain('v3/pay/transactions/id/{transaction_id}')
    const again = await byTransaction.get({ params: { mchid }, transaction_id: told.transaction_id } as object)
    expect(again.data).toEqual(told)
  })

  it('closes an order, which then can no longer be paid', async () => {
    const { outTradeNo, prepayId } = await shop.ordered()
    const close = shop.client().chain('v3/pay/transactions/out-trade-no/{out_trade_no}/close')
    const closed = await close.post({ mchid }, { out_trade_no: outTradeNo } as object)
    expect(closed.status).toBe(204)
    expect(() => shop.sandbox.world.pay.payAs(lin.openid, prepayId)).toThrow('订单已关闭')
  })

  it('pays a part back, asks how that went, and is told', async () => {
    const { pay } = shop.sandbox.world
    const { outTradeNo } = await shop.paid()
    const refunds = shop.client().chain('v3/refund/domestic/refunds')
    const refund = refundOf(outTradeNo, 10_000, { notify_url: shop.notifyUrl })
    expect((await refunds.post(refund)).data).toMatchObject({ status: 'PROCESSING', amount: { refund: 10_000 } })
    pay.endRefunds()
    await pay.notices.delivered()
    const byNumber = shop.client().chain('v3/refund/domestic/refunds/{out_refund_no}')
    const { data } = await byNumber.get({ out_refund_no: refund.out_refund_no } as object)
    expect(data).toMatchObject({ status: 'SUCCESS', out_trade_no: outTradeNo })
    expect(opened(shop, shop.heard.at(-1) as Heard)).toMatchObject({ refund_id: data.refund_id, refund_status: 'SUCCESS', mchid })
  })

  it('hears a refusal as one', async () => {
    const asked = shop.client().chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
    await expect(asked.get({ params: { mchid }, out_trade_no: 'nothing-of-it' } as object)).rejects.toMatchObject({
      response: { status: 404, data: { code: 'ORDERNOTEXIST' } },
    })
  })

  it('refuses an answer whose signature is wrong', async () => {
    const { outTradeNo } = await shop.ordered()
    await shop.ask('POST', '/sandbox/faults', { endpoint: '/v3/pay/transactions/out-trade-no/:number', kind: 'wrong-signature' })
    const asked = shop.client().chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
    await expect(asked.get({ params: { mchid }, out_trade_no: outTradeNo } as object)).rejects.toMatchObject({
      code: 'EV3_RES_HEADER_SIGNATURE_DIGEST',
    })
  })
})

describe('a merchant that switches from the certificate to the public key', () => {
  let shop: PayWorld
  beforeEach(async () => {
    shop = await new PayWorld().openShop('1900007002')
  })
  afterEach(() => shop.close())

  it('downloads the certificates, sealed with its own key, and each names itself', async () => {
    await shop.ask('POST', '/control/pay/certificates')
    await shop.trade('1900007002')
    const { data } = await shop.client().chain('v3/certificates').get()
    expect(data.data).toHaveLength(2)
    for (const { serial_no, effective_time, expire_time, encrypt_certificate } of data.data) {
      const { ciphertext, nonce, associated_data } = encrypt_certificate
      const pem = Aes.AesGcm.decrypt(ciphertext, shop.card.apiV3Key, nonce, associated_data)
      const certificate = new X509Certificate(pem)
      expect(certificate.serialNumber).toBe(serial_no)
      expect(certificate.verify(certificate.publicKey)).toBe(true)
      expect(new Date(certificate.validTo).getTime()).toBe(Date.parse(expire_time))
      expect(Date.parse(effective_time)).toBeLessThan(Date.now())
    }
  })

  it('is signed to with either key, or with the one it names, and has no certificates afterwards', async () => {
    await shop.ask('PUT', '/control/pay/merchants/1900007002', { keyMode: 'switching' })
    await shop.trade('1900007002')
    const serials = Object.keys(shop.card.platformKeys)
    expect(serials).toHaveLength(2)
    for (let n = 0; n < 4; n++) await shop.paid()
    await shop.sandbox.world.pay.notices.delivered()
    expect(new Set(shop.heard.map(({ headers }) => headers['wechatpay-serial']))).toEqual(new Set(serials))
    for (const heard of shop.heard) expect(opened(shop, heard).trade_state).toBe('SUCCESS')

    const { outTradeNo } = await shop.ordered()
    const asked = shop.client().chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
    for (const serial of [...serials, ...serials]) {
      const named = { params: { mchid: '1900007002' }, out_trade_no: outTradeNo, headers: { 'Wechatpay-Serial': serial } }
      expect((await asked.get(named as object)).headers['wechatpay-serial']).toBe(serial)
    }

    await shop.ask('PUT', '/control/pay/merchants/1900007002', { keyMode: 'public-key' })
    await shop.trade('1900007002')
    await expect(shop.client().chain('v3/certificates').get()).rejects.toMatchObject({
      response: { status: 404, data: { code: 'RESOURCE_NOT_EXISTS' } },
    })
  })
})

/** A notice as the foreign client verifies and opens it. */
function opened(shop: PayWorld, { headers, body }: Heard): Record<string, unknown> {
  const { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-signature': signature } = headers
  const key = shop.card.platformKeys[headers['wechatpay-serial'] as string] as string
  const message = Formatter.joinedByLineFeed(timestamp as string, nonce as string, body)
  expect(Rsa.verify(message, signature as string, Rsa.from(key, Rsa.KEY_TYPE_PUBLIC))).toBe(true)
  const { resource } = JSON.parse(body)
  return JSON.parse(Aes.AesGcm.decrypt(resource.ciphertext, shop.card.apiV3Key, resource.nonce, resource.associated_data))
}
