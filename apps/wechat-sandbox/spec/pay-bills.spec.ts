import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PayWorld, refundOf } from './pay-world.ts'

const daysAgo = (days: number) => new Date(Date.now() + (8 - days * 24) * 3600_000).toISOString().slice(0, 10)

describe('bills', () => {
  let shop: PayWorld
  beforeEach(async () => {
    shop = await new PayWorld().openShop('1900007001')
    shop.goTo('2026-11-19T23:59:30+08:00')
  })
  afterEach(() => shop.close())

  async function tradeOverMidnight() {
    const first = await shop.paid({ amount: { total: 10_001 } })
    shop.pass(60_000)
    const second = await shop.paid()
    shop.pass(60_000)
    await shop.signed('POST', '/v3/refund/domestic/refunds', refundOf(second.outTradeNo, 608))
    shop.sandbox.world.pay.endRefunds()
    return { first, second }
  }
  const wanted = (path: string, query: Record<string, string>) => shop.signed('GET', `${path}?${new URLSearchParams(query)}`)
  const pathOf = (url: unknown) => String(url).slice(shop.url.length)

  it.each([
    ['public key', '1900007001'],
    ['certificate', '1900007002'],
  ])(
    'are read by wechatpay-axios-plugin in the mode of the %s: plain and packed, with the hash of what is read',
    async (_mode, mchid) => {
      await shop.trade(mchid)
      // The client signs by the clock on the wall: the trades lie some days before it.
      shop.goTo(`${daysAgo(3)}T23:59:30+08:00`)
      const { second } = await tradeOverMidnight()
      shop.sandbox.world.pay.clock.follow(() => Date.now())
      const client = shop.client()
      const bill = (tar: object) => client.chain('v3/bill/tradebill').get({ params: { bill_date: daysAgo(2), ...tar } })
      const texts = []
      for (const tar of [{}, { tar_type: 'GZIP' }]) {
        const { data } = await bill(tar)
        const token = new URL(data.download_url).searchParams.get('token')
        const file = await client.chain('v3/billdownload/file').get({ params: { token }, responseType: 'arraybuffer' })
        const text = 'tar_type' in tar ? gunzipSync(file.data).toString('utf8') : Buffer.from(file.data).toString('utf8')
        expect(createHash('sha1').update(text).digest('hex')).toBe(data.hash_value)
        texts.push(text)
      }
      expect(texts[0]).toBe(texts[1])
      const [names, paid, refunded, sums, sum] = (texts[0] as string).replace('\uFEFF', '').split('\r\n')
      const cell = (row = '', name = '') => row.split(',')[(names as string).split(',').indexOf(name)]
      expect([cell(paid, '商户订单号'), cell(paid, '订单金额'), cell(paid, '手续费'), cell(paid, '交易状态')]).toEqual([
        `\`${second.outTradeNo}`,
        '`276.08',
        '`1.66000',
        '`SUCCESS',
      ])
      expect([cell(refunded, '退款金额'), cell(refunded, '退款状态'), cell(refunded, '交易时间')]).toEqual([
        '`6.08',
        '`SUCCESS',
        `\`${daysAgo(2)} 00:01:30`,
      ])
      expect(sums).toMatch(/^总交易单数,/)
      expect(sum).toBe('`2,`276.08,`6.08,`0.00,`1.62000,`276.08,`6.08')
    },
  )

  it('keep each day apart and each type in its own order of columns', async () => {
    const { first } = await tradeOverMidnight()
    shop.goTo('2026-11-21T10:00:00+08:00')
    const textOf = async (query: Record<string, string>) => {
      const { json } = await wanted('/v3/bill/tradebill', query)
      return (await shop.signed('GET', pathOf(json.download_url))).text
    }
    expect(await textOf({ bill_date: '2026-11-19', bill_type: 'SUCCESS' })).toContain(first.outTradeNo)
    const refunds = await textOf({ bill_date: '2026-11-20', bill_type: 'REFUND' })
    expect(refunds).toContain('退款申请时间,退款成功时间')
    expect(refunds).not.toContain('`276.08,`0.00,``')
    const flow = await wanted('/v3/bill/fundflowbill', { bill_date: '2026-11-20', account_type: 'BASIC' })
    const flows = (await shop.signed('GET', pathOf(flow.json.download_url))).text
    expect(flows).toContain('`交易,`交易,`收入,`276.08')
    expect(flows.trim().split('\r\n').at(-1)).toBe('`4,`2,`276.12,`2,`7.74')
  })

  it('are made from ten the next morning, for three months, and only of days with trade', async () => {
    await tradeOverMidnight()
    const asked = async (date: string) => (await wanted('/v3/bill/tradebill', { bill_date: date })).json.code
    shop.goTo('2026-11-21T09:59:59+08:00')
    expect(await asked('2026-11-20')).toBe('STATEMENT_CREATING')
    expect(await asked('2026-11-21')).toBe('PARAM_ERROR')
    expect(await asked('2026-11-18')).toBe('NO_STATEMENT_EXIST')
    expect(await asked('2026-02-30')).toBe('PARAM_ERROR')
    expect(await asked('2026-08-01')).toBe('PARAM_ERROR')
    shop.goTo('2026-11-21T10:00:00+08:00')
    expect(await asked('2026-11-20')).toBeUndefined()
  })

  it('are at their address for five minutes, for their merchant, signed for but not signed', async () => {
    await tradeOverMidnight()
    shop.goTo('2026-11-21T10:00:00+08:00')
    const { json } = await wanted('/v3/bill/tradebill', { bill_date: '2026-11-20' })
    const path = pathOf(json.download_url)
    expect((await shop.ask('GET', path, undefined, { accept: '*/*', 'user-agent': 'x' })).status).toBe(401)
    expect((await shop.signed('GET', path)).status).toBe(200)
    await shop.order({ endpoint: '/v3/billdownload/file', kind: 'corrupt' })
    const damaged = await shop.signed('GET', path)
    expect(createHash('sha1').update(damaged.bytes).digest('hex')).not.toBe(json.hash_value)
    shop.pass(300_000)
    expect((await shop.signed('GET', path)).status).toBe(403)
  })

  it('say what a test makes of them', async () => {
    await tradeOverMidnight()
    shop.sandbox.world.pay.bills.amend('2026-11-20', (trades) => trades.map((trade) => ({ ...trade, totalFen: 1 })))
    shop.goTo('2026-11-21T10:00:00+08:00')
    const { json } = await wanted('/v3/bill/tradebill', { bill_date: '2026-11-20', bill_type: 'SUCCESS' })
    expect((await shop.signed('GET', pathOf(json.download_url))).text).toContain('`0.01')
  })
})
