import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { CounterDesk, ReceiptRow, ReceiptView, TakenMoney } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { PayDesk } from '../../../test/pay-desk.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let desk: PayDesk
let cashier: Person
let unitId: string
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  desk = await PayDesk.begin(app)
  cashier = await app.world.staff(desk.community, { post: 'front-desk', permissions: ['payments.read', 'payments.take'] })
  unitId = (await app.world.unit(desk.community)).id
})
afterEach(() => expectBooksToAgree(app.owner))

const taking = (change: object = {}) => ({
  unitId,
  way: 'cash',
  parts: [] as { billId: string; amountFen: number }[],
  aheadFen: 0,
  payerName: '林晓梅',
  ...change,
})
const take = async (change: object): Promise<TakenMoney> =>
  (await cashier.post(`${desk.path}/counter-payments`, taking(change)).expect(201)).body as TakenMoney
const refused = async (change: object, status: number, code: string) => {
  const { body } = await cashier.post(`${desk.path}/counter-payments`, taking(change)).expect(status)
  expect((body as { code: string }).code).toBe(code)
}
const counter = async (id = unitId) => (await cashier.get(`${desk.path}/units/${id}/counter`).expect(200)).body as CounterDesk
const receipt = async (id: string) => (await cashier.get(`${desk.path}/receipts/${id}`).expect(200)).body as ReceiptView

describe('money at the counter', () => {
  it('[FIN-02] pays bills in part and something ahead in cash, tells the change, and makes out the receipt', async () => {
    const [fee, parking] = [await desk.bill(unitId, 27_608), await desk.bill(unitId, 30_000)]
    expect((await counter()).bills.map(({ id, owedFen, heldBy }) => ({ id, owedFen, heldBy }))).toEqual([
      { id: fee, owedFen: 27_608, heldBy: null },
      { id: parking, owedFen: 30_000, heldBy: null },
    ])
    const parts = [
      { billId: fee, amountFen: 27_608 },
      { billId: parking, amountFen: 10_000 },
    ]
    const taken = await take({ parts, aheadFen: 5_000, handedFen: 50_000 })
    expect(taken).toMatchObject({ amountFen: 42_608, changeFen: 7_392, receiptNumber: 1 })
    expect(await receipt(taken.receiptId)).toMatchObject({
      number: 1,
      way: 'cash',
      amountFen: 42_608,
      payerName: '林晓梅',
      issuedByName: cashier.name,
      prints: 0,
      voidedAt: null,
      content: { aheadFen: 5_000, overFen: 0 },
    })
    const after = await counter()
    expect(after).toMatchObject({ balanceFen: 5_000, lastPayerName: '林晓梅', bills: [{ id: parking, owedFen: 20_000 }] })
  })

  it('[FIN-02] takes the same money once, however often it is sent', async () => {
    const parts = [{ billId: await desk.bill(unitId, 10_000), amountFen: 10_000 }]
    const key = '6f9bd9f1-2f4c-4d1e-9a53-0c5a52a8d001'
    const send = () => cashier.post(`${desk.path}/counter-payments`, taking({ parts })).set('idempotency-key', key).expect(201)
    const [first, second] = [(await send()).body as TakenMoney, (await send()).body as TakenMoney]
    expect(second).toEqual(first)
    expect(await desk.receiptNumbers()).toEqual([1])
  })

  it('[FIN-02] refuses what does not add up', async () => {
    const billId = await desk.bill(unitId, 10_000)
    const parts = [{ billId, amountFen: 10_000 }]
    await refused({ parts, handedFen: 9_999 }, 422, 'HANDED_TOO_LITTLE')
    await refused({ parts, way: 'transfer' }, 422, 'REFERENCE_NEEDED')
    await refused({ parts, way: 'pos', reference: '   ' }, 422, 'REFERENCE_NEEDED')
    await refused({ parts: [{ billId, amountFen: 10_001 }] }, 409, 'BILLS_CHANGED')
    await refused({}, 422, 'PAYMENT_AMOUNT')
    await refused({ parts, unitId: (await app.world.unit(desk.community)).id }, 404, 'NOT_FOUND')
    for (const bad of [{ way: 'wechat' }, { parts: [{ billId, amountFen: -1 }] }, { aheadFen: 0.5 }, { payerName: '' }])
      await refused({ parts, ...bad }, 400, 'VALIDATION_FAILED')
    const engineer = await app.world.staff(desk.community, { post: 'engineer' })
    await engineer.post(`${desk.path}/counter-payments`, taking({ parts })).expect(403)
    expect(await desk.receiptNumbers()).toEqual([])
  })

  it('[FIN-02] tells of an order by WeChat that holds a bill, and takes the money once it is closed', async () => {
    const resident = await desk.resident()
    const parts = [{ billId: await desk.bill(resident.unitId, 10_000), amountFen: 10_000 }]
    const { paymentId } = await desk.order(resident, parts)
    expect((await counter(resident.unitId)).bills).toMatchObject([{ heldBy: paymentId }])
    await refused({ unitId: resident.unitId, parts }, 409, 'PAYMENT_OPEN')
    const { body } = await cashier.post(`${desk.path}/payments/${paymentId}/close`).expect(200)
    expect((body as CounterDesk).bills).toMatchObject([{ heldBy: null, owedFen: 10_000 }])
    await take({ unitId: resident.unitId, parts })
    expect((await counter(resident.unitId)).bills).toEqual([])
  })

  it('[FIN-02] finds the bill paid when the order it closes was paid in that moment', async () => {
    const resident = await desk.resident()
    const parts = [{ billId: await desk.bill(resident.unitId, 10_000), amountFen: 10_000 }]
    desk.loseNotices()
    const paymentId = await desk.pay(resident, parts)
    const { body } = await cashier.post(`${desk.path}/payments/${paymentId}/close`).expect(200)
    expect((body as CounterDesk).bills).toEqual([])
    await refused({ unitId: resident.unitId, parts }, 409, 'BILLS_CHANGED')
  })
})

