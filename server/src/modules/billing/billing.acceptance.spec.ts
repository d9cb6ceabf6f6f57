import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { BillView, ChargeExample, ExemptionView, OwnBill, OwnBillAccount, Page, Problem, RunPreview } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { billingDesk } from '../../../test/billing-desk.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'

let app: TestApp
let desk: Awaited<ReturnType<typeof billingDesk>>

beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  desk = await billingDesk(app)
})
afterEach(() => expectBooksToAgree(app.owner))

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const monthOf = (at: Date, more = 0) =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + more, 15)).toISOString().slice(0, 7)
const thisMonth = () => monthOf(app.clock.now())
const SINCE = '2020-01-01'
const fee = (rate = 28_500) => desk.charge({}, [{ validFrom: SINCE, rate }])
const deliverOn = (unitId: string, day: string) =>
  app.owner.query('UPDATE units SET delivered_on = $2 WHERE id = $1', [unitId, day])
const areaOf = (unitId: string, area: number) =>
  app.owner.query('UPDATE units SET area_square_centimetres = $2 WHERE id = $1', [unitId, area])

describe('bills', () => {
  it('[FIN-01] are previewed, made by a run, seen by who lives there with how they were reckoned, and in the books', async () => {
    const resident = await app.world.resident(desk.community)
    const stranger = await app.world.resident(desk.community)
    const charge = await fee()
    const before = (await desk.clerk.get(`${desk.here}/bill-run-preview?month=${thisMonth()}`)).body as RunPreview
    expect(before.charges).toMatchObject([{ chargeName: '物业费', bills: 2, sumFen: 2 * 28_101, lastBills: 0, leftOut: [] }])
    const run = await desk.run(thisMonth(), [charge.id])
    expect(run).toMatchObject({ state: 'done', bills: 2, sumFen: 56_202 })
    const own = (await resident.get('/me/bills?state=owed')).body as Page<OwnBill>
    expect(own.items).toMatchObject([
      {
        amountFen: 28_101,
        owedFen: 28_101,
        state: 'open',
        madeOf: [{ text: '98.60 ㎡ × 2.85 元/㎡·月 × 1 个月', amountFen: 28_101 }],
      },
    ])
    expect((await resident.get('/me/bill-accounts')).body as OwnBillAccount[]).toMatchObject([
      { owedBills: 1, owedFen: 28_101, balanceFen: 0 },
    ])
    expect(await resident.get(`/me/bills/${own.items[0]!.id}`)).toMatchObject({ status: 200 })
    expect(await stranger.get(`/me/bills/${own.items[0]!.id}`)).toMatchObject({ status: 404 })
    const after = (await desk.clerk.get(`${desk.here}/bill-run-preview?month=${thisMonth()}`)).body as RunPreview
    expect(after.charges[0]).toMatchObject({ bills: 0, leftOut: [{ reason: 'billed', count: 2 }] })
    const next = (await desk.clerk.get(`${desk.here}/bill-run-preview?month=${monthOf(app.clock.now(), 1)}`)).body as RunPreview
    expect(next.charges[0]).toMatchObject({ bills: 2, lastBills: 2, lastSumFen: 56_202 })
  })

  it('[FIN-01] are made once, however often a run is started, and those of new homes by the next', async () => {
    await app.world.unit(desk.community)
    const charge = await fee()
    expect(await desk.run(thisMonth(), [charge.id])).toMatchObject({ bills: 1 })
    expect(await desk.run(thisMonth(), [charge.id])).toMatchObject({ bills: 0, state: 'done' })
    await app.world.unit(desk.community)
    expect(await desk.run(thisMonth(), [charge.id])).toMatchObject({ bills: 1 })
    expect(await desk.bills()).toHaveLength(2)
  })

  it('[FIN-01] are taken back one by one or by the run, and made anew', async () => {
    for (let count = 0; count < 3; count++) await app.world.unit(desk.community)
    const charge = await fee()
    const run = await desk.run(thisMonth(), [charge.id])
    const [first] = await desk.bills()
    const reversed = await desk.clerk.post(`${desk.here}/bills/${first!.id}/reverse`, { reason: '面积有误' })
    expect(reversed.body as BillView).toMatchObject({ state: 'reversed', owedFen: 0, reversedBecause: '面积有误' })
    expect((reversed.body as BillView).history).toMatchObject([{ kind: 'bill-reversal', amountFen: -28_101 }])
    expect(codeOf(await desk.clerk.post(`${desk.here}/bills/${first!.id}/reverse`, { reason: '又一次' }))).toBe('BILL_REVERSED')
    expect(await desk.run(thisMonth(), [charge.id])).toMatchObject({ bills: 1 })
    const back = () => desk.clerk.post(`${desk.here}/bill-runs/${run.id}/reverse`, { reason: '单价有误' })
    expect((await back()).body).toMatchObject({ state: 'reversed', reversedBecause: '单价有误' })
    expect(codeOf(await back())).toBe('RUN_REVERSED')
    expect(await desk.bills('state=owed')).toHaveLength(1)
    expect(await desk.bills('state=reversed')).toHaveLength(3)
  })

  it('[FIN-01] with money on them go only when the money goes into what the unit has paid ahead', async () => {
    await app.world.unit(desk.community)
    await desk.run(thisMonth(), [(await fee()).id])
    const [bill] = await desk.bills()
    await paid(bill!.id, bill!.unitId, 10_000)
    const reverse = (more: object = {}) => desk.clerk.post(`${desk.here}/bills/${bill!.id}/reverse`, { reason: '退租', ...more })
    expect(codeOf(await reverse())).toBe('BILL_PAID')
    expect((await reverse({ paidInto: 'balance' })).body).toMatchObject({ state: 'reversed', paidFen: 0 })
    const { rows } = await app.owner.query('SELECT balance_fen FROM unit_balances WHERE unit_id = $1', [bill!.unitId])
    expect(rows).toEqual([{ balance_fen: '10000' }])
  })

  /** As settling leaves it: some of a bill is paid at the counter. */
  async function paid(billId: string, unitId: string, fen: number): Promise<void> {
    const values = [desk.community.id, unitId, billId, fen, app.clock.now()]
    await app.owner.query(
      `WITH p AS (INSERT INTO payments (community_id, id, unit_id, way, state, amount_fen, taken_by, taken_by_name, proof, paid_at, created_at)
         VALUES ($1, uuidv7(), $2, 'cash', 'paid', $4, uuidv7(), '收银', 'counter', $5, $5) RETURNING id),
       t AS (INSERT INTO payment_parts (community_id, payment_id, bill_id, amount_fen, settled_fen, holds) SELECT $1, id, $3, $4, $4, false FROM p),
       b AS (UPDATE bills SET paid_fen = $4 WHERE community_id = $1 AND id = $3),
       e AS (INSERT INTO ledger_entries (community_id, id, booked_on, kind, text, source_kind, source_id, posted_by_name, posted_at)
         SELECT $1, uuidv7(), current_date, 'payment', '收款', 'payment', id, '收银', $5 FROM p RETURNING id, booked_on, source_id)
       INSERT INTO ledger_lines (community_id, entry_id, line, booked_on, account, side, amount_fen, fund, category, unit_id, bill_id, payment_id,
         published_as)
       SELECT $1, e.id, l.line, e.booked_on, l.account, l.side, $4, 'property-fee', '物业费', $2, $3, e.source_id, l.published
       FROM e, (VALUES (1, 'cash', 'debit', NULL), (2, 'receivable', 'credit', 'received')) AS l (line, account, side, published)`,
      values,
    )
  }
})

