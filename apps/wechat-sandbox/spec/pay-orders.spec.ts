import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createSandbox } from '../src/index.ts'
import { PayWorld } from './pay-world.ts'
import { lin, zhang } from './wechat-world.ts'

const place = '/v3/pay/transactions/jsapi'
const hour = 3600_000

describe('what WeChat Pay refuses of orders', () => {
  let shop: PayWorld
  beforeEach(async () => {
    shop = await new PayWorld().openShop('1900007001')
  })
  afterEach(() => shop.close())

  it('a signature of another key, over another body, of another serial or of another time', async () => {
    const order = shop.orderOf()
    const other = shop.sandbox.world.pay.merchants.byId('1900007002')?.own.privateKeyPem as string
    for (const change of [
      { key: other },
      { signedBody: JSON.stringify({ ...order, description: 'other' }) },
      { serial: 'A'.repeat(40) },
      { timestamp: Math.floor(Date.now() / 1000) - 301 },
      { nonce: 'with a blank' },
    ]) {
      expect(await shop.signed('POST', place, order, change)).toMatchObject({ status: 401, json: { code: 'SIGN_ERROR' } })
    }
    expect(await shop.signed('POST', place, order, { mchid: '1999999999' })).toMatchObject({ json: { code: 'MCH_NOT_EXISTS' } })
    const unsigned = await shop.ask('POST', place, order, { accept: 'application/json', 'user-agent': 'x' })
    expect(unsigned).toMatchObject({ status: 401, json: { code: 'SIGN_ERROR' } })
    expect((await shop.signed('POST', place, order)).status).toBe(200)
  })

  it.each([
    ['/out_trade_no', { out_trade_no: '12345' }],
    ['/out_trade_no', { out_trade_no: 'x'.repeat(33) }],
    ['/description', { description: '字'.repeat(128) }],
    ['/amount/total', { amount: { total: 1.5 } }],
    ['/amount/total', { amount: { total: 0 } }],
    ['/amount/total', { amount: { total: '100' } }],
    ['/amount/currency', { amount: { total: 1, currency: 'USD' } }],
    ['/notify_url', { notify_url: 'https://pay.example.com/notice?merchant=1' }],
    ['/notify_url', { notify_url: 'http://pay.example.com/notice' }],
    ['/payer/openid', { payer: { openid: 'oNobody' } }],
    ['/time_expire', { time_expire: '2026-11-21 12:00:00' }],
    ['/attach', { attach: 'x'.repeat(129) }],
  ])('%s as in %j', async (field, change) => {
    const refused = await shop.signed('POST', place, shop.orderOf(change))
    expect(refused).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR', detail: { field } } })
  })

  it('another app or another merchant than who signs', async () => {
    const strange = await shop.signed('POST', place, shop.orderOf({ appid: 'wx-of-somebody' }))
    expect(strange).toMatchObject({ status: 400, json: { code: 'APPID_MCHID_NOT_MATCH' } })
    const foreign = await shop.signed('POST', place, shop.orderOf({ mchid: '1900007002' }))
    expect(foreign).toMatchObject({ status: 403, json: { code: 'NO_AUTH' } })
  })

  it('a used number with another amount or words, but gives the same order a fresh prepay id', async () => {
    const order = shop.orderOf()
    const first = await shop.signed('POST', place, order)
    const second = await shop.signed('POST', place, order)
    expect(second.json.prepay_id).not.toBe(first.json.prepay_id)
    for (const change of [{ amount: { total: 1 } }, { description: 'other' }]) {
      const used = await shop.signed('POST', place, { ...order, ...change })
      expect(used).toMatchObject({ status: 403, json: { code: 'OUT_TRADE_NO_USED' } })
    }
  })

  it('to order or close what is paid, and to order what is closed', async () => {
    const order = shop.orderOf()
    await shop.paid(order)
    const close = (number: string) =>
      shop.signed('POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { mchid: shop.card.mchid })
    expect(await shop.signed('POST', place, order)).toMatchObject({ status: 400, json: { code: 'ORDERPAID' } })
    expect(await close(String(order.out_trade_no))).toMatchObject({ json: { code: 'ORDERPAID' } })
    const closed = shop.orderOf()
    await shop.ordered(closed)
    expect((await close(String(closed.out_trade_no))).status).toBe(204)
    expect((await close(String(closed.out_trade_no))).status).toBe(204)
    expect(await shop.signed('POST', place, closed)).toMatchObject({ status: 400, json: { code: 'ORDER_CLOSED' } })
  })

  it('to be paid by another, after its time, or with a prepay id of two hours', async () => {
    const { pay } = shop.sandbox.world
    shop.goTo('2026-11-21T12:00:00+08:00')
    const soon = await shop.ordered({ time_expire: '2026-11-21T12:00:10+08:00' })
    const long = await shop.ordered()
    expect(pay.orders.hindrance(long.prepayId, zhang.openid)).toContain('下单账号与支付账号不一致')
    shop.pass(59_000)
    expect(pay.orders.hindrance(soon.prepayId, lin.openid)).toBeNull()
    shop.pass(1_000)
    expect(pay.orders.hindrance(soon.prepayId, lin.openid)).toContain('超时')
    shop.pass(2 * hour)
    expect(pay.orders.hindrance(long.prepayId, lin.openid)).toContain('超时')
    // What has run out is not closed; WeChat closes it itself after seven days.
    const asked = async () =>
      (await shop.signed('GET', `/v3/pay/transactions/out-trade-no/${long.outTradeNo}?mchid=${shop.card.mchid}`)).json.trade_state
    expect(await asked()).toBe('NOTPAY')
    shop.pass(7 * 24 * hour)
    expect(await asked()).toBe('CLOSED')
  })

  it('what was ordered to be refused, a number of times', async () => {
    await shop.order({ endpoint: place, errcode: 'FREQUENCY_LIMITED', times: 1 })
    expect(await shop.signed('POST', place, shop.orderOf())).toMatchObject({ status: 429, json: { code: 'FREQUENCY_LIMITED' } })
    await shop.order({ endpoint: place, kind: 'html' })
    expect(await shop.signed('POST', place, shop.orderOf())).toMatchObject({ status: 502, type: expect.stringContaining('html') })
    await shop.order({ endpoint: place, kind: 'lost' })
    const order = shop.orderOf()
    await expect(shop.signed('POST', place, order)).rejects.toThrow('fetch failed')
    const asked = await shop.signed('GET', `/v3/pay/transactions/out-trade-no/${order.out_trade_no}?mchid=${shop.card.mchid}`)
    expect(asked.json.trade_state).toBe('NOTPAY')
  })
})

describe('a provider that serves other merchants', () => {
  let shop: PayWorld
  beforeEach(async () => {
    shop = await new PayWorld().openShop('1900008000')
  })
  afterEach(() => shop.close())

  const partnerOrder = (more: Record<string, unknown> = {}): Record<string, unknown> => {
    const { appid, mchid, payer, ...rest } = shop.orderOf()
    return { ...rest, sp_appid: appid, sp_mchid: mchid, sub_mchid: '1900008101', payer: { sp_openid: lin.openid }, ...more }
  }

  it('orders, asks and closes for one of them, and for no other', async () => {
    const order = partnerOrder()
    const path = `/v3/pay/partner/transactions/out-trade-no/${order.out_trade_no}`
    const placed = await shop.signed('POST', '/v3/pay/partner/transactions/jsapi', order)
    shop.sandbox.world.pay.payAs(lin.openid, String(placed.json.prepay_id))
    const asked = await shop.signed('GET', `${path}?sp_mchid=1900008000&sub_mchid=1900008101`)
    expect(asked.json).toMatchObject({
      sp_mchid: '1900008000',
      sub_mchid: '1900008101',
      trade_state: 'SUCCESS',
      payer: { sp_openid: lin.openid },
    })
    const other = await shop.signed('GET', `${path}?sp_mchid=1900008000&sub_mchid=1900008102`)
    expect(other).toMatchObject({ status: 404, json: { code: 'ORDERNOTEXIST' } })
    const foreign = await shop.signed('POST', '/v3/pay/partner/transactions/jsapi', partnerOrder({ sub_mchid: '1900009999' }))
    expect(foreign).toMatchObject({ status: 403, json: { code: 'NO_AUTH' } })
    const direct = await shop.signed('POST', '/v3/pay/transactions/jsapi', shop.orderOf())
    expect(direct).toMatchObject({ status: 403, json: { code: 'NO_AUTH' } })
  })
})

describe('the keys of merchants', () => {
  it('are told to programs on this machine, not to a page of the web', async () => {
    const { app } = createSandbox()
    const asked = (more: object) => app.inject({ url: '/control/pay/merchants', ...more })
    expect((await asked({})).statusCode).toBe(200)
    expect((await asked({ headers: { origin: 'https://elsewhere.example' } })).statusCode).toBe(403)
    expect((await asked({ remoteAddress: '192.168.1.20' })).statusCode).toBe(403)
    await app.close()
  })
})
