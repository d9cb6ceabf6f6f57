import { randomInt } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { Notice, NoticeRequest, Order } from '@yinuo/wechat-sandbox'
import { startApp, type TestApp } from '../../../test/app.ts'
import { forgeriesOf } from '../../../test/money/forgeries.ts'
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

/** Somebody else whose notice it is not. */
const elsewhere = async (person: Person) => ({
  ownId: desk.merchantId,
  otherId: (await PayDesk.begin(app, '1900007002')).merchantId,
  unknownId: person.unitId,
  otherMchid: '1900007002',
})

describe('notices of WeChat Pay', () => {
  it(
    '[FIN-02] in a storm of duplicates from eight senders, mixed with as many forged in every way, settle each order once',
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
      const others = await elsewhere(people[0]!)
      const forged = orders.flatMap((notice, turn) => {
        const ways = Object.values(forgeriesOf(notice, pay(), others))
        return Array.from({ length: TIMES }, (_, time) => ways[(turn * TIMES + time) % ways.length]!)
      })
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
      const [p99, most] = [took[Math.floor(took.length * 0.99)]!, took.at(-1)!].map(Math.round)
      process.stdout.write(`notices: ${genuine.length} genuine, ${forged.length} forged, p99 ${p99} ms, most ${most} ms\n`)
      const { rows } = await app.owner.query<{ payments: number; receipts: number; bills: number }>(
        `SELECT count(*)::int AS payments, (SELECT count(*)::int FROM receipts WHERE community_id = $1) AS receipts,
           (SELECT count(*)::int FROM bills WHERE community_id = $1 AND paid_fen = amount_fen) AS bills
         FROM payments WHERE community_id = $1 AND state = 'paid' AND proof = 'notice'`,
        [desk.community.id],
      )
      expect(rows[0]).toEqual({ payments: ORDERS, receipts: ORDERS, bills: ORDERS })
    },
    10 * 60_000,
  )

  it('[FIN-02] that are forged, of every class, are refused, counted by reason, and change nothing', async () => {
    app.sandbox.world.faults.order({ endpoint: 'notice/TRANSACTION.SUCCESS', kind: 'drop', times: 10 })
    const person = await desk.resident()
    const { notice, paymentId } = await paid(person, await desk.bill(person.unitId, 100))
    const good = pay().notices.requestOf(notice)
    const { headers, url, body } = good
    const forged = forgeriesOf(notice, pay(), await elsewhere(person))
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