describe('receipts', () => {
  it('[FIN-02] have no gap under 20 payments at once', async () => {
    const bills = await Promise.all(Array.from({ length: 20 }, () => desk.bill(unitId, 10_000)))
    const odd = (index: number) => (index % 4 === 3 ? { handedFen: 1 } : {})
    await Promise.all(
      bills.map((billId, index) =>
        cashier.post(`${desk.path}/counter-payments`, taking({ parts: [{ billId, amountFen: 10_000 }], ...odd(index) })),
      ),
    )
    expect(await desk.receiptNumbers()).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  })

  it('[FIN-02] are voided with a reason by who may approve, and another takes the next number', async () => {
    const billId = await desk.bill(unitId, 10_000)
    const { receiptId } = await take({ parts: [{ billId, amountFen: 10_000 }] })
    await cashier.post(`${desk.path}/receipts/${receiptId}/void`, { because: '抬头写错' }).expect(403)
    await desk.manager.post(`${desk.path}/receipts/${receiptId}/void`, { because: ' ' }).expect(400)
    const wish = { because: '抬头写错', payerName: '一诺商贸有限公司' }
    const { body } = await desk.manager.post(`${desk.path}/receipts/${receiptId}/void`, wish).expect(200)
    expect(body).toMatchObject({ number: 2, payerName: '一诺商贸有限公司', amountFen: 10_000, voidedAt: null })
    expect(await receipt(receiptId)).toMatchObject({ number: 1, voidedBecause: '抬头写错', voidedByName: desk.manager.name })
    const again = await desk.manager.post(`${desk.path}/receipts/${receiptId}/void`, wish).expect(409)
    expect(again.body).toMatchObject({ code: 'RECEIPT_VOID' })
    await cashier.post(`${desk.path}/receipts/${receiptId}/prints`).expect(409)
    expect(await desk.paidFor(billId)).toBe(10_000)
    const list = async (query: string) =>
      ((await cashier.get(`${desk.path}/receipts?${query}`).expect(200)).body as { items: ReceiptRow[] }).items
    expect((await list('state=void')).map(({ number }) => number)).toEqual([1])
    expect((await list('query=000002')).map(({ number }) => number)).toEqual([2])
  })

  it('[FIN-02] leave no other when all of the money has gone back', async () => {
    const { receiptId, paymentId } = await take({ parts: [{ billId: await desk.bill(unitId, 10_000), amountFen: 10_000 }] })
    const { rows } = await app.owner.query<{ bill_id: string }>('SELECT bill_id FROM payment_parts WHERE payment_id = $1', [
      paymentId,
    ])
    const wish = {
      parts: [{ billId: rows[0]!.bill_id, amountFen: 10_000 }],
      aheadFen: 0,
      overpaid: false,
      way: 'cash',
      reason: '重复缴费',
    }
    const asked = await cashier.post(`${desk.path}/payments/${paymentId}/refunds`, wish).expect(201)
    const refund = (asked.body as { refunds: { id: string; version: number }[] }).refunds[0]!
    await desk.manager.post(`${desk.path}/refunds/${refund.id}/approve`, { version: refund.version }).expect(200)
    await cashier.post(`${desk.path}/refunds/${refund.id}/pay`, { version: refund.version + 1 }).expect(200)
    const { body } = await desk.manager.post(`${desk.path}/receipts/${receiptId}/void`, { because: '已全额退款' }).expect(200)
    expect(body).toMatchObject({ id: receiptId, voidedBecause: '已全额退款' })
    expect(await desk.receiptNumbers()).toEqual([1])
  })

  it('[FIN-02] count each printing, and are drawn for A5 and for a roll', async () => {
    const { receiptId } = await take({ aheadFen: 10_000 })
    const print = async () =>
      ((await cashier.post(`${desk.path}/receipts/${receiptId}/prints`).expect(200)).body as ReceiptRow).prints
    expect([await print(), await print()]).toEqual([1, 2])
    for (const paper of ['a5', 'thermal']) {
      const { body, headers } = await cashier.get(`${desk.path}/receipts/${receiptId}/sheet?paper=${paper}`).expect(200)
      expect(headers['content-type']).toBe('application/pdf')
      expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
    }
    await cashier.get(`${desk.path}/receipts/${receiptId}/sheet?paper=a4`).expect(400)
  })

  it('[FIN-02] are opened by the household and by nobody else', async () => {
    const resident = await desk.resident()
    const stranger = await app.world.resident(desk.community)
    const { paymentId } = await take({ unitId: resident.unitId, aheadFen: 10_000 })
    await stranger.get(`/me/payments/${paymentId}/receipt-link`).expect(404)
    const { body } = await resident.get(`/me/payments/${paymentId}/receipt-link`).expect(200)
    const { pathname, search } = new URL((body as { url: string }).url)
    const path = pathname.replace('/api', '')
    const opened = await stranger.get(`${path}${search}`).expect(200)
    expect(opened.headers['content-type']).toBe('application/pdf')
    await stranger.get(`${path}${search.replace(/signature=./, 'signature=_')}`).expect(404)
    app.clock.advance({ minutes: 6 })
    const late = await stranger.get(`${path}${search}`)
    expect([late.status, (late.body as { code: string }).code]).toEqual([410, 'FILE_LINK_EXPIRED'])
  })
})
