import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DifferenceKind } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import type { Person } from '../../../test/person.ts'
import { ReconcileDesk, type Trade } from '../../../test/reconcile-desk.ts'
import { approveRefund, askRefund, closePayment, doRefund, openPayment, settlePayment } from '../payments/index.ts'

let app: TestApp
let desk: ReconcileDesk
let resident: Person
let second: Person
beforeAll(async () => {
  app = await startApp()
  desk = await ReconcileDesk.open(app)
  resident = await desk.resident()
  second = await app.world.staff(desk.community, { post: 'finance' })
})
afterAll(() => app.close())

const OF_EACH = process.env.TEST_LONG ? 50 : 5
const LINES = process.env.TEST_LONG ? 10_000 : 1_000
const LONG_MS = 1_200_000
const AMOUNT_FEN = 10_001

const numberOf = (id: string) => id.replaceAll('-', '')

/** The order WeChat would have of a payment, in the bill of the day. */
const tradeOf = (id: string, more: Partial<Trade['order']> = {}): Trade => ({
  order: {
    ...like,
    outTradeNo: numberOf(id),
    transactionId: `42${numberOf(id).slice(0, 26)}`,
    totalFen: AMOUNT_FEN,
    paidAt: app.clock.now().getTime(),
    ...more,
  },
  refund: null,
  totalFen: AMOUNT_FEN,
  refundFen: 0,
  feeFen: 60,
})
let like: Trade['order']

const refundTradeOf = (payment: string, id: string, more: Partial<NonNullable<Trade['refund']>> = {}, refundFen = 500): Trade => {
  const { order } = tradeOf(payment)
  const at = app.clock.now().getTime()
  const refund = {
    ...{
      mchid: order.mchid,
      subMchid: null,
      outRefundNo: numberOf(id),
      refundId: `503${numberOf(id).slice(0, 25)}`,
      reason: null,
    },
    ...{ outTradeNo: order.outTradeNo, transactionId: order.transactionId!, notifyUrl: null, totalFen: AMOUNT_FEN, refundFen },
    ...{ status: 'SUCCESS' as const, createdAt: at, endedAt: at },
    ...more,
  }
  return { order, refund, totalFen: AMOUNT_FEN, refundFen, feeFen: -3 }
}

/** Ordered by WeChat: money paid ahead, so that no bill stands in the way. */
const ordered = (): Promise<string> => {
  const now = app.clock.now()
  const order = {
    accountId: resident.accountId!,
    merchantId: desk.merchantId,
    expiresAt: new Date(now.getTime() + 900_000),
    askAt: now,
  }
  const draft = {
    communityId: desk.community.id,
    unitId: resident.unitId,
    way: 'wechat' as const,
    parts: [],
    aheadFen: AMOUNT_FEN,
    order,
  }
  return desk.run((tx) => openPayment(tx, desk.act(), draft))
}

async function paid(): Promise<string> {
  const paymentId = await ordered()
  const transactionId = tradeOf(paymentId).order.transactionId!
  const proved = {
    communityId: desk.community.id,
    paymentId,
    proof: 'notice' as const,
    transactionId,
    paidAt: app.clock.now(),
    amountFen: AMOUNT_FEN,
  }
  await desk.run((tx) => settlePayment(tx, desk.act(), proved))
  return paymentId
}

async function refunded(isDone = true): Promise<{ paymentId: string; refundId: string }> {
  const communityId = desk.community.id
  const paymentId = await paid()
  const refundId = await desk.run(async (tx) => {
    const { id, state } = await askRefund(tx, desk.act(desk.manager), {
      communityId,
      paymentId,
      parts: [],
      aheadFen: 500,
      reason: '退预存',
    })
    if (state === 'asked') await approveRefund(tx, desk.act(second), { communityId, refundId: id, version: 1 })
    await tx.query('UPDATE refunds SET ask_at = NULL WHERE id = $1', [id])
    if (isDone) await doRefund(tx, desk.act(), { communityId, refundId: id, doneAt: app.clock.now() })
    return id
  })
  return { paymentId, refundId }
}

/** Each kind of fault, and what stands in the bill of it. */
const faults: Partial<Record<DifferenceKind, () => Promise<Trade[]>>> = {
  unpaid: async () => [tradeOf(await ordered())],
  unknown: () => Promise.resolve([tradeOf(randomUUID())]),
  missing: async () => (await paid(), []),
  amount: async () => [{ ...tradeOf(await paid()), totalFen: AMOUNT_FEN + 1 }],
  transaction: async () => [tradeOf(await paid(), { transactionId: `42${numberOf(randomUUID()).slice(0, 26)}` })],
  repeated: async () => Array<Trade>(2).fill(tradeOf(await paid())),
  'refund-unknown': async () => {
    const payment = await paid()
    return [tradeOf(payment), refundTradeOf(payment, randomUUID())]
  },
  'refund-missing': async () => [tradeOf((await refunded()).paymentId)],
  'refund-amount': async () => {
    const { paymentId, refundId } = await refunded()
    return [tradeOf(paymentId), refundTradeOf(paymentId, refundId, {}, 501)]
  },
  'refund-pending': async () => {
    const { paymentId, refundId } = await refunded(false)
    return [tradeOf(paymentId), refundTradeOf(paymentId, refundId)]
  },
  'refund-failed': async () => {
    const { paymentId, refundId } = await refunded()
    return [tradeOf(paymentId), refundTradeOf(paymentId, refundId, { status: 'CLOSED' })]
  },
}

/** In a bill of so many lines, all others right: payments, refunds, and such that were closed and are not in it. */
async function plant(): Promise<{ trades: Trade[]; planted: number }> {
  const trades: Trade[] = []
  let planted = 0
  for (const fault of Object.values(faults))
    for (let count = 0; count < OF_EACH; count++, planted++) trades.push(...(await fault()))
  const { paymentId, refundId } = await refunded()
  trades.push(tradeOf(paymentId), refundTradeOf(paymentId, refundId))
  const closed = await ordered()
  await desk.run((tx) => closePayment(tx, desk.act(), { communityId: desk.community.id, paymentId: closed }))
  while (trades.length < LINES) trades.push(tradeOf(await paid()))
  return { trades, planted }
}

describe('a bill with faults in it', () => {
  it(
    '[FIN-03] has every one found, none invented, what is safe settled, and again the same',
    async () => {
      await desk.pay(resident, [{ billId: await desk.bill(resident.unitId, 5), amountFen: 5 }])
      like = app.sandbox.world.pay.orders.all().at(-1)!
      const { trades, planted } = await plant()
      desk.amend((real) => [...real, ...trades])
      const statement = await desk.nextDay()
      expect(statement.state).toBe('checked')
      const found = await desk.differences()
      const counts = Object.groupBy(found, ({ kind }) => kind)
      expect(Object.fromEntries(Object.entries(counts).map(([kind, rows]) => [kind, rows.length]))).toEqual(
        Object.fromEntries(Object.keys(faults).map((kind) => [kind, OF_EACH])),
      )
      expect(found).toHaveLength(planted)
      const settled = new Set(found.filter(({ state }) => state === 'settled').map(({ kind }) => kind))
      expect(settled).toEqual(new Set(['unpaid', 'refund-pending']))
      expect(found.filter(({ state }) => state === 'settled')).toHaveLength(2 * OF_EACH)
      await desk.check(statement.day)
      expect(await desk.differences()).toEqual(found)
      await expectBooksToAgree(app.owner)
    },
    LONG_MS,
  )
})
