import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { PayDesk } from '../../../test/pay-desk.ts'
import type { Person } from '../../../test/person.ts'
import { openPayment, settlePayment, WechatOrders } from './index.ts'

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
  cashier = await app.world.staff(desk.community, { post: 'front-desk' })
})
afterEach(() => expectBooksToAgree(app.owner))

const SEED = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))
const RUNS = process.env.TEST_LONG ? 1_000 : 100
/** Of the event loop, by which a move begins after another. */
const MOST_TURNS = 60

/** Numbers below 1 that come again with their seed (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function cash(billId: string, amountFen: number): Promise<void> {
  const communityId = desk.community.id
  const act = desk.act(cashier)
  await desk.run(async (tx) => {
    const draft = { communityId, unitId: resident.unitId, way: 'cash' as const, parts: [{ billId, amountFen }] }
    const paymentId = await openPayment(tx, act, draft)
    await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen })
  })
}

it(
  `[FIN-02] a notice, a question, a closing, a second order, cash at the desk and money that comes late leave no fen out (seed ${SEED})`,
  async () => {
    const random = drawn(SEED)
    const { pay, faults } = app.sandbox.world
    const orders = app.nest.get(WechatOrders)
    const communityId = desk.community.id
    const charge = await desk.charge()
    for (let run = 0; run < RUNS; run++) {
      faults.order({ endpoint: 'notice/TRANSACTION.SUCCESS', kind: 'drop', times: 2 })
      const amountFen = 100 + Math.floor(random() * 900)
      const billId = await desk.bill(resident.unitId, amountFen, charge)
      const key = { communityId, paymentId: '' }
      const opened = await desk.order(resident, [{ billId, amountFen }])
      key.paymentId = opened.paymentId
      let order = null as ReturnType<typeof pay.payAs> | null
      const password = async () => {
        const prepayId = opened.request.package.replace('prepay_id=', '')
        if (pay.orders.hindrance(prepayId, resident.openid!)) return
        order = pay.payAs(resident.openid!, prepayId)
        const { url, headers, body } = pay.notices.requestOf(pay.noticeOf(order))
        for (let times = 0; times < 2; times++) await fetch(url, { method: 'POST', headers, body })
      }
      const body = { unitId: resident.unitId, parts: [{ billId, amountFen }], aheadFen: 0, useBalance: false }
      const moves: (() => Promise<unknown>)[] = [
        password,
        () => orders.follow(key),
        () => orders.follow(key, true),
        () => cash(billId, amountFen),
        () => resident.post('/me/payments', body),
      ]
      const chosen = moves.filter((_, at) => at === 0 || random() < 0.6).sort(() => random() - 0.5)
      await Promise.allSettled(
        chosen.map(async (move) => {
          for (let turns = Math.floor(random() * MOST_TURNS); turns > 0; turns--) await nextTurn()
          return move()
        }),
      )
      faults.clear()
      const number = opened.paymentId.replaceAll('-', '')
      // The money of an order that was closed, ran out or was followed by another arrives all the same, now and then.
      if (!order && random() < 0.3) {
        app.clock.advance({ minutes: 16 })
        await desk.followPayments()
        if ((await desk.payment(opened.paymentId)).state === 'closed') order = pay.payLate('1900007001', number)
        await pay.notices.delivered()
      }
      // What was told to nobody is asked for.
      app.clock.advance({ minutes: 20 })
      for (let round = 0; round < 2; round++) await desk.followPayments()
      if (order) expect(await desk.payment(opened.paymentId)).toMatchObject({ state: 'paid' })
    }
    const { rows } = await app.owner.query<{ came: number; kept: number; open: number }>(
      `SELECT (SELECT sum(amount_fen)::float8 FROM payments WHERE community_id = $1 AND state = 'paid') AS came,
         (SELECT sum(paid_fen)::float8 FROM bills WHERE community_id = $1)
           + (SELECT coalesce(sum(amount_fen), 0)::float8 FROM overpayments WHERE community_id = $1) AS kept,
         (SELECT count(*)::int FROM payments WHERE community_id = $1 AND state = 'open') AS open`,
      [communityId],
    )
    expect(rows[0]!.kept).toBe(rows[0]!.came)
    expect(rows[0]!.open).toBe(0)
    const paidAtWechat = pay.orders.all().filter(({ openid, paidAt }) => openid === resident.openid && paidAt !== null)
    const { rows: known } = await app.owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM payments WHERE community_id = $1 AND way = 'wechat' AND state = 'paid'`,
      [communityId],
    )
    expect(known[0]!.count).toBe(paidAtWechat.length)
  },
  10 * 60_000,
)
