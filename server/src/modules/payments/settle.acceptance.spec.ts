import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { CounterWay, ReceiptContent } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { MoneyDesk } from '../../../test/money-desk.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import type { Person } from '../../../test/person.ts'
import { newId } from '../../platform/clock/index.ts'
import { closePayment, openPayment, settlePayment, type PaymentDraft } from './index.ts'

let app: TestApp
let desk: MoneyDesk
let cashier: Person
let unitId: string
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  desk = await MoneyDesk.open(app)
  cashier = await app.world.staff(desk.community, { post: 'front-desk' })
  unitId = (await app.world.unit(desk.community)).id
})
afterEach(() => expectBooksToAgree(app.owner))

type Draft = Omit<PaymentDraft, 'communityId' | 'unitId' | 'way'>

const total = ({ parts, aheadFen = 0 }: Draft) => parts.reduce((sum, { amountFen }) => sum + amountFen, aheadFen)

async function order(draft: Draft): Promise<string> {
  const at = app.clock.now()
  const order = { accountId: newId(at), merchantId: newId(at), expiresAt: at, askAt: at }
  const communityId = desk.community.id
  return desk.run((tx) => openPayment(tx, desk.act(), { communityId, unitId, way: 'wechat', ...draft, order }))
}

const settled = (paymentId: string, amountFen: number) =>
  desk.run((tx) =>
    settlePayment(tx, desk.act(), {
      communityId: desk.community.id,
      paymentId,
      proof: 'notice',
      transactionId: `42${paymentId}`,
      paidAt: app.clock.now(),
      amountFen,
    }),
  )

async function atCounter(draft: Draft, way: CounterWay = 'cash'): Promise<string> {
  const communityId = desk.community.id
  const act = desk.act(cashier)
  return desk.run(async (tx) => {
    const paymentId = await openPayment(tx, act, { communityId, unitId, way, ...draft })
    await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen: total(draft) })
    return paymentId
  })
}

async function byBalance(draft: Draft): Promise<string> {
  const communityId = desk.community.id
  const act = desk.act()
  return desk.run(async (tx) => {
    const paymentId = await openPayment(tx, act, { communityId, unitId, way: 'balance', ...draft })
    await settlePayment(tx, act, { communityId, paymentId, proof: 'balance', paidAt: act.now, amountFen: total(draft) })
    return paymentId
  })
}

