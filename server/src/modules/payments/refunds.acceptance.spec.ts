import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { InboxMessage, OverpaymentRow, Page, PaymentView, RefundRow } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { PayDesk } from '../../../test/pay-desk.ts'
import type { Person } from '../../../test/person.ts'
import { openPayment, settlePayment } from './index.ts'

let app: TestApp
let desk: PayDesk
let resident: Person
let cashier: Person
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.sandbox.world.faults.clear()
  desk = await PayDesk.begin(app)
  resident = await desk.resident()
  cashier = await app.world.staff(desk.community, { post: 'front-desk', permissions: ['payments.read', 'payments.take'] })
})
afterEach(() => expectBooksToAgree(app.owner))

const pay = async (amountFen: number, more: object = {}) => {
  const billId = await desk.bill(resident.unitId, amountFen)
  return { billId, id: await desk.pay(resident, [{ billId, amountFen }], more) }
}
const wish = (more: object) => ({ parts: [], aheadFen: 0, overpaid: false, way: 'wechat', reason: '多收', ...more })
const ask = async (id: string, more: object, by = cashier): Promise<RefundRow> => {
  const answer = await by.post(`${desk.path}/payments/${id}/refunds`, wish(more)).expect(201)
  return (answer.body as PaymentView).refunds[0]!
}
const approve = async ({ id, version }: RefundRow, by = desk.manager): Promise<RefundRow> =>
  (await by.post(`${desk.path}/refunds/${id}/approve`, { version }).expect(200)).body as RefundRow
const now = async (id: string): Promise<RefundRow> =>
  ((await desk.manager.get(`${desk.path}/refunds`).expect(200)).body as Page<RefundRow>).items.find((each) => each.id === id)!
const refusal = async (id: string, more: object) =>
  ((await cashier.post(`${desk.path}/payments/${id}/refunds`, wish(more))).body as { code: string }).code
/** WeChat has paid back what it accepted, and says so. */
const end = async () => {
  app.sandbox.world.pay.endRefunds()
  await app.sandbox.world.pay.notices.delivered()
}