describe('what is asked', () => {
  it('[FIN-01] changes by the day with price, delivery and exemption', async () => {
    const [plain, late, vacant] = [await unit(), await unit(), await unit()]
    await deliverOn(late, '2026-04-16')
    const charge = await desk.charge({}, [
      { validFrom: SINCE, rate: 20_000 },
      { validFrom: '2026-04-11', rate: 30_000 },
    ])
    const exempt = await desk.clerk.post(`${desk.here}/exemptions`, {
      ...{ chargeId: charge.id, unitId: vacant, kind: 'vacancy', percent: 30, validFrom: '2026-04-21', reason: '空置备案' },
    })
    expect(exempt.status).toBe(201)
    const example = async (unitId: string, month = '2026-04') =>
      (await desk.clerk.get(`${desk.here}/charges/${charge.id}/example?month=${month}&unitId=${unitId}`)).body as ChargeExample
    // 100 ㎡: 10/30 of 200 yuan and 20/30 of 300 yuan
    expect(await example(plain)).toMatchObject({
      amountFen: 26_667,
      madeOf: [
        { text: '4月1日至4月10日：100.00 ㎡ × 2.00 元/㎡·月 × 10/30 个月', amountFen: 6667 },
        { text: '4月11日至4月30日：100.00 ㎡ × 3.00 元/㎡·月 × 20/30 个月', amountFen: 20_000 },
      ],
    })
    expect(await example(late)).toMatchObject({ amountFen: 15_000 })
    expect(await example(late, '2026-03')).toMatchObject({ amountFen: 0, because: '本期还没有交付' })
    expect((await example(vacant)).madeOf.at(-1)).toEqual({
      text: '4月21日至4月30日：100.00 ㎡ × 3.00 元/㎡·月 × 10/30 个月 × 70%',
      amountFen: 7000,
    })
  })

  it('[FIN-01] is of the units chosen by use and building, by area, home or parking space', async () => {
    const one = await unit()
    await app.owner.query(`UPDATE units SET use = 'shop' WHERE id = $1`, [await unit()])
    await app.owner.query(
      `INSERT INTO parking_spaces (community_id, id, number, tenure, unit_id, valid_from) VALUES ($1, uuidv7(), 'A1', 'owned', $2, $3),
        ($1, uuidv7(), 'A2', 'let', $2, '2020-01-01'), ($1, uuidv7(), 'A3', 'public', NULL, NULL)`,
      [desk.community.id, one, `${thisMonth()}-01`],
    )
    const fees = [
      await desk.charge({ name: '住宅物业费', uses: ['dwelling'] }, [{ validFrom: SINCE, rate: 10_000 }]),
      await desk.charge({ name: '垃圾清运费', basis: 'unit', buildingIds: [desk.community.buildingId] }, [
        { validFrom: SINCE, rate: 80_000 },
      ]),
      await desk.charge({ name: '车位管理费', fund: 'parking', basis: 'space', tenures: ['owned'] }, [
        { validFrom: SINCE, rate: 500_000 },
      ]),
    ]
    const run = await desk.run(
      thisMonth(),
      fees.map(({ id }) => id),
    )
    const byName = Object.fromEntries(run.charges.map(({ chargeName, bills, sumFen }) => [chargeName, [bills, sumFen]]))
    expect(byName).toEqual({ 住宅物业费: [1, 10_000], 垃圾清运费: [2, 1600], 车位管理费: [1, 5000] })
  })

  it('[FIN-01] covers quarters and years of the calendar, each once', async () => {
    await unit()
    const charge = await desk.charge({ cycle: 'quarter' }, [{ validFrom: SINCE, rate: 10_000 }])
    await desk.run('2026-05', [charge.id])
    expect(await desk.run('2026-06', [charge.id])).toMatchObject({ bills: 0 })
    expect(await desk.bills()).toMatchObject([{ periodFrom: '2026-04-01', periodTo: '2026-06-30', amountFen: 30_000 }])
  })

  it('[FIN-01] leaves out units and says why', async () => {
    await deliverOn(await unit(), '2099-01-01')
    const free = await unit()
    const charge = await fee()
    const exemption = { chargeId: charge.id, unitId: free, kind: 'exemption', percent: 100, validFrom: SINCE, reason: '物业用房' }
    await desk.clerk.post(`${desk.here}/exemptions`, exemption)
    await desk.charge({ name: '无价的' })
    const { charges } = (await desk.clerk.get(`${desk.here}/bill-run-preview?month=${thisMonth()}`)).body as RunPreview
    const reasons = (name: string) =>
      Object.fromEntries(
        charges.find(({ chargeName }) => chargeName === name)!.leftOut.map(({ reason, count }) => [reason, count]),
      )
    expect(reasons('物业费')).toEqual({ 'not-delivered': 1, exempt: 1 })
    expect(reasons('无价的')).toEqual({ 'not-delivered': 1, 'no-price': 1 })
  })
})

