import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type {
  MeterReadingDetail,
  MeterView,
  OwnBill,
  Page,
  Problem,
  RunPreview,
  SharedCostView,
  UnitAccount,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { billingDesk } from '../../../test/billing-desk.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import type { Person } from '../../../test/person.ts'
import { plusDays } from './rules/index.ts'

let app: TestApp
let desk: Awaited<ReturnType<typeof billingDesk>>
let resident: Person & { unitId?: string }

beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  desk = await billingDesk(app)
  resident = await app.world.resident(desk.community)
})
afterEach(() => expectBooksToAgree(app.owner))

const SINCE = '2020-01-01'
const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const today = () => new Date(app.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const month = () => today().slice(0, 7)
const unitId = () => (resident as unknown as { unitId: string }).unitId

async function meter(more: object = {}): Promise<MeterView> {
  const draft = { unitId: unitId(), kind: 'water', number: 'W1', digits: 4, installedOn: SINCE, firstReading: 100_000 }
  return (await desk.clerk.post(`${desk.here}/meters`, { ...draft, ...more })).body as MeterView
}
const read = (value: number, more: object = {}) =>
  desk.clerk.post(`${desk.here}/meter-readings`, {
    kind: 'water',
    readings: [{ number: 'W1', readOn: today(), value, how: 'read', ...more }],
  })
const water = (tiers: object[] = []) =>
  desk.charge({ name: '水费', fund: 'collected', basis: 'meter', meterKind: 'water' }, [
    { validFrom: SINCE, rate: 30_000, tiers } as { validFrom: string; rate: number; tiers: object[] },
  ])
const ownBills = async () => ((await resident.get('/me/bills')).body as Page<OwnBill>).items

describe('meters', () => {
  it('[FIN-01] are read, and what they counted is billed by tiers', async () => {
    await meter()
    expect((await read(125_500)).status).toBe(201)
    const charge = await water([{ above: 20_000, rate: 50_000 }])
    await desk.run(month(), [charge.id])
    const on = `${Number(today().slice(5, 7))}月${Number(today().slice(8))}日`
    expect(await ownBills()).toMatchObject([
      {
        amountFen: 8750,
        madeOf: [
          { text: `表 W1：${on}抄见 125.5，上次 100，用量 25.5 吨`, amountFen: null },
          { text: '第 1 档 20 吨 × 3.00 元/吨', amountFen: 6000 },
          { text: '第 2 档 5.5 吨 × 5.00 元/吨', amountFen: 2750 },
        ],
      },
    ])
  })

  it('[FIN-01] begin at nothing again, are replaced, and each counts its own', async () => {
    const old = await meter({ firstReading: 9_990_000 })
    expect(codeOf(await read(5000))).toBe('READING_BELOW')
    expect(codeOf(await read(10_000_000))).toBe('READING_TOO_LARGE')
    const yesterday = plusDays(today(), -1)
    expect((await read(5000, { rolledOver: true, readOn: yesterday })).status).toBe(201)
    const replaced = await desk.clerk.post(`${desk.here}/meters/${old.id}/replace`, {
      ...{ day: today(), lastReading: 6000, number: 'W2', digits: 5, firstReading: 0, version: 1 },
    })
    expect(replaced.body).toMatchObject({ number: 'W2', removedOn: null })
    expect(codeOf(await read(7000))).toBe('METER_UNKNOWN')
    const readings = (await desk.clerk.get(`${desk.here}/meters/${old.id}/readings`)).body as MeterReadingDetail[]
    expect(readings.map(({ used }) => used)).toEqual([1000, 15_000])
    if (yesterday.slice(0, 7) === month()) {
      await desk.run(month(), [(await water()).id])
      expect(await ownBills()).toMatchObject([{ amountFen: 4800 }])
    }
  })

  it('[FIN-01] that show far more than they used to are looked at before they are billed', async () => {
    await meter()
    for (const [days, value] of [
      [60, 110_000],
      [30, 120_000],
    ] as const)
      await read(value, { readOn: plusDays(today(), -days) })
    await read(420_000, { how: 'estimated' })
    const charge = await water()
    const preview = async () =>
      ((await desk.clerk.get(`${desk.here}/bill-run-preview?month=${month()}`)).body as RunPreview).charges[0]!
    expect(await preview()).toMatchObject({ bills: 0, leftOut: [{ reason: 'unusual', count: 1 }] })
    const list = (query: string) => desk.clerk.get(`${desk.here}/meters?${query}`)
    const [shown] = ((await list('unusual=true')).body as Page<MeterView>).items
    const { id, version } = shown!.last!
    expect((await desk.clerk.put(`${desk.here}/meter-readings/${id}`, { value: 130_000, how: 'read', version })).status).toBe(200)
    expect(await preview()).toMatchObject({ bills: 1, sumFen: 3000 })
    await desk.run(month(), [charge.id])
    const correct = () =>
      desk.clerk.put(`${desk.here}/meter-readings/${id}`, { value: 131_000, how: 'read', version: version + 1 })
    expect(codeOf(await correct())).toBe('READING_BILLED')
    const [bill] = await desk.bills()
    await desk.clerk.post(`${desk.here}/bills/${bill!.id}/reverse`, { reason: '抄错了' })
    expect((await correct()).status).toBe(200)
    expect((await desk.clerk.post(`${desk.here}/meter-readings/${id}/drop`, { version: version + 2 })).status).toBe(200)
  })

  it('[FIN-01] refuse what cannot be: below nothing, tomorrow, twice a day, a number that is taken or unknown', async () => {
    await meter()
    expect(codeOf(await read(-1))).toBe('VALIDATION_FAILED')
    expect(codeOf(await read(101_000, { readOn: plusDays(today(), 1) }))).toBe('READING_DAY')
    expect((await read(101_000)).status).toBe(201)
    expect(codeOf(await read(102_000))).toBe('READING_DAY')
    expect(codeOf(await read(1000, { number: 'W9' }))).toBe('METER_UNKNOWN')
    expect(codeOf({ body: await meter() })).toBe('METER_TAKEN')
  })
})

describe('a shared cost', () => {
  it('[FIN-01] is divided by area, heads or home, and the shares add up to it', async () => {
    await app.world.resident(desk.community, { unitId: unitId(), role: 'family' })
    for (let count = 0; count < 6; count++) await app.world.unit(desk.community)
    await app.owner.query(`UPDATE units SET area_square_centimetres = 1234567 WHERE id = $1`, [unitId()])
    for (const shareKey of ['area', 'heads', 'unit'] as const) {
      const charge = await desk.charge({ name: `公摊 ${shareKey}`, basis: 'shared' })
      const cost = await desk.clerk.post(`${desk.here}/shared-costs`, {
        ...{ chargeId: charge.id, month: month(), amountFen: 100_001, shareKey, text: '楼道照明电费', fileIds: [] },
      })
      expect(cost.status).toBe(201)
      const run = await desk.run(month(), [charge.id])
      expect(run).toMatchObject({ sumFen: 100_001, bills: shareKey === 'heads' ? 1 : 7 })
      const { id, version } = cost.body as SharedCostView
      expect(codeOf(await desk.clerk.post(`${desk.here}/shared-costs/${id}/withdraw`, { version }))).toBe('SHARED_COST_BILLED')
      expect(await desk.run(month(), [charge.id])).toMatchObject({ bills: 0 })
      await desk.clerk.post(`${desk.here}/bill-runs/${run.id}/reverse`, { reason: '改为另一种分摊' })
      expect((await desk.clerk.post(`${desk.here}/shared-costs/${id}/withdraw`, { version })).status).toBe(200)
    }
  })

  it('[FIN-01] is entered once for a period, of a charge that is shared', async () => {
    const charge = await desk.charge({ name: '公摊', basis: 'shared' })
    const add = (more: object = {}) =>
      desk.clerk.post(`${desk.here}/shared-costs`, {
        ...{ chargeId: charge.id, month: month(), amountFen: 1000, shareKey: 'unit', text: '电梯电费', fileIds: [], ...more },
      })
    expect((await add()).status).toBe(201)
    expect(codeOf(await add())).toBe('SHARED_COST_TAKEN')
    expect(codeOf(await add({ month: '2040-01' }))).toBe('RUN_FAR')
    expect(codeOf(await add({ chargeId: (await water()).id }))).toBe('SHARED_COST_CHARGE')
    const price = await desk.clerk.post(`${desk.here}/charges/${charge.id}/prices`, { validFrom: SINCE, rate: 1 })
    expect(codeOf(price)).toBe('PRICE_NOT_USED')
  })
})

describe('a household', () => {
  it('[FIN-01] gets its account and a statement to print', async () => {
    const charge = await desk.charge({}, [{ validFrom: SINCE, rate: 28_500 }])
    await desk.run(month(), [charge.id])
    const account = (await desk.clerk.get(`${desk.here}/units/${unitId()}/bill-account`)).body as UnitAccount
    expect(account).toMatchObject({ owedBills: 1, owedFen: 28_101, balanceFen: 0 })
    const statement = await desk.clerk.get(`${desk.here}/units/${unitId()}/bill-statement?from=${month()}&to=${month()}`)
    expect(statement.status).toBe(200)
    expect((statement.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
