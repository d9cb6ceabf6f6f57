import type { ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { NoticeRequest } from '@yinuo/wechat-sandbox'
import { askRefund, FollowPayments } from '../src/modules/payments/index.ts'
import { startApp, type TestApp } from './app.ts'
import { eventually } from './eventually.ts'
import { expectBooksToAgree } from './money-oracle.ts'
import { PayDesk } from './pay-desk.ts'
import { startProcess } from './server-process.ts'

const running = new Set<ChildProcess>()
let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  running.forEach((child) => child.kill('SIGKILL'))
  await app.close()
})
afterEach(() => expectBooksToAgree(app.owner))

const SEVERAL_STARTS_MS = 240_000
const KILLS = process.env.TEST_LONG ? 20 : 2
const ORDERS = 40

/** So many orders paid, of which no notice came. */
async function paidOrders(desk: PayDesk): Promise<{ paymentId: string; billId: string; notice: () => NoticeRequest }[]> {
  const { pay } = app.sandbox.world
  desk.loseNotices(ORDERS)
  const person = await desk.resident()
  const charge = await desk.charge()
  const orders = []
  for (let count = 0; count < ORDERS; count++) {
    const billId = await desk.bill(person.unitId, 100, charge)
    const { paymentId, request } = await desk.order(person, [{ billId, amountFen: 100 }])
    const notice = pay.noticeOf(pay.payAs(person.openid!, request.package.replace('prepay_id=', '')))
    orders.push({ paymentId, billId, notice: () => pay.notices.requestOf(notice) })
  }
  app.sandbox.world.faults.clear()
  return orders
}

describe('a server that is killed', () => {
  it(
    '[FIN-02] while notices come in has kept what it acknowledged, and told again keeps the rest, each once',
    async () => {
      app.clock.set(new Date().toISOString())
      const desk = await PayDesk.begin(app)
      const orders = await paidOrders(desk)
      const acknowledged = new Set<string>()
      const tell = async (url: string, { paymentId, notice }: (typeof orders)[number]) => {
        const { headers, body, url: told } = notice()
        const answer = await fetch(`${url}${new URL(told).pathname}`, { method: 'POST', headers, body }).catch(() => null)
        if (answer?.status === 204) acknowledged.add(paymentId)
      }
      for (let kill = 0; kill < KILLS; kill++) {
        app.clock.set(new Date().toISOString())
        const server = await startProcess(app.config, running, 'api')
        const before = acknowledged.size
        const telling = Promise.all(orders.map((order) => tell(server.url, order)))
        const enough = before + randomInt(1, 8)
        await Promise.race([
          telling,
          eventually(() => expect(acknowledged.size).toBeGreaterThanOrEqual(enough)).catch(() => undefined),
        ])
        server.process.kill('SIGKILL')
        await telling
        for (const paymentId of acknowledged) expect(await desk.payment(paymentId)).toMatchObject({ state: 'paid', paid: 100 })
        await expectBooksToAgree(app.owner)
      }
      app.clock.set(new Date().toISOString())
      for (const order of orders) await tell(app.url, order)
      expect(acknowledged.size).toBe(ORDERS)
      expect(await desk.receiptNumbers()).toHaveLength(ORDERS)
    },
    SEVERAL_STARTS_MS,
  )

  it(
    '[FIN-02] while it asks WeChat and sends refunds, beside another, loses none and does none twice',
    async () => {
      app.clock.set(new Date().toISOString())
      const desk = await PayDesk.begin(app)
      await desk.manager.put(`${desk.path}/payment-rules`, { refundAloneFen: 1_000_000, version: 1 }).expect(200)
      const orders = await paidOrders(desk)
      await app.owner.query(`UPDATE payments SET ask_at = created_at - interval '1 second' WHERE state = 'open'`)
      const standing = async (state: string) => {
        const { rows } = await app.owner.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM payments WHERE community_id = $1 AND state = $2`,
          [desk.community.id, state],
        )
        return rows[0]!.count
      }
      const worker = await startProcess(app.config, running, 'worker')
      await eventually(async () => expect(await standing('paid')).toBeGreaterThan(0))
      worker.process.kill('SIGKILL')
      const later = () => app.clock.set(new Date(Date.now() + 120_000).toISOString())
      later()
      const other = await app.replica()
      for (let round = 0; round < 3; round++)
        await Promise.all([desk.followPayments(), other.get(FollowPayments).run(), desk.followPayments()])
      expect(await standing('paid')).toBe(ORDERS)

      app.clock.set(new Date().toISOString())
      for (const { paymentId, billId } of orders)
        await desk.run((tx) =>
          askRefund(tx, desk.act(desk.manager), {
            communityId: desk.community.id,
            paymentId,
            parts: [{ billId, amountFen: 100 }],
            reason: '测试',
          }),
        )
      const refunds = () => app.sandbox.world.pay.refunds.all()
      const second = await startProcess(app.config, running, 'worker')
      await eventually(() => expect(refunds().length).toBeGreaterThan(2))
      second.process.kill('SIGKILL')
      app.sandbox.world.pay.endRefunds()
      later()
      for (let round = 0; round < 3; round++) await Promise.all([desk.followPayments(), other.get(FollowPayments).run()])
      app.sandbox.world.pay.endRefunds()
      await app.sandbox.world.pay.notices.delivered()
      expect(refunds()).toHaveLength(ORDERS)
      const { rows } = await app.owner.query<{ state: string; count: number }>(
        `SELECT state, count(*)::int AS count FROM refunds WHERE community_id = $1 GROUP BY state`,
        [desk.community.id],
      )
      expect(rows).toEqual([{ state: 'done', count: ORDERS }])
    },
    SEVERAL_STARTS_MS,
  )
})
