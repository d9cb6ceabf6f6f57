import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PayWorld, refundOf } from './pay-world.ts'

const path = '/v3/refund/domestic/refunds'
const minute = 60_000

describe('refunds', () => {
  let shop: PayWorld
  let outTradeNo: string
  beforeEach(async () => {
    shop = await new PayWorld().openShop('1900007001')
    shop.goTo('2026-11-21T12:00:00+08:00')
    outTradeNo = (await shop.paid()).outTradeNo
  })
  afterEach(() => shop.close())

  const ask = (body: Record<string, unknown>) => shop.signed('POST', path, body)
  const left = async (body: Record<string, unknown>) => {
    shop.pass(minute)
    return ask(body)
  }

  it('pay back once however often they are asked with one number', async () => {
    const refund = refundOf(outTradeNo, 10_000)
    const first = await ask(refund)
    expect(first.json).toMatchObject({ status: 'PROCESSING', amount: { refund: 10_000, total: 27_608 } })
    expect((await ask(refund)).json.refund_id).toBe(first.json.refund_id)
    expect(await ask({ ...refund, amount: { refund: 1, total: 27_608, currency: 'CNY' } })).toMatchObject({
      status: 400,
      json: { code: 'INVALID_REQUEST' },
    })
    shop.sandbox.world.pay.endRefunds()
    expect((await shop.signed('GET', `${path}/${refund.out_refund_no}`)).json).toMatchObject({ status: 'SUCCESS' })
    const order = await shop.signed('GET', `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${shop.card.mchid}`)
    expect(order.json.trade_state).toBe('REFUND')
  })

  it('never pay back more than was paid, and need a minute between them', async () => {
    await ask(refundOf(outTradeNo, 27_000))
    expect(await ask(refundOf(outTradeNo, 600))).toMatchObject({ status: 429, json: { code: 'FREQUENCY_LIMITED' } })
    expect(await left(refundOf(outTradeNo, 609))).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
    expect((await left(refundOf(outTradeNo, 608))).status).toBe(200)
    expect(await left(refundOf(outTradeNo, 1))).toMatchObject({ json: { code: 'INVALID_REQUEST', message: '订单已全额退款' } })
  })

  it('come at most fifty times for one order', async () => {
    for (let n = 0; n < 50; n++) expect((await left(refundOf(outTradeNo, 1))).status).toBe(200)
    expect((await left(refundOf(outTradeNo, 1))).json).toMatchObject({ code: 'INVALID_REQUEST', message: '部分退款次数超过50次' })
  })

  it('are refused without money, without an order, of another total and after a year', async () => {
    await shop.ask('PUT', `/control/pay/merchants/${shop.card.mchid}`, { withdrawnFen: 27_600 })
    expect(await ask(refundOf(outTradeNo, 9))).toMatchObject({ status: 403, json: { code: 'NOT_ENOUGH' } })
    expect(await ask(refundOf('nothing-of-it', 9))).toMatchObject({ status: 404, json: { code: 'RESOURCE_NOT_EXISTS' } })
    const total = await ask(refundOf(outTradeNo, 9, { amount: { refund: 9, total: 9, currency: 'CNY' } }))
    expect(total).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
    shop.pass(365 * 24 * 60 * minute + 1)
    expect((await ask(refundOf(outTradeNo, 1))).json).toMatchObject({ message: '订单已超过退款期限' })
    expect((await shop.signed('GET', `${path}/unknown`)).json.code).toBe('RESOURCE_NOT_EXISTS')
  })

  it('are slowed down after six wrong ones in a second', async () => {
    const wrong = Array.from({ length: 60 }, () => ask(refundOf('nothing-of-it', 1)))
    const codes = (await Promise.all(wrong)).map(({ json }) => json.code)
    expect(new Set(codes)).toEqual(new Set(['RESOURCE_NOT_EXISTS', 'FREQUENCY_LIMITED']))
  })

  it.each(['ABNORMAL', 'CLOSED'] as const)('may end as %s, which the merchant is told', async (outcome) => {
    await shop.ask('POST', '/control/pay/refund-outcomes', { outcomes: [outcome] })
    const refund = refundOf(outTradeNo, 100, { notify_url: shop.notifyUrl })
    await ask(refund)
    shop.sandbox.world.pay.endRefunds()
    await shop.sandbox.world.pay.notices.delivered()
    const told = shop.heard.map(({ body }) => JSON.parse(body)).find(({ event_type }) => event_type === `REFUND.${outcome}`)
    expect(told.resource).toMatchObject({ original_type: 'refund', algorithm: 'AEAD_AES_256_GCM' })
    expect((await shop.signed('GET', `${path}/${refund.out_refund_no}`)).json.status).toBe(outcome)
  })
})