describe('settling a payment', () => {
  it('[FIN-02] by WeChat settles its bills, the balance, the books and a receipt, and tells of it, once', async () => {
    const [first, second] = [await desk.bill(unitId, 30_000), await desk.bill(unitId, 12_345)]
    const parts = [
      { billId: first, amountFen: 30_000 },
      { billId: second, amountFen: 345 },
    ]
    const id = await order({ parts, aheadFen: 655 })
    expect(await settled(id, 31_000)).toEqual({ isNew: true, overFen: 0, receiptNumber: 1 })
    expect(await settled(id, 31_000)).toMatchObject({ isNew: false })
    expect(await desk.paidFor(first)).toBe(30_000)
    expect(await desk.paidFor(second)).toBe(345)
    expect(await desk.balance(unitId)).toBe(655)
    const { rows } = await app.owner.query<{ content: ReceiptContent }>('SELECT content FROM receipts WHERE payment_id = $1', [
      id,
    ])
    expect(rows[0]!.content).toMatchObject({ amountFen: 31_000, aheadFen: 655, overFen: 0, way: 'wechat' })
    expect(rows[0]!.content.lines.map(({ amountFen }) => amountFen)).toEqual([30_000, 345])
    const told = await app.owner.query(`SELECT 1 FROM outbox WHERE topic = 'payment.settled' AND payload ->> 'paymentId' = $1`, [
      id,
    ])
    expect(told.rows).toHaveLength(1)
  })

  it.each(['cash', 'transfer', 'pos'] as const)('[FIN-02] at the counter by %s settles at once', async (way) => {
    const bill = await desk.bill(unitId, 8_800)
    const id = await atCounter({ parts: [{ billId: bill, amountFen: 8_800 }] }, way)
    expect(await desk.payment(id)).toMatchObject({ state: 'paid', paid: 8_800 })
  })

  it('[FIN-02] out of the balance takes what was paid ahead, and no more', async () => {
    const bill = await desk.bill(unitId, 5_000)
    await atCounter({ parts: [], aheadFen: 3_000 })
    await byBalance({ parts: [{ billId: bill, amountFen: 3_000 }] })
    expect([await desk.balance(unitId), await desk.paidFor(bill)]).toEqual([0, 3_000])
    await expect(byBalance({ parts: [{ billId: bill, amountFen: 1 }] })).rejects.toMatchObject({ code: 'BALANCE_TOO_SMALL' })
    expect(await desk.paidFor(bill)).toBe(3_000)
  })

  it('[FIN-02] of a bill that was paid meanwhile keeps the rest as one over-payment', async () => {
    const [first, second] = [await desk.bill(unitId, 10_000), await desk.bill(unitId, 2_000)]
    const parts = [
      { billId: first, amountFen: 10_000 },
      { billId: second, amountFen: 2_000 },
    ]
    const id = await order({ parts })
    await atCounter({ parts: [{ billId: first, amountFen: 4_000 }] })
    expect(await settled(id, 12_000)).toMatchObject({ overFen: 4_000 })
    expect(await desk.overpayments()).toMatchObject([{ paymentId: id, fen: 4_000, reason: 'double', state: 'open' }])
    expect(await desk.paidFor(first)).toBe(10_000)
  })

  it('[FIN-02] after it was closed is not dropped: what nobody owes any more is an over-payment', async () => {
    const [paid, owed] = [await desk.bill(unitId, 10_000), await desk.bill(unitId, 700)]
    const parts = [
      { billId: paid, amountFen: 10_000 },
      { billId: owed, amountFen: 700 },
    ]
    const id = await order({ parts })
    await desk.run((tx) => closePayment(tx, desk.act(), { communityId: desk.community.id, paymentId: id }))
    await settled(await order({ parts: parts.slice(0, 1) }), 10_000)
    expect(await settled(id, 10_700)).toMatchObject({ isNew: true, overFen: 10_000 })
    expect(await desk.overpayments()).toMatchObject([{ paymentId: id, fen: 10_000, reason: 'late' }])
    expect(await desk.paidFor(owed)).toBe(700)
  })

  it('[FIN-02] with another amount, or as another transaction, writes nothing', async () => {
    const bill = await desk.bill(unitId, 100)
    const id = await order({ parts: [{ billId: bill, amountFen: 100 }] })
    await expect(settled(id, 99)).rejects.toThrow('another amount')
    expect(await desk.payment(id)).toMatchObject({ state: 'open' })
  })

  it('[FIN-02] lies in the month it was paid in, and once that is closed in the one that is open', async () => {
    const bill = await desk.bill(unitId, 200)
    const open = await order({ parts: [{ billId: bill, amountFen: 100 }] })
    const paidAt = new Date('2026-10-31T15:59:00Z')
    const communityId = desk.community.id
    const settle = (paymentId: string) =>
      desk.run((tx) =>
        settlePayment(tx, desk.act(), {
          communityId,
          paymentId,
          proof: 'query',
          transactionId: paymentId,
          paidAt,
          amountFen: 100,
        }),
      )
    await settle(open)
    await app.owner.query(`UPDATE ledger_books SET closed_through = '2026-10-31' WHERE community_id = $1`, [communityId])
    const late = await order({ parts: [{ billId: bill, amountFen: 100 }] })
    await settle(late)
    const { rows } = await app.owner.query<{ day: string }>(
      `SELECT booked_on::text AS day FROM ledger_entries WHERE source_id = ANY ($1) ORDER BY booked_on`,
      [[open, late]],
    )
    expect(rows.map(({ day }) => day)).toEqual(['2026-10-31', '2026-11-21'])
  })

  it('[FIN-02] of fifty at once, for overlapping bills, gives receipts numbers without a gap and nobody waits for ever', async () => {
    const charge = await desk.charge()
    const bills: string[] = []
    for (let count = 0; count < 10; count++) bills.push(await desk.bill(unitId, 1_000, charge))
    await Promise.all(
      Array.from({ length: 50 }, (_, turn) => {
        const parts = [0, 3, 7].map((step) => ({ billId: bills[(turn + step) % 10]!, amountFen: 50 }))
        return atCounter({ parts: turn % 2 ? parts : parts.reverse() })
      }),
    )
    expect(await desk.receiptNumbers()).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })
})

describe('opening a payment', () => {
  it('[FIN-02] by WeChat holds its bills: a second order for one of them is refused, also of two at the same time', async () => {
    const bill = await desk.bill(unitId, 1_000)
    const parts = [{ billId: bill, amountFen: 1_000 }]
    const answers = await Promise.allSettled([order({ parts }), order({ parts }), order({ parts })])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : []))).toEqual(
      ['PAYMENT_OPEN', 'PAYMENT_OPEN'],
    )
  })

  it('[FIN-02] refuses more than is owed, nothing, and bills of another unit', async () => {
    const bill = await desk.bill(unitId, 1_000)
    const foreign = await desk.bill((await app.world.unit(desk.community)).id, 1_000)
    const refusal = (parts: PaymentDraft['parts']) => expect(order({ parts })).rejects
    await refusal([{ billId: bill, amountFen: 1_001 }]).toMatchObject({ code: 'BILLS_CHANGED' })
    await refusal([{ billId: bill, amountFen: 0 }]).toMatchObject({ code: 'PAYMENT_AMOUNT' })
    await refusal([]).toMatchObject({ code: 'PAYMENT_AMOUNT' })
    await refusal([{ billId: foreign, amountFen: 1 }]).toMatchObject({ code: 'NOT_FOUND' })
    await refusal([
      { billId: bill, amountFen: 500 },
      { billId: bill, amountFen: 500 },
    ]).toMatchObject({ code: 'NOT_FOUND' })
  })
})
