import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DifferenceKind, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import type { Person } from '../../../test/person.ts'
import { ReconcileDesk } from '../../../test/reconcile-desk.ts'
import type { DifferenceRow, StatementRow } from './http/reconciliation.dto.ts'
import { ReconcileDays } from './index.ts'

let app: TestApp
let desk: ReconcileDesk
let resident: Person
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.sandbox.world.faults.clear()
  app.clock.advance({ days: 3 })
  desk = await ReconcileDesk.open(app)
  resident = await desk.resident()
})
afterEach(() => expectBooksToAgree(app.owner))

const bill = async (amountFen: number) => ({ billId: await desk.bill(resident.unitId, amountFen), amountFen })
const kinds = (rows: readonly DifferenceRow[]): DifferenceKind[] => rows.map(({ kind }) => kind).sort()

describe('reconciling a day', () => {
  it('[FIN-03] in which both agree finds nothing, sums both sides, and proposes the fee as spending', async () => {
    await desk.pay(resident, [await bill(10_000)])
    await desk.pay(resident, [await bill(2_500)])
    const statement = await desk.nextDay()
    expect(statement).toMatchObject({ state: 'checked', paidCount: 2, paidFen: 12_500, ourPaidFen: 12_500, differences: 0 })
    expect(statement).toMatchObject({
      flowInFen: 12_500,
      flowOutFen: 0,
      flowFeeFen: 75,
      feeFen: 75,
      ownFeeFen: 75,
      feeEntered: false,
    })
    const path = `${desk.path}/pay-statements/${statement.id}/fee`
    expect((await desk.manager.post(path, { fund: 'property-fee' }).expect(201)).body).toMatchObject({ feeEntered: true })
    expect((await desk.manager.post(path, { fund: 'property-fee' }).expect(409)).body).toMatchObject({ code: 'FEE_ENTERED' })
    const { items } = (await desk.manager.get(`${desk.path}/fund-records`).expect(200)).body as Page<object>
    expect(items).toMatchObject([{ category: 'payment-fee', account: 'wechat', amountFen: 75, state: 'booked' }])
  })

  it('[FIN-03] settles by the bill what WeChat was paid and we were not told, also when the order was closed', async () => {
    desk.loseNotices()
    const [open, closed] = [await desk.order(resident, [await bill(300)]), await desk.order(resident, [await bill(700)])]
    await desk.confirm(resident, open)
    await desk.confirm(resident, closed)
    await app.owner.query(`UPDATE payments SET ask_at = NULL WHERE id = ANY ($1)`, [[open.paymentId, closed.paymentId]])
    await app.owner.query(`UPDATE payments SET state = 'closed', closed_at = created_at WHERE id = $1`, [closed.paymentId])
    await app.owner.query(`UPDATE payment_parts SET holds = false WHERE payment_id = $1`, [closed.paymentId])
    expect(await desk.nextDay()).toMatchObject({
      state: 'checked',
      paidFen: 1_000,
      ourPaidFen: 1_000,
      differences: 2,
      openDifferences: 0,
    })
    for (const difference of await desk.differences())
      expect(difference).toMatchObject({ kind: 'unpaid', state: 'settled', reason: '已按微信账单自动入账', paymentState: 'paid' })
    expect(await desk.payment(open.paymentId)).toMatchObject({ state: 'paid', paid: 300 })
    const { rows } = await app.owner.query('SELECT proof FROM payments WHERE id = $1', [open.paymentId])
    expect(rows).toEqual([{ proof: 'trade-bill' }])
  })

  it('[FIN-03] leaves what the bill does not prove to people: looked at again, or explained with a reason', async () => {
    desk.loseNotices()
    const order = await desk.order(resident, [await bill(300)])
    await desk.confirm(resident, order)
    const day = desk.today()
    desk.amend((trades) => trades.map((trade) => ({ ...trade, order: { ...trade.order, openid: 'somebody-else' } })))
    expect(await desk.nextDay()).toMatchObject({ openDifferences: 1 })
    expect((await desk.manager.get(`${desk.path}/reconciliation-numbers`).expect(200)).body).toEqual({ open: 1, late: 0 })
    const [difference] = await desk.differences()
    const path = `${desk.path}/pay-differences/${difference!.id}`
    const { version } = difference!
    expect((await desk.manager.post(`${path}/settle`, { version }).expect(409)).body).toMatchObject({ code: 'DIFFERENCE_STAYS' })
    desk.amend((trades) => trades, day)
    expect((await desk.manager.post(`${path}/settle`, { version }).expect(200)).body).toMatchObject({
      state: 'settled',
      settledByName: desk.manager.name,
      paymentState: 'paid',
    })
    expect((await desk.manager.post(`${path}/explain`, { version, reason: '晚了' }).expect(409)).body).toMatchObject({
      code: 'STALE_VERSION',
    })
  })

  it('[FIN-03] keeps who explained what and why, through another run', async () => {
    await desk.pay(resident, [await bill(4_200)])
    desk.amend(() => [])
    const statement = await desk.nextDay()
    expect(statement).toMatchObject({ state: 'none', openDifferences: 1 })
    const [missing] = await desk.differences()
    expect(missing).toMatchObject({ kind: 'missing', ourFen: 4_200, billFen: null, unitLabel: expect.any(String) })
    const said = { version: missing!.version, reason: '微信客服确认次日补账' }
    const path = `${desk.path}/pay-differences/${missing!.id}/explain`
    expect((await desk.manager.post(path, said).expect(200)).body).toMatchObject({ state: 'explained', reason: said.reason })
    await desk.check(statement.day)
    expect(await desk.differences()).toMatchObject([{ id: missing!.id, state: 'explained', settledByName: desk.manager.name }])
    const reader = await app.world.staff(desk.community, { post: 'front-desk' })
    await reader.get(`${desk.path}/pay-differences`).expect(403)
  })

  it('[FIN-03] finds a payment of 23:59 in the next day’s bill, and one of 00:01 in the bill before, and calls neither a difference', async () => {
    const day = desk.today()
    app.clock.set(`${day}T15:59:30Z`)
    const late = await desk.pay(resident, [await bill(111)])
    app.clock.set(`${day}T16:01:00Z`)
    const early = await desk.pay(resident, [await bill(222)])
    const numbers = new Map([late, early].map((id) => [id.replaceAll('-', ''), id]))
    const trades = desk.tradesOf([...numbers.keys()])
    const byFen = (fen: number) => trades.filter(({ totalFen }) => totalFen === fen)
    desk.amend(() => byFen(222), day)
    desk.amend(() => byFen(111), desk.today())
    app.clock.set(`${desk.today()}T16:00:00Z`)
    app.clock.advance({ hours: 12 })
    await app.nest.get(ReconcileDays).run()
    expect((await desk.statements()).slice(0, 2)).toMatchObject([{ paidFen: 111 }, { paidFen: 222 }])
    expect(await desk.differences()).toEqual([])
  })

  it('[FIN-03] waits for ten o’clock, asks again while WeChat writes, and says what is late', async () => {
    await desk.pay(resident, [await bill(100)])
    const day = desk.today()
    expect((await desk.manager.post(`${desk.path}/pay-statements/check`, { day }).expect(422)).body).toMatchObject({
      code: 'STATEMENT_DAY',
    })
    app.clock.set(`${day}T16:00:00Z`)
    app.clock.advance({ hours: 9 })
    await app.nest.get(ReconcileDays).run()
    expect((await desk.statements()).map((each) => each.day)).not.toContain(day)
    expect(await desk.check(day)).toMatchObject({
      state: 'waiting',
      trouble: '微信支付还在生成账单，半小时后自动再取',
      late: false,
    })
    app.sandbox.world.faults.order({ endpoint: '/v3/bill/tradebill', kind: '5xx', times: 1_000 })
    app.clock.advance({ hours: 6 })
    expect((await desk.statements())[0]).toMatchObject({ late: true })
    await app.nest.get(ReconcileDays).run()
    expect((await desk.statements())[0]).toMatchObject({ state: 'waiting', trouble: expect.stringContaining('没有应答') })
    app.sandbox.world.faults.clear()
    app.clock.advance({ minutes: 31 })
    await app.nest.get(ReconcileDays).run()
    expect((await desk.statements())[0]).toMatchObject({ state: 'checked', late: false, trouble: null })
  })

  it('[FIN-03] refuses a file that is not what its hash says, tells of it, and takes it when it is whole', async () => {
    await desk.pay(resident, [await bill(100)])
    app.sandbox.world.faults.order({ endpoint: '/v3/billdownload/file', kind: 'corrupt', times: 1_000 })
    expect(await desk.nextDay()).toMatchObject({ state: 'refused', late: true, trouble: expect.stringMatching(/校验值|解压/) })
    expect((await desk.manager.get(`${desk.path}/reconciliation-numbers`).expect(200)).body).toEqual({ open: 0, late: 1 })
    app.sandbox.world.faults.clear()
    app.clock.advance({ minutes: 31 })
    await app.nest.get(ReconcileDays).run()
    expect((await desk.statements())[0]).toMatchObject({ state: 'checked', paidFen: 100, trouble: null })
  })

  it('[FIN-03] by two servers at once is done once, and by hand again is the same', async () => {
    desk.loseNotices()
    const order = await desk.order(resident, [await bill(900)])
    await desk.confirm(resident, order)
    const strange = desk.strange(desk.tradesOf([order.paymentId!.replaceAll('-', '')])[0]!, 5_000)
    desk.amend((trades) => [...trades, strange])
    const day = desk.today()
    const other = await app.replica()
    desk.goToMorning(day)
    const runs = await Promise.all([app.nest.get(ReconcileDays).run(), other.get(ReconcileDays).run(), desk.check(day)])
    expect(runs).toHaveLength(3)
    await app.nest.get(ReconcileDays).run()
    const first = await desk.differences()
    expect(kinds(first)).toEqual(['unknown', 'unpaid'])
    const [statement] = await desk.statements()
    const again = await desk.check(day)
    const same = (row: StatementRow) => ({ ...row, checkedAt: '' })
    expect(same(again)).toEqual(same(statement!))
    expect(await desk.differences()).toEqual(first)
    expect(await desk.receiptNumbers()).toHaveLength(1)
  })

  it('[FIN-03] killed after it kept the bill, is done again when its time is over', async () => {
    desk.loseNotices()
    await desk.confirm(resident, await desk.order(resident, [await bill(900)]))
    const day = desk.today()
    desk.goToMorning(day)
    await app.nest.get(ReconcileDays).run()
    const [{ id }] = (await desk.statements()) as [StatementRow]
    await app.owner.query(
      `WITH d AS (UPDATE pay_differences SET state = 'open', reason = NULL, settled_at = NULL, settled_by_name = NULL WHERE statement_id = $1)
       UPDATE pay_statements SET state = 'waiting', checked_at = NULL, ask_at = $2::timestamptz + interval '10 minutes' WHERE id = $1`,
      [id, app.clock.now()],
    )
    expect(await app.nest.get(ReconcileDays).run()).toBe(0)
    app.clock.advance({ minutes: 11 })
    expect(await app.nest.get(ReconcileDays).run()).toBe(1)
    expect(await desk.differences()).toMatchObject([{ kind: 'unpaid', state: 'settled' }])
  })
})
