import { createCipheriv, createSign, randomBytes, randomInt } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { Notice, NoticeRequest, Order } from '@yinuo/wechat-sandbox'
import { startApp, type TestApp } from '../../../test/app.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { PayDesk } from '../../../test/pay-desk.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let desk: PayDesk
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.sandbox.world.faults.clear()
  desk = await PayDesk.begin(app, '1900007001')
})
afterEach(() => expectBooksToAgree(app.owner))

const pay = () => app.sandbox.world.pay
const merchant = () => pay().merchants.byId('1900007001')!
/** How many notices each of the storm's orders gets; the whole size in the long run. */
const ORDERS = process.env.TEST_LONG ? 2_000 : 200
const TIMES = 5
const SENDERS = 8

async function send({ url, headers, body }: NoticeRequest): Promise<{ status: number; took: number; text: string }> {
  const began = performance.now()
  const answer = await fetch(url, { method: 'POST', headers, body })
  return { status: answer.status, text: await answer.text(), took: performance.now() - began }
}

/** An order that is paid, of whose notice nothing came. */
async function paid(person: Person, billId: string): Promise<{ order: Order; notice: Notice; paymentId: string }> {
  const opened = await desk.order(person, [{ billId, amountFen: 100 }])
  const order = pay().payAs(person.openid!, opened.request.package.replace('prepay_id=', ''))
  return { order, notice: pay().noticeOf(order), paymentId: opened.paymentId }
}

/** A notice as WeChat would send it, with a changed content, sealed and signed by its own keys. */
function forgedContent(notice: Notice, order: Order, change: (content: Record<string, never>) => unknown): NoticeRequest {
  const { body: _, ...known } = notice
  const content = JSON.parse(unsealed(notice.body)) as Record<string, never>
  const { nonce, ciphertext } = sealed(JSON.stringify(change(content)), merchant().apiV3Key)
  const envelope = JSON.parse(notice.body) as { resource: Record<string, string> }
  const body = JSON.stringify({ ...envelope, resource: { ...envelope.resource, nonce, ciphertext } })
  return pay().notices.requestOf({ ...known, body, mchid: order.mchid })
}

function sealed(text: string, key: string, associated = 'transaction') {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated))
  return {
    nonce,
    ciphertext: Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64'),
  }
}

let plain = ''
const unsealed = (_body: string) => plain

