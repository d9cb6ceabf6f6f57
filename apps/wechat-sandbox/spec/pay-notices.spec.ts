import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createPublicKey, verify } from 'node:crypto'
import { retrySchedule } from '../src/pay/notices.ts'
import { PayWorld } from './pay-world.ts'
import type { Heard } from './pay-world.ts'

describe('what WeChat Pay tells of its own', () => {
  let shop: PayWorld
  beforeEach(async () => {
    shop = await new PayWorld().openShop('1900007001')
    shop.goTo('2026-11-21T12:00:00+08:00')
  })
  afterEach(() => shop.close())

  const told = () => shop.sandbox.world.pay.notices.delivered()
  const faulty = (kind: string, more: object = {}) => shop.order({ endpoint: 'notice/TRANSACTION.SUCCESS', kind, ...more })
  const isGenuine = ({ headers, body }: Heard) => {
    const key = createPublicKey(Object.values(shop.card.platformKeys)[0] as string)
    const message = `${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n${body}\n`
    return verify('RSA-SHA256', Buffer.from(message), key, Buffer.from(headers['wechatpay-signature'] as string, 'base64'))
  }

  it('comes again until it is taken: fifteen times in a day and four minutes', async () => {
    shop.answers = [500]
    const { outTradeNo } = await shop.paid()
    await told()
    for (const seconds of retrySchedule) {
      shop.pass(seconds * 1000 - 1)
      await told()
      const before = shop.heard.length
      shop.pass(1)
      await told()
      expect(shop.heard).toHaveLength(before + 1)
    }
    expect(retrySchedule.reduce((sum, seconds) => sum + seconds, 0)).toBe((24 * 60 + 4) * 60)
    expect(new Set(shop.heard.map(({ body }) => JSON.parse(body).id)).size).toBe(1)
    expect(shop.sandbox.world.pay.notices.all()).toMatchObject([{ about: outTradeNo, state: 'given up', attempts: 16 }])
  })

  it('comes at the pace somebody in a hurry sets, and no more once it is taken', async () => {
    await shop.ask('PUT', '/control/pay/notices', { pace: 0 })
    shop.answers = [500, 404, 204]
    await shop.paid()
    await told()
    expect(shop.heard).toHaveLength(3)
    expect(shop.heard.every(isGenuine)).toBe(true)
  })

  it('gets lost, comes twice, late or behind the next, as ordered', async () => {
    await faulty('drop')
    await shop.paid()
    await told()
    expect(shop.heard).toHaveLength(0)
    await faulty('twice')
    await shop.paid()
    await told()
    expect(shop.heard).toHaveLength(2)
    await faulty('slow', { delayMs: 90_000 })
    await shop.paid()
    await told()
    expect(shop.heard).toHaveLength(2)
    shop.pass(90_000)
    await told()
    expect(shop.heard).toHaveLength(3)
    await faulty('after-next')
    const first = await shop.paid()
    await told()
    const second = await shop.paid()
    await told()
    const order = shop.sandbox.world.pay.notices.all().slice(-2)
    expect(order).toMatchObject([
      { about: first.outTradeNo, state: 'taken' },
      { about: second.outTradeNo, state: 'taken' },
    ])
    expect(shop.heard.slice(-2).map(({ body }) => JSON.parse(body).id)).toEqual([order[1]?.id, order[0]?.id])
  })

  it('is told again on demand, and probed with a signature that is none', async () => {
    const { outTradeNo } = await shop.paid()
    await told()
    await shop.ask('POST', `/control/pay/notices/${outTradeNo}`)
    await told()
    expect(shop.heard.filter(isGenuine)).toHaveLength(2)
    shop.answers = [401]
    expect((await shop.ask('POST', `/control/pay/notices/${outTradeNo}/probe`)).json).toEqual({ answered: 401 })
    const probe = shop.heard.at(-1) as Heard
    expect(probe.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//)
    expect(isGenuine(probe)).toBe(false)
  })

  it('comes for money that arrives after the order was closed', async () => {
    const { outTradeNo } = await shop.ordered()
    await shop.signed('POST', `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid: shop.card.mchid })
    await shop.ask('POST', '/control/pay/late-payments', { mchid: shop.card.mchid, outTradeNo })
    await told()
    expect(shop.heard).toHaveLength(1)
    const asked = await shop.signed('GET', `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${shop.card.mchid}`)
    expect(asked.json.trade_state).toBe('SUCCESS')
  })

  it('outlives a restart, as do keys and orders', async () => {
    const { pay } = shop.sandbox.world
    shop.answers = [500]
    await shop.paid()
    await told()
    const kept = JSON.parse(JSON.stringify([pay.merchants.snapshot(), pay.orders.snapshot(), pay.notices.snapshot()]))
    const again = await new PayWorld().openShop('1900007001')
    const after = again.sandbox.world.pay
    after.clock.follow(() => Date.parse('2026-11-21T12:01:00+08:00'))
    after.merchants.restore(kept[0])
    after.orders.restore(kept[1])
    after.notices.restore(kept[2])
    await after.notices.delivered()
    expect(shop.heard).toHaveLength(2)
    expect(isGenuine(shop.heard[1] as Heard)).toBe(true)
    await again.close()
  })
})
