import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DayEndView, TakenMoney, Till } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { MoneyDesk } from '../../../test/money-desk.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let desk: MoneyDesk
let cashier: Person
let manager: Person
let unitId: string
let here: string
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  desk = await MoneyDesk.open(app)
  here = `/communities/${desk.community.id}`
  cashier = await app.world.staff(desk.community, { post: 'front-desk', permissions: ['payments.read', 'payments.take'] })
  manager = await app.world.staff(desk.community, { post: 'project-manager' })
  unitId = (await app.world.unit(desk.community)).id
})
afterEach(() => expectBooksToAgree(app.owner))

const take = async (aheadFen: number, change: object = {}, by = cashier) =>
  (
    await by
      .post(`${here}/counter-payments`, { unitId, way: 'cash', parts: [], aheadFen, payerName: '林晓梅', ...change })
      .expect(201)
  ).body as TakenMoney
const till = async (by = cashier) => (await by.get(`${here}/till`).expect(200)).body as Till
const count = (change: object = {}) => ({
  counted: [] as { fen: number; pieces: number }[],
  expectedFen: 0,
  depositedFen: 0,
  handedOverFen: 0,
  ...change,
})
const close = async (change: object) => (await cashier.post(`${here}/day-ends`, count(change)).expect(201)).body as DayEndView
const refused = async (change: object, status: number, code: string) => {
  const { body } = await cashier.post(`${here}/day-ends`, count(change)).expect(status)
  expect((body as { code: string }).code).toBe(code)
}
const hundreds = (pieces: number) => [{ fen: 10_000, pieces }]
const balanceOf = async (account: string) => {
  const { rows } = await app.owner.query<{ fen: number }>(
    `SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END), 0)::float8 AS fen FROM ledger_lines
     WHERE community_id = $1 AND account = $2`,
    [desk.community.id, account],
  )
  return rows[0]!.fen
}