describe('what is wrong', () => {
  it('[FIN-01] is refused: names, days, prices, exemptions and months', async () => {
    const home = await unit()
    const charge = await fee()
    const post = (path: string, body: object) => desk.clerk.post(`${desk.here}/${path}`, body)
    const prices = `charges/${charge.id}/prices`
    expect(codeOf(await post('charges', { ...draft, name: '物业费' }))).toBe('CHARGE_NAME')
    expect(codeOf(await post('charges', { ...draft, name: '违约金' }))).toBe('CHARGE_NAME')
    expect(codeOf(await post('charges', { ...draft, basis: 'meter' }))).toBe('VALIDATION_FAILED')
    expect(codeOf(await post(prices, { validFrom: SINCE, rate: 1 }))).toBe('PRICE_THAT_DAY')
    expect(codeOf(await post(prices, { validFrom: '2027-01-01', rate: -1 }))).toBe('VALIDATION_FAILED')
    expect(codeOf(await post(prices, { validFrom: '2027-02-30', rate: 1 }))).toBe('VALIDATION_FAILED')
    expect(codeOf(await post(prices, { validFrom: '2027-01-01', rate: 1, tiers: [{ above: 5, rate: 2 }] }))).toBe('PRICE_TIERS')
    const wish = { chargeId: charge.id, unitId: home, kind: 'vacancy', percent: 30, validFrom: '2026-01-01', reason: '空置' }
    expect(codeOf(await post('exemptions', { ...wish, validUntil: '2025-12-31' }))).toBe('VALIDATION_FAILED')
    const { body } = await post('exemptions', wish)
    expect(codeOf(await post('exemptions', { ...wish, validFrom: '2026-06-01' }))).toBe('EXEMPTION_OVERLAPS')
    const { id, version } = body as ExemptionView
    expect((await post(`exemptions/${id}/end`, { validUntil: '2026-05-31', version })).body).toMatchObject({
      validUntil: '2026-05-31',
    })
    expect((await post('exemptions', { ...wish, validFrom: '2026-06-01' })).status).toBe(201)
    expect((await post(`exemptions/${id}/withdraw`, { version: version + 1 })).body).toMatchObject({ withdrawn: true })
    expect(codeOf(await post('bill-runs', { month: '2036-01', chargeIds: [charge.id] }))).toBe('RUN_FAR')
    expect(codeOf(await post('bill-runs', { month: '2026-13', chargeIds: [charge.id] }))).toBe('VALIDATION_FAILED')
  })

  it('[FIN-01] a price under bills stays as it is; a charge that was stopped asks for nothing after its last day', async () => {
    await unit()
    const charge = await fee()
    await desk.run(thisMonth(), [charge.id])
    const post = (path: string, body: object) => desk.clerk.post(`${desk.here}/charges/${charge.id}/${path}`, body)
    expect(codeOf(await post('prices', { validFrom: `${thisMonth()}-02`, rate: 1 }))).toBe('PRICE_BILLED')
    expect(codeOf(await post('drop-price', { validFrom: SINCE }))).toBe('PRICE_BILLED')
    const next = monthOf(app.clock.now(), 1)
    expect((await post('prices', { validFrom: `${next}-01`, rate: 40_000 })).status).toBe(200)
    expect((await post('drop-price', { validFrom: `${next}-01` })).status).toBe(200)
    const put = await desk.clerk.put(`${desk.here}/charges/${charge.id}`, { ...edit, version: charge.version })
    expect(put.body).toMatchObject({ name: '物业服务费', prices: [{ validFrom: SINCE, validTo: null }] })
    expect((await post('stop', { lastDay: `${thisMonth()}-28`, version: charge.version + 1 })).status).toBe(200)
    expect(codeOf(await desk.clerk.post(`${desk.here}/bill-runs`, { month: next, chargeIds: [charge.id] }))).toBe(
      'CHARGE_STOPPED',
    )
  })
})

const draft = {
  ...{ name: '电费', fund: 'collected', basis: 'unit', cycle: 'month', dueAfterDays: 10, uses: [], buildingIds: [], tenures: [] },
}
const edit = { name: '物业服务费', dueAfterDays: 15, uses: [], buildingIds: [], tenures: [] }

/** A home of 100 ㎡. */
async function unit(): Promise<string> {
  const { id } = await app.world.unit(desk.community)
  await areaOf(id, 1_000_000)
  return id
}