describe('a refund', () => {
  it('[FIN-02] is asked by one, approved by another, sent, and done when WeChat says so; the bill is owed again', async () => {
    const { id, billId } = await pay(30_000)
    const asked = await ask(id, { parts: [{ billId, amountFen: 12_000 }] }, desk.manager)
    expect(asked.state).toBe('asked')
    const own = { version: asked.version }
    expect((await desk.manager.post(`${desk.path}/refunds/${asked.id}/approve`, own)).body).toMatchObject({ code: 'REFUND_OWN' })
    const second = await app.world.staff(desk.community, { post: 'finance', permissions: ['payments.read', 'payments.approve'] })
    expect((await approve(asked, second)).state).toBe('approved')
    await desk.followPayments()
    expect((await now(asked.id)).state).toBe('sent')
    expect(await desk.paidFor(billId)).toBe(30_000)
    await end()
    expect((await now(asked.id)).state).toBe('done')
    expect(await desk.paidFor(billId)).toBe(18_000)
    expect(await desk.messages(resident)).toEqual(['已缴 300.00 元', '已退 120.00 元'])
    const inbox = (await resident.get('/me/messages').expect(200)).body as Page<InboxMessage>
    expect(inbox.items.map(({ aboutId }) => aboutId)).toEqual([id, id])
  })

  it('[FIN-02] that another refuses, with a reason, gives nothing back', async () => {
    const { id, billId } = await pay(500)
    const { id: refundId, version } = await ask(id, { parts: [{ billId, amountFen: 500 }] })
    await desk.manager.post(`${desk.path}/refunds/${refundId}/refuse`, { version, because: '没有多收' }).expect(200)
    expect(await now(refundId)).toMatchObject({ state: 'refused', refusedBecause: '没有多收' })
    await desk.manager.post(`${desk.path}/refunds/${refundId}/approve`, { version: version + 1 }).expect(409)
  })

  it('[FIN-02] within what one decides needs nobody else; in small pieces beyond it, it does', async () => {
    await desk.manager.put(`${desk.path}/payment-rules`, { refundAloneFen: 1_000, version: 1 }).expect(200)
    const { id, billId } = await pay(5_000)
    expect((await ask(id, { parts: [{ billId, amountFen: 600 }] })).state).toBe('approved')
    expect((await ask(id, { parts: [{ billId, amountFen: 600 }] })).state).toBe('asked')
  })

  it('[FIN-02] is never more than was paid, however it is cut, while others are on their way', async () => {
    const { id, billId } = await pay(1_000)
    await ask(id, { parts: [{ billId, amountFen: 700 }] })
    expect(await refusal(id, { parts: [{ billId, amountFen: 301 }] })).toBe('REFUND_TOO_MUCH')
    expect(await refusal(id, { aheadFen: 1 })).toBe('REFUND_TOO_MUCH')
    expect(await refusal(id, { overpaid: true })).toBe('OVERPAYMENT_STATE')
    expect(await refusal(id, { parts: [{ billId, amountFen: 1 }], way: 'pos' })).toBe('REFUND_WAY')
    expect(await refusal(id, {})).toBe('REFUND_TOO_MUCH')
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => cashier.post(`${desk.path}/payments/${id}/refunds`, wish({ parts: [{ billId, amountFen: 300 }] }))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('[FIN-02] of one payment goes a minute after the one before; each has its own number', async () => {
    await desk.manager.put(`${desk.path}/payment-rules`, { refundAloneFen: 1_000_000, version: 1 }).expect(200)
    const { id, billId } = await pay(1_000)
    for (let count = 0; count < 3; count++) await ask(id, { parts: [{ billId, amountFen: 100 }] })
    const sent = () =>
      app.sandbox.world.pay.refunds.all().filter(({ outTradeNo }) => outTradeNo === id.replaceAll('-', '')).length
    for (const expected of [1, 2, 3]) {
      await desk.followPayments()
      await desk.followPayments()
      expect(sent()).toBe(expected)
      app.clock.advance({ seconds: 62 })
    }
    await end()
    expect(await desk.paidFor(billId)).toBe(700)
  })

  it('[FIN-02] whose sending was not answered is sent again under the same number, and goes back once', async () => {
    const { id, billId } = await pay(1_000)
    const refund = await approve(await ask(id, { parts: [{ billId, amountFen: 1_000 }] }))
    app.sandbox.world.faults.order({ endpoint: '/v3/refund/domestic/refunds', kind: 'lost' })
    await desk.followPayments()
    expect((await now(refund.id)).state).toBe('approved')
    expect((await now(refund.id)).trouble).toContain('自动重试')
    app.clock.advance({ minutes: 2 })
    await desk.followPayments()
    await end()
    expect(await now(refund.id)).toMatchObject({ state: 'done', trouble: null })
    expect(await desk.payment(id)).toMatchObject({ refunded: 1_000 })
  })

  it('[FIN-02] that nobody told of is found by asking, also before its own notice comes', async () => {
    const { id, billId } = await pay(1_000)
    const refund = await approve(await ask(id, { parts: [{ billId, amountFen: 400 }] }))
    await desk.followPayments()
    app.sandbox.world.faults.order({ endpoint: 'notice/REFUND.SUCCESS', kind: 'drop' })
    await end()
    expect((await now(refund.id)).state).toBe('sent')
    app.clock.advance({ minutes: 2 })
    await cashier.post(`${desk.path}/refunds/${refund.id}/ask`).expect(200)
    expect((await now(refund.id)).state).toBe('done')
    app.sandbox.world.pay.notices.again(refund.id.replaceAll('-', ''))
    await app.sandbox.world.pay.notices.delivered()
    expect(await desk.payment(id)).toMatchObject({ refunded: 400 })
  })

  it('[FIN-02] waits while the merchant’s account holds too little', async () => {
    const { id, billId } = await pay(1_000)
    const refund = await approve(await ask(id, { parts: [{ billId, amountFen: 1_000 }] }))
    app.sandbox.world.pay.merchants.change('1900007001', { withdrawnFen: 1e9 })
    await desk.followPayments()
    expect((await now(refund.id)).trouble).toContain('余额不足')
    app.sandbox.world.pay.merchants.change('1900007001', { withdrawnFen: 0 })
    app.clock.advance({ minutes: 2 })
    await desk.followPayments()
    await end()
    expect((await now(refund.id)).state).toBe('done')
  })

  it('[FIN-02] that ends abnormal or closed gives nothing back; a closed one can be asked for anew', async () => {
    const { id, billId } = await pay(1_000)
    const refund = await approve(await ask(id, { parts: [{ billId, amountFen: 1_000 }] }))
    app.sandbox.world.pay.planRefunds('CLOSED', 'ABNORMAL')
    await desk.followPayments()
    await end()
    expect(await now(refund.id)).toMatchObject({ state: 'closed' })
    app.clock.advance({ minutes: 2 })
    const again = await approve(await ask(id, { parts: [{ billId, amountFen: 1_000 }] }))
    await desk.followPayments()
    await end()
    expect(await now(again.id)).toMatchObject({ state: 'abnormal' })
    expect(await desk.paidFor(billId)).toBe(1_000)
    expect(await refusal(id, { parts: [{ billId, amountFen: 1 }] })).toBe('REFUND_TOO_MUCH')
  })

  it('[FIN-02] of cash is done at the desk, once', async () => {
    const billId = await desk.bill(resident.unitId, 900)
    const communityId = desk.community.id
    const id = await desk.run(async (tx) => {
      const act = desk.act(cashier)
      const draft = { communityId, unitId: resident.unitId, way: 'cash' as const, parts: [{ billId, amountFen: 900 }] }
      const paymentId = await openPayment(tx, act, draft)
      await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen: 900 })
      return paymentId
    })
    const refund = await approve(await ask(id, { parts: [{ billId, amountFen: 900 }], way: 'cash' }))
    await desk.followPayments()
    const body = { version: refund.version }
    const answers = await Promise.all([1, 2].map(() => cashier.post(`${desk.path}/refunds/${refund.id}/pay`, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await desk.paidFor(billId)).toBe(0)
  })

  it('[FIN-02] of unused prepaid money takes it out of the balance, which nobody else uses meanwhile', async () => {
    const { id } = await pay(100, { aheadFen: 2_000 })
    const refund = await approve(await ask(id, { aheadFen: 1_500 }))
    const billId = await desk.bill(resident.unitId, 2_000)
    const opened = await desk.order(resident, [{ billId, amountFen: 2_000 }], { useBalance: true })
    expect(await desk.paidFor(billId)).toBe(500)
    await desk.confirm(resident, opened)
    await desk.followPayments()
    await end()
    expect((await now(refund.id)).state).toBe('done')
    expect(await desk.balance(resident.unitId)).toBe(0)
  })
})

describe('what was paid too much', () => {
  const twice = async () => {
    const billId = await desk.bill(resident.unitId, 2_500)
    const opened = await desk.order(resident, [{ billId, amountFen: 2_500 }])
    const communityId = desk.community.id
    await desk.run(async (tx) => {
      const act = desk.act(cashier)
      const draft = { communityId, unitId: resident.unitId, way: 'cash' as const, parts: [{ billId, amountFen: 2_500 }] }
      const paymentId = await openPayment(tx, act, draft)
      await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen: 2_500 })
    })
    await desk.confirm(resident, opened)
    const { items } = (await desk.manager.get(`${desk.path}/overpayments?state=open`).expect(200)).body as Page<OverpaymentRow>
    expect(items).toMatchObject([{ paymentId: opened.paymentId, amountFen: 2_500, reason: 'double', refunding: false }])
    return items[0]!
  }

  it('[FIN-02] is credited to the balance, once', async () => {
    const over = await twice()
    const credit = () => desk.manager.post(`${desk.path}/overpayments/${over.id}/credit`, { version: over.version })
    const answers = await Promise.all([credit(), credit()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await desk.balance(resident.unitId)).toBe(2_500)
  })

  it('[FIN-02] or goes back by WeChat, and is not credited meanwhile', async () => {
    const over = await twice()
    const refund = await approve(await ask(over.paymentId, { overpaid: true }))
    const answer = await desk.manager.post(`${desk.path}/overpayments/${over.id}/credit`, { version: over.version })
    expect(answer.body).toMatchObject({ code: 'OVERPAYMENT_STATE' })
    await desk.followPayments()
    await end()
    expect((await now(refund.id)).state).toBe('done')
    expect(await desk.overpayments()).toMatchObject([{ state: 'refunded' }])
  })
})