describe('the end of a cashier’s day', () => {
  it('[FIN-02] counts by way, takes refunds off, keeps a difference with its reason, and is confirmed by another person', async () => {
    await take(30_000)
    const { paymentId } = await take(20_000)
    await take(15_000, { way: 'transfer', reference: 'T20261121' })
    await take(70_000, {}, manager)
    const asked = await cashier
      .post(`${here}/payments/${paymentId}/refunds`, { parts: [], aheadFen: 5_000, overpaid: false, way: 'cash', reason: '多存' })
      .expect(201)
    const refund = (asked.body as { refunds: { id: string; version: number }[] }).refunds[0]!
    await manager.post(`${here}/refunds/${refund.id}/approve`, { version: refund.version }).expect(200)
    await cashier.post(`${here}/refunds/${refund.id}/pay`, { version: refund.version + 1 }).expect(200)
    expect(await till()).toMatchObject({
      isDone: false,
      openingFen: 0,
      expectedFen: 45_000,
      sums: [
        { way: 'cash', taken: 2, takenFen: 50_000, refunded: 1, refundedFen: 5_000 },
        { way: 'transfer', taken: 1, takenFen: 15_000, refunded: 0 },
        { way: 'pos', taken: 0 },
      ],
    })
    const counted = { counted: hundreds(4), expectedFen: 45_000, depositedFen: 30_000, depositSlip: 'J01' }
    await refused(counted, 422, 'DAY_END_REASON')
    const because = '少收一张五十元'
    await refused({ ...counted, because, depositedFen: 30_000, handedOverFen: 10_001 }, 422, 'DAY_END_OUT')
    await refused({ ...counted, because, depositSlip: '' }, 422, 'DAY_END_SLIP')
    await refused({ ...counted, because, counted: [{ fen: 20_00, pieces: 20 }, { fen: 300, pieces: 1 }] }, 422, 'DAY_END_PIECES') // prettier-ignore
    await refused({ ...counted, because, counted: [{ fen: 10_000, pieces: -1 }] }, 400, 'VALIDATION_FAILED')
    const day = await close({ ...counted, because })
    expect(day).toMatchObject({ state: 'counted', countedFen: 40_000, because, entries: { length: 4 } })
    await cashier.post(`${here}/day-ends/${day.id}/confirm`, { version: 1 }).expect(403)
    const confirmed = await manager.post(`${here}/day-ends/${day.id}/confirm`, { version: 1 }).expect(200)
    expect(confirmed.body).toMatchObject({ state: 'confirmed', decidedByName: manager.name, version: 2 })
    await manager.post(`${here}/day-ends/${day.id}/confirm`, { version: 2 }).expect(409)
    expect(await balanceOf('cash')).toBe(115_000 - 30_000)
    expect(await balanceOf('bank')).toBe(15_000 + 30_000)
  })

  it('[FIN-02] nobody confirms their own', async () => {
    await take(10_000, {}, manager)
    const body = count({ counted: hundreds(1), expectedFen: 10_000 })
    const { body: day } = await manager.post(`${here}/day-ends`, body).expect(201)
    const { body: no } = await manager.post(`${here}/day-ends/${(day as DayEndView).id}/confirm`, { version: 1 }).expect(403)
    expect(no).toMatchObject({ code: 'DAY_END_OWN' })
  })

  it('[FIN-02] what comes later falls into the next, with what stayed in the till', async () => {
    await take(30_000)
    await close({ counted: hundreds(3), expectedFen: 30_000, handedOverFen: 20_000 })
    await take(20_000)
    expect(await till()).toMatchObject({ isDone: true, openingFen: 10_000, expectedFen: 30_000 })
    await refused({ counted: hundreds(3), expectedFen: 30_000 }, 409, 'DAY_END_DONE')
    app.clock.advance({ hours: 24 })
    const next = await close({ counted: hundreds(3), expectedFen: 30_000 })
    expect(next).toMatchObject({ openingFen: 10_000, entries: [{ amountFen: 20_000 }] })
  })

  it('[FIN-02] one that is returned is counted anew, unless a later one follows it', async () => {
    await refused({}, 409, 'DAY_END_EMPTY')
    await take(30_000)
    const day = await close({ counted: hundreds(2), expectedFen: 30_000, because: '点错' })
    const because = '请重新清点'
    await manager.post(`${here}/day-ends/${day.id}/return`, { version: 9, because }).expect(409)
    const { body } = await manager.post(`${here}/day-ends/${day.id}/return`, { version: 1, because }).expect(200)
    expect(body).toMatchObject({ state: 'returned', returnedBecause: because, entries: [] })
    const again = await close({ counted: hundreds(3), expectedFen: 30_000 })
    expect(again).toMatchObject({ state: 'counted', because: '', entries: { length: 1 } })
    app.clock.advance({ hours: 24 })
    await take(10_000)
    await close({ counted: hundreds(4), expectedFen: 40_000 })
    const { body: no } = await manager.post(`${here}/day-ends/${again.id}/return`, { version: 1, because }).expect(409)
    expect(no).toMatchObject({ code: 'DAY_END_FOLLOWED' })
  })

  it('[FIN-02] a payment while the day ends is in this one or in the next, never in both and never in none', async () => {
    await take(10_000)
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () =>
        cashier.post(`${here}/counter-payments`, { unitId, way: 'cash', parts: [], aheadFen: 10_000, payerName: '林晓梅' }),
      ),
      ...Array.from({ length: 4 }, (_, index) =>
        cashier.post(`${here}/day-ends`, count({ counted: hundreds(index + 1), expectedFen: (index + 1) * 10_000 })),
      ),
    ])
    expect(answers.slice(0, 8).map(({ status }) => status)).toEqual(Array(8).fill(201))
    const closed = answers.slice(8).filter(({ status }) => status === 201)
    expect(closed.length).toBeLessThanOrEqual(1)
    for (const { status } of answers.slice(8)) expect([201, 409]).toContain(status)
    const left = await till()
    const inside = (closed[0]?.body as DayEndView | undefined)?.expectedFen ?? 0
    expect(inside + left.sums[0]!.takenFen).toBe(90_000)
  })
})
