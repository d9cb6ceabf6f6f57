import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { PaymentView } from '@yinuo/contracts'
import { startApp, type TestApp } from '../app.ts'
import { expectBooksToAgree } from '../money-oracle.ts'
import { PayDesk } from '../pay-desk.ts'
import type { Person } from '../person.ts'

let app: TestApp
let desk: PayDesk
let resident: Person
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.sandbox.world.faults.clear()
  desk = await PayDesk.begin(app)
  resident = await desk.resident()
})
afterEach(() => expectBooksToAgree(app.owner))

const pay = () => app.sandbox.world.pay

/** An order that is paid, of which the server was told nothing yet, and the notice of it. */
async function unseen(amountFen: number) {
  desk.loseNotices(1)
  const billId = await desk.bill(resident.unitId, amountFen)
  const opened = await desk.order(resident, [{ billId, amountFen }])
  const order = pay().payAs(resident.openid!, opened.request.package.replace('prepay_id=', ''))
  return { billId, paymentId: opened.paymentId, order, notice: pay().noticeOf(order) }
}

/** A notice as it comes from outside: no session, no cookie, nothing but WeChat's signature. */
async function tell(notice: ReturnType<ReturnType<typeof pay>['noticeOf']>): Promise<number> {
  const { url, headers, body } = pay().notices.requestOf(notice)
  return (await fetch(url, { method: 'POST', headers, body })).status
}

/** What happened to others, as they wrote it down. */
describe('an accident of others', () => {
  it('[FIN-02] a notice has no session and a timer no caller: both settle all the same', async () => {
    const told = await unseen(1_000)
    expect(await tell(told.notice)).toBe(204)
    expect(await desk.payment(told.paymentId)).toMatchObject({ state: 'paid', paid: 1_000 })
    const untold = await unseen(2_000)
    app.clock.advance({ seconds: 11 })
    await desk.followPayments()
    expect(await desk.payment(untold.paymentId)).toMatchObject({ state: 'paid', paid: 2_000 })
  })

  it('[FIN-02] what is ordered is what is compared: a fen less or more in the notice is refused', async () => {
    for (const more of [-1, 1]) {
      const { order, paymentId, billId } = await unseen(1_000)
      const wrong = pay().noticeOf({ ...order, totalFen: order.totalFen + more })
      expect(await tell(wrong)).toBe(400)
      expect(await desk.payment(paymentId)).toMatchObject({ state: 'open' })
      expect(await desk.paidFor(billId)).toBe(0)
    }
  })

  it('[FIN-02] what is ordered at WeChat is what is left after the balance, to the fen', async () => {
    await desk.pay(resident, [], { aheadFen: 333 })
    const billId = await desk.bill(resident.unitId, 1_000)
    const opened = await desk.order(resident, [{ billId, amountFen: 1_000 }], { useBalance: true })
    const ordered = pay()
      .orders.all()
      .find(({ outTradeNo }) => outTradeNo === opened.paymentId.replaceAll('-', ''))
    expect(ordered).toMatchObject({ totalFen: 667 })
    await desk.confirm(resident, opened)
    expect(await desk.payment(opened.paymentId)).toMatchObject({ state: 'paid', paid: 667 })
    expect(await desk.paidFor(billId)).toBe(1_000)
  })

  it('[FIN-02] the same notice five times is one payment, one receipt, one message', async () => {
    const { notice, paymentId, billId } = await unseen(500)
    expect(await Promise.all([1, 2, 3].map(() => tell(notice)))).toEqual([204, 204, 204])
    expect([await tell(notice), await tell(notice)]).toEqual([204, 204])
    expect(await desk.payment(paymentId)).toMatchObject({ state: 'paid', paid: 500 })
    expect(await desk.paidFor(billId)).toBe(500)
    expect(await desk.receiptNumbers()).toEqual([1])
    expect(await desk.messages(resident)).toEqual(['已缴 5.00 元'])
  })

  it('[FIN-02] a refund is told of before it was ever asked for, and asking later changes nothing', async () => {
    await desk.manager.put(`${desk.path}/payment-rules`, { refundAloneFen: 10_000, version: 1 }).expect(200)
    const billId = await desk.bill(resident.unitId, 900)
    const id = await desk.pay(resident, [{ billId, amountFen: 900 }])
    const wish = { parts: [{ billId, amountFen: 400 }], aheadFen: 0, overpaid: false, way: 'wechat', reason: '多收' }
    const { refunds } = (await desk.manager.post(`${desk.path}/payments/${id}/refunds`, wish).expect(201)).body as PaymentView
    await desk.followPayments()
    pay().endRefunds()
    await pay().notices.delivered()
    expect(await desk.payment(id)).toMatchObject({ refunded: 400 })
    app.clock.advance({ minutes: 5 })
    await desk.followPayments()
    pay().notices.again(refunds[0]!.id.replaceAll('-', ''))
    await pay().notices.delivered()
    expect(await desk.payment(id)).toMatchObject({ refunded: 400 })
    expect(await desk.paidFor(billId)).toBe(500)
  })

  it('[FIN-02] a community named in the body widens nothing: what is another’s is not found', async () => {
    const elsewhere = await PayDesk.begin(app)
    const billId = await elsewhere.bill((await elsewhere.resident()).unitId, 800)
    const own = await desk.bill(resident.unitId, 800)
    const id = await desk.pay(resident, [{ billId: own, amountFen: 800 }])
    const communityId = elsewhere.community.id
    const order = { communityId, unitId: resident.unitId, parts: [{ billId, amountFen: 800 }], aheadFen: 0, useBalance: false }
    expect([400, 404]).toContain((await resident.post('/me/payments', order)).status)
    const wish = { communityId, parts: [{ billId, amountFen: 1 }], aheadFen: 0, overpaid: false, way: 'wechat', reason: '多收' }
    const clerk = await app.world.staff(desk.community, { permissions: ['payments.read', 'payments.take'] })
    expect([400, 404]).toContain((await clerk.post(`${desk.path}/payments/${id}/refunds`, wish)).status)
    await clerk.post(`/communities/${communityId}/payments/${id}/refunds`, { ...wish, communityId: undefined }).expect(404)
    expect(await elsewhere.paidFor(billId)).toBe(0)
  })
})
