import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { OwnPayment, Page, OwnPaymentRow, PaymentView, PayMerchantView } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { PayDesk } from '../../../test/pay-desk.ts'
import type { Person } from '../../../test/person.ts'

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

const own = async (person: Person, id: string): Promise<OwnPayment> =>
  (await person.get(`/me/payments/${id}`).expect(200)).body as OwnPayment
const whole = async (...amounts: number[]) => {
  const parts = []
  for (const amountFen of amounts) parts.push({ billId: await desk.bill(resident.unitId, amountFen), amountFen })
  return parts
}

describe('paying by WeChat', () => {
  it('[FIN-02] three bills at once: one order, one notice, each settled, a receipt, and word of it', async () => {
    const parts = await whole(30_000, 8_800, 1)
    const id = await desk.pay(resident, parts)
    const payment = await own(resident, id)
    expect(payment).toMatchObject({ state: 'paid', amountFen: 38_801, mine: true, receipt: { number: 1 } })
    expect(payment.parts.map(({ settledFen }) => settledFen)).toEqual([30_000, 8_800, 1])
    expect(payment.receipt!.content).toMatchObject({ payerName: resident.name, amountFen: 38_801 })
    expect(await desk.messages(resident)).toEqual(['已缴 388.01 元'])
    const { items } = (await resident.get('/me/payments').expect(200)).body as Page<OwnPaymentRow>
    expect(items.map((each) => each.id)).toEqual([id])
  })

  it('[FIN-02] a part of a bill, something ahead, and the balance first', async () => {
    const [part] = await whole(10_000)
    await desk.pay(resident, [{ ...part!, amountFen: 4_000 }], { aheadFen: 1_500 })
    expect(await desk.balance(resident.unitId)).toBe(1_500)
    const opened = await desk.order(resident, [{ ...part!, amountFen: 6_000 }], { useBalance: true })
    expect(await desk.paidFor(part!.billId)).toBe(5_500)
    await desk.confirm(resident, opened)
    expect(await desk.paidFor(part!.billId)).toBe(10_000)
    expect(await own(resident, opened.balancePaymentId!)).toMatchObject({ way: 'balance', amountFen: 1_500, state: 'paid' })
    const [small] = await whole(300)
    await desk.pay(resident, [], { aheadFen: 500 })
    const answer = await resident.post('/me/payments', { unitId: resident.unitId, parts: [small], aheadFen: 0, useBalance: true })
    expect(answer.body).toMatchObject({ paymentId: null, request: null })
    expect(await desk.balance(resident.unitId)).toBe(200)
  })

  it('[FIN-02] is known on return though no notice came, and the phone’s word alone is no payment', async () => {
    desk.loseNotices()
    const opened = await desk.order(resident, await whole(100))
    expect((await resident.post(`/me/payments/${opened.paymentId}/ask`).expect(200)).body).toMatchObject({ state: 'open' })
    await desk.confirm(resident, opened)
    expect(await own(resident, opened.paymentId)).toMatchObject({ state: 'open' })
    expect((await resident.post(`/me/payments/${opened.paymentId}/ask`).expect(200)).body).toMatchObject({ state: 'paid' })
  })

  it('[FIN-02] under the same key again is the same order, also when the prepay’s answer was lost', async () => {
    const body = { unitId: resident.unitId, parts: await whole(100), aheadFen: 0, useBalance: false }
    app.sandbox.world.faults.order({ endpoint: '/v3/pay/transactions/jsapi', kind: 'lost' })
    const key = 'the-same-key-of-the-phone'
    await resident.post('/me/payments', body, key).expect(503)
    const again = (await resident.post('/me/payments', body, key).expect(201)).body as { paymentId: string }
    expect(((await resident.post('/me/payments', body, key).expect(201)).body as { paymentId: string }).paymentId).toBe(
      again.paymentId,
    )
    expect(app.sandbox.world.pay.orders.all().filter(({ openid }) => openid === resident.openid)).toHaveLength(1)
    expect((await resident.post(`/me/payments/${again.paymentId}/request`).expect(200)).body).toMatchObject({ signType: 'RSA' })
  })

  it('[FIN-02] cancelled and begun again closes the first order at WeChat before the second is opened', async () => {
    const parts = await whole(100)
    const first = await desk.order(resident, parts)
    const second = await desk.order(resident, parts)
    const states = app.sandbox.world.pay.orders.all().filter(({ openid }) => openid === resident.openid)
    expect(states.map(({ state }) => state)).toEqual(['CLOSED', 'NOTPAY'])
    expect(await desk.payment(first.paymentId)).toMatchObject({ state: 'closed' })
    await resident.post(`/me/payments/${first.paymentId}/request`).expect(409)
    await desk.confirm(resident, second)
    expect(await desk.payment(second.paymentId)).toMatchObject({ state: 'paid' })
  })

  it('[FIN-02] begun again after it was paid unseen is settled, and nothing is ordered twice', async () => {
    desk.loseNotices()
    const parts = await whole(100)
    const opened = await desk.order(resident, parts)
    await desk.confirm(resident, opened)
    const body = { unitId: resident.unitId, parts, aheadFen: 0, useBalance: false }
    expect((await resident.post('/me/payments', body)).body).toMatchObject({ code: 'BILLS_CHANGED' })
    expect(await desk.payment(opened.paymentId)).toMatchObject({ state: 'paid' })
  })

  it('[FIN-02] after the order ran out closes it; money that comes all the same is not dropped', async () => {
    const parts = await whole(2_500)
    const opened = await desk.order(resident, parts)
    app.clock.advance({ minutes: 16 })
    await desk.followPayments()
    expect(await desk.payment(opened.paymentId)).toMatchObject({ state: 'closed' })
    const second = await desk.pay(resident, parts)
    app.sandbox.world.pay.payLate('1900007001', opened.paymentId.replaceAll('-', ''))
    await app.sandbox.world.pay.notices.delivered()
    expect(await desk.payment(opened.paymentId)).toMatchObject({ state: 'paid', paid: 0 })
    expect(await desk.overpayments()).toMatchObject([{ paymentId: opened.paymentId, fen: 2_500, reason: 'late' }])
    expect(await desk.payment(second)).toMatchObject({ state: 'paid', paid: 2_500 })
  })

  it('[FIN-02] of one bill on two devices ends in one payment', async () => {
    const parts = await whole(9_900)
    const spouse = await desk.resident(resident.unitId)
    const opened = await Promise.all(
      [resident, spouse].map((person) =>
        person.post('/me/payments', {
          unitId: resident.unitId,
          parts,
          aheadFen: 0,
          useBalance: false,
        }),
      ),
    )
    expect(opened.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    const payable = app.sandbox.world.pay.orders
      .all()
      .filter(({ state, openid }) => state === 'NOTPAY' && [resident.openid, spouse.openid].includes(openid))
    expect(payable).toHaveLength(1)
  })

  it('[FIN-02] is for homes one lives in: another’s bills, payments and orders are not found', async () => {
    const parts = await whole(100)
    const stranger = await desk.resident()
    const body = { parts, aheadFen: 0, useBalance: false }
    await stranger.post('/me/payments', { ...body, unitId: resident.unitId }).expect(404)
    await stranger.post('/me/payments', { ...body, unitId: stranger.unitId }).expect(404)
    const opened = await desk.order(resident, parts)
    await stranger.get(`/me/payments/${opened.paymentId}`).expect(404)
    const spouse = await desk.resident(resident.unitId)
    expect(await own(spouse, opened.paymentId)).toMatchObject({ mine: false })
    await spouse.post(`/me/payments/${opened.paymentId}/close`).expect(404)
    expect((await resident.post(`/me/payments/${opened.paymentId}/close`).expect(200)).body).toMatchObject({ state: 'closed' })
  })

  it('[FIN-02] when all callbacks are lost is settled within two rounds of questions, each once', async () => {
    desk.loseNotices()
    const people = await Promise.all(Array.from({ length: 30 }, () => desk.resident()))
    const charge = await desk.charge()
    const ids: string[] = []
    for (const person of people)
      ids.push(await desk.pay(person, [{ billId: await desk.bill(person.unitId, 100, charge), amountFen: 100 }]))
    app.clock.advance({ seconds: 11 })
    for (let round = 0; round < 2; round++) await desk.followPayments()
    for (const id of ids) expect(await desk.payment(id)).toMatchObject({ state: 'paid', paid: 100 })
    expect(await desk.receiptNumbers()).toHaveLength(30)
  })
})

describe('the office', () => {
  it('[FIN-02] searches payments, looks at one with its entry in the books, and asks WeChat', async () => {
    desk.loseNotices(1)
    const id = await desk.pay(resident, await whole(100))
    expect((await desk.manager.post(`${desk.path}/payments/${id}/ask`).expect(200)).body).toMatchObject({ state: 'paid' })
    const list = async (query: string) =>
      ((await desk.manager.get(`${desk.path}/payments?${query}`).expect(200)).body as Page<{ id: string }>).items.map(
        (each) => each.id,
      )
    expect(await list('way=wechat&state=paid')).toEqual([id])
    expect(await list('way=cash')).toEqual([])
    const { transactionId } = (await desk.manager.get(`${desk.path}/payments/${id}`).expect(200)).body as PaymentView
    expect(await list(`query=${transactionId}`)).toEqual([id])
    expect(await list('from=2026-11-21&to=2026-11-21')).toEqual([id])
    expect(await list('from=2026-11-22')).toEqual([])
    const view = (await desk.manager.get(`${desk.path}/payments/${id}`).expect(200)).body as PaymentView
    expect(view).toMatchObject({ state: 'paid', proof: 'query', aheadRefundableFen: 0, parts: [{ refundableFen: 100 }] })
    expect(view.entryId).not.toBeNull()
  })

  it('[FIN-02] sets a merchant, tries it, switches its keys, stops it; secrets are sealed and never shown', async () => {
    const base = `${desk.path}/pay-merchants`
    const draft = await desk.merchantDraft('1900008000')
    const added = (await desk.manager.post(base, draft).expect(201)).body as PayMerchantView[]
    expect(added.map(({ mchid, inUse }) => [mchid, inUse])).toEqual([
      ['1900008000', true],
      ['1900007001', false],
    ])
    const { id, version } = added[0]!
    const tested = (await desk.manager.post(`${base}/${id}/test`).expect(200)).body as PayMerchantView[]
    expect(tested[0]).toMatchObject({ testTrouble: null, testedAt: app.clock.now().toISOString() })
    const [old, open] = draft.platformKeys
    const keys = { platformKeys: [open], keySerial: open!.serial, version }
    const switched = (await desk.manager.put(`${base}/${id}/keys`, keys).expect(200)).body as PayMerchantView[]
    expect(switched[0]).toMatchObject({ keySerials: [open!.serial], testedAt: null })
    await desk.manager.put(`${base}/${id}/keys`, keys).expect(409)
    const text = JSON.stringify(switched) + JSON.stringify((await app.owner.query('SELECT * FROM pay_merchants')).rows)
    expect(text).not.toContain(draft.apiKey)
    expect(text).not.toContain('PRIVATE KEY')
    expect(old!.serial).not.toBe(open!.serial)
    app.sandbox.world.pay.merchants.change('1900008000', { keyMode: 'public-key' })
    const parts = await whole(77)
    expect(await desk.payment(await desk.pay(resident, parts))).toMatchObject({ state: 'paid' })
    const stopped = await desk.manager.post(`${base}/${id}/stop`, { version: switched[0]!.version }).expect(200)
    expect((stopped.body as PayMerchantView[]).some(({ inUse }) => inUse)).toBe(false)
    const body = { unitId: resident.unitId, parts: await whole(5), aheadFen: 0, useBalance: false }
    expect((await resident.post('/me/payments', body).expect(409)).body).toMatchObject({ code: 'PAY_NOT_SET' })
  })

  it('[FIN-02] refuses keys that are none, and a merchant for the whole company from who answers for a part', async () => {
    const base = `${desk.path}/pay-merchants`
    const draft = await desk.merchantDraft('1900007001')
    const other = await desk.merchantDraft('1900007002')
    const certificate = { ...other.platformKeys[0]!, serial: 'A'.repeat(40) }
    for (const wrong of [
      { privateKey: draft.platformKeys[0]!.pem },
      { platformKeys: [{ serial: draft.keySerial, pem: draft.privateKey }] },
      { platformKeys: [certificate], keySerial: certificate.serial },
      { keySerial: 'PUB_KEY_ID_0100000000' },
      { mode: 'partner' },
    ])
      await desk.manager.post(base, { ...draft, ...wrong }).expect(400)
    await app.world.community()
    const answer = await desk.manager.post(base, { ...draft, ofCompany: true }).expect(403)
    expect(answer.body).toMatchObject({ code: 'PAY_WHOLE_COMPANY' })
  })

  it('[FIN-02] says how much of a refund one person decides', async () => {
    const set = { refundAloneFen: 20_000, version: 1 }
    await desk.manager.put(`${desk.path}/payment-rules`, set).expect(200)
    await desk.manager.put(`${desk.path}/payment-rules`, set).expect(409)
    expect((await desk.manager.get(`${desk.path}/payment-rules`)).body).toEqual({ refundAloneFen: 20_000, version: 2 })
  })
})