describe('notices of WeChat Pay', () => {
  it(
    '[FIN-02] in a storm of duplicates from eight senders, mixed with forged ones, settle each order once and in time',
    async () => {
      app.sandbox.world.faults.order({ endpoint: 'notice/TRANSACTION.SUCCESS', kind: 'drop', times: ORDERS })
      const charge = await desk.charge()
      const people = await Promise.all(Array.from({ length: 10 }, () => desk.resident()))
      const ordered = people.map(async (person) => {
        const mine: Notice[] = []
        while (mine.length < ORDERS / people.length)
          mine.push((await paid(person, await desk.bill(person.unitId, 100, charge))).notice)
        return mine
      })
      const orders = (await Promise.all(ordered)).flat()
      const genuine = orders.flatMap((notice) => Array.from({ length: TIMES }, () => pay().notices.requestOf(notice)))
      const forged = genuine.map(({ url, headers, body }) => ({ url, headers, body: body.replace(/"id":"./, '"id":"x') }))
      const waiting = [...genuine.map((each) => ({ each, good: true })), ...forged.map((each) => ({ each, good: false }))]
      for (let at = waiting.length - 1; at > 0; at--) {
        const other = randomInt(at + 1)
        ;[waiting[at], waiting[other]] = [waiting[other]!, waiting[at]!]
      }
      const answers: { good: boolean; status: number; took: number }[] = []
      const sender = async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) answers.push({ good: next.good, ...(await send(next.each)) })
      }
      await Promise.all(Array.from({ length: SENDERS }, sender))
      expect(new Set(answers.filter(({ good }) => good).map(({ status }) => status))).toEqual(new Set([204]))
      expect(new Set(answers.filter(({ good }) => !good).map(({ status }) => status))).toEqual(new Set([400]))
      const took = answers.map((each) => each.took).sort((one, other) => one - other)
      expect(took.at(-1)!).toBeLessThan(5_000)
      expect(took[Math.floor(took.length * 0.99)]!).toBeLessThan(1_000)
      const { rows } = await app.owner.query<{ payments: number; receipts: number }>(
        `SELECT count(*)::int AS payments, (SELECT count(*)::int FROM receipts WHERE community_id = $1) AS receipts
         FROM payments WHERE community_id = $1 AND state = 'paid' AND proof = 'notice'`,
        [desk.community.id],
      )
      expect(rows[0]).toEqual({ payments: ORDERS, receipts: ORDERS })
    },
    10 * 60_000,
  )

  it('[FIN-02] that are forged, of every class, are refused, counted by reason, and change nothing', async () => {
    app.sandbox.world.faults.order({ endpoint: 'notice/TRANSACTION.SUCCESS', kind: 'drop', times: 10 })
    const person = await desk.resident()
    const { order, notice, paymentId } = await paid(person, await desk.bill(person.unitId, 100))
    const other = await PayDesk.begin(app, '1900007002')
    const good = pay().notices.requestOf(notice)
    const { headers, url, body } = good
    plain = JSON.stringify({
      mchid: order.mchid,
      appid: order.appid,
      out_trade_no: order.outTradeNo,
      transaction_id: order.transactionId,
      trade_state: 'SUCCESS',
      success_time: '2026-11-21T12:00:00+08:00',
      payer: { openid: order.openid },
      amount: { total: 100, currency: 'CNY' },
    })
    const ownSigned = (text: string, key: string) => {
      const { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce } = headers
      const signature = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${text}\n`).sign(key, 'base64')
      return { url, body: text, headers: { ...headers, 'wechatpay-signature': signature } }
    }
    const without = (name: string) => ({
      url,
      body,
      headers: Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name)),
    })
    const withContent = (change: (content: Record<string, never>) => unknown) => forgedContent(notice, order, change)
    const forged: Record<string, NoticeRequest> = {
      'a changed byte': { ...good, body: body.replace('TRANSACTION.SUCCESS', 'TRANSACTION.SUCCESs') },
      'written anew': { ...good, body: JSON.stringify(JSON.parse(body), null, 1) },
      'a foreign serial': { ...good, headers: { ...headers, 'wechatpay-serial': 'PUB_KEY_ID_0199' } },
      'the merchant’s own key': ownSigned(body, merchant().own.privateKeyPem),
      'no timestamp': without('wechatpay-timestamp'),
      'no nonce': without('wechatpay-nonce'),
      'no serial': without('wechatpay-serial'),
      'no signature': without('wechatpay-signature'),
      'a probe': {
        ...good,
        headers: { ...headers, 'wechatpay-signature': `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}` },
      },
      'another type of signature': { ...good, headers: { ...headers, 'wechatpay-signature-type': 'WECHATPAY2-SM2-WITH-SM3' } },
      'another merchant’s address': { ...good, url: url.replace(desk.merchantId, other.merchantId) },
      'no merchant': { ...good, url: url.replace(desk.merchantId, person.unitId) },
      'the wrong amount': withContent((content) => ({ ...content, amount: { total: 99, currency: 'CNY' } })),
      'another currency': withContent((content) => ({ ...content, amount: { total: 100, currency: 'USD' } })),
      'another mchid': withContent((content) => ({ ...content, mchid: '1900007002' })),
      'another app': withContent((content) => ({ ...content, appid: 'wx1' })),
      'another payer': withContent((content) => ({ ...content, payer: { openid: 'oOther' } })),
      'an unknown order': withContent((content) => ({ ...content, out_trade_no: '0'.repeat(32) })),
      'a number that is none': withContent((content) => ({ ...content, out_trade_no: "' OR 1=1" })),
      'nothing paid': withContent((content) => ({ ...content, trade_state: 'NOTPAY' })),
      'no transaction': withContent(({ transaction_id: _, ...content }) => content),
    }
    for (const [what, each] of Object.entries(forged)) {
      const { status, text } = await send(each)
      expect([what, status]).toEqual([what, 400])
      expect(JSON.parse(text)).toMatchObject({ code: 'FAIL' })
    }
    for (const shift of [-301, 301]) {
      app.clock.advance({ seconds: shift })
      expect((await send(good)).status).toBe(400)
      app.clock.advance({ seconds: -shift })
    }
    const twice = request(app.url)
      .post(new URL(url).pathname)
      .set(headers)
      .set('wechatpay-serial', [headers['wechatpay-serial']!, 'x'] as never)
    expect((await twice.send(body)).status).toBe(400)
    expect(await desk.payment(paymentId)).toMatchObject({ state: 'open' })
    expect(await desk.receiptNumbers()).toEqual([])
    const metrics = await (await fetch(`${app.url}/metrics`)).text()
    for (const reason of [
      'signature',
      'unknown-serial',
      'timestamp',
      'header-missing',
      'trade-amount',
      'trade-payer',
      'trade-order',
      'no-merchant',
    ])
      expect(metrics).toMatch(new RegExp(`yinuo_pay_notices_total\\{outcome="${reason}"\\} [1-9]`))
    expect((await send(good)).status).toBe(204)
    expect(await desk.payment(paymentId)).toMatchObject({ state: 'paid' })
  })

  it('[FIN-02] settle by either key while keys are switched, and by a certificate that is renewed', async () => {
    const switching = await PayDesk.begin(app, '1900008000')
    const person = await switching.resident()
    const charge = await switching.charge()
    const orders = process.env.TEST_LONG ? 1_000 : 20
    for (let count = 0; count < orders; count++) {
      const bill = { billId: await switching.bill(person.unitId, 100, charge), amountFen: 100 }
      expect(await switching.payment(await switching.pay(person, [bill]))).toMatchObject({ state: 'paid' })
    }
  })

  it('[FIN-02] that find the payment locked do not keep WeChat waiting, and are taken when they come again', async () => {
    app.sandbox.world.faults.order({ endpoint: 'notice/TRANSACTION.SUCCESS', kind: 'drop' })
    const person = await desk.resident()
    const { notice, paymentId } = await paid(person, await desk.bill(person.unitId, 100))
    const holder = await app.owner.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM payments WHERE id = $1 FOR UPDATE', [paymentId])
    const { status, took } = await send(pay().notices.requestOf(notice))
    await holder.query('ROLLBACK')
    holder.release()
    expect(status).toBe(503)
    expect(took).toBeLessThan(5_000)
    expect((await send(pay().notices.requestOf(notice))).status).toBe(204)
    expect(await desk.payment(paymentId)).toMatchObject({ state: 'paid' })
  })
})
