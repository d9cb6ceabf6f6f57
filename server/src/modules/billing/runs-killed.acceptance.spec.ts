import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { BillRunView, Problem } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { billingDesk } from '../../../test/billing-desk.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { WorkerDatabase } from '../../platform/database/index.ts'
import { Clock } from '../../platform/clock/index.ts'
import { MakeBills } from './index.ts'

/** More than one batch. */
const HOMES = 20_500

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

const month = () => app.clock.now().toISOString().slice(0, 7)
const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const fee = () => desk.charge({}, [{ validFrom: '2020-01-01', rate: 28_500 }])
const start = (chargeIds: string[]) => desk.clerk.post(`${desk.here}/bill-runs`, { month: month(), chargeIds })
const read = async (id: string) => (await desk.clerk.get(`${desk.here}/bill-runs/${id}`)).body as BillRunView
const homes = (count: number) =>
  app.owner.query(
    `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
     SELECT $1, uuidv7(), $2, '1单元', 1, n::text, '房' || n, 'dwelling', 'occupied', 900000 + n FROM generate_series(1, $3::int) n`,
    [desk.community.id, desk.community.buildingId, count],
  )
const count = async () =>
  (
    await app.owner.query<{ bills: number; subjects: number; entries: number }>(
      `SELECT count(*)::int AS bills, count(DISTINCT subject_id)::int AS subjects,
         (SELECT count(*)::int FROM ledger_entries WHERE community_id = $1) AS entries FROM bills WHERE community_id = $1`,
      [desk.community.id],
    )
  ).rows[0]!

describe('a run of bills', () => {
  it('[FIN-01] cut off in the middle goes on where it was, and makes each bill once', async () => {
    await homes(HOMES)
    const { id } = (await start([(await fee()).id])).body as BillRunView
    const ref = { communityId: desk.community.id, runId: id }
    const database = app.nest.get(WorkerDatabase)
    let steps = 0
    const dying = {
      run: database.run.bind(database),
      // The second batch is written, and the server dies before it is kept.
      transaction: (work: Parameters<WorkerDatabase['transaction']>[0]) =>
        database.transaction(async (tx) => {
          const answer = await work(tx)
          if (++steps === 2) throw new Error('killed')
          return answer
        }),
    } as unknown as WorkerDatabase
    await expect(new MakeBills(dying, app.nest.get(Clock)).run(ref)).rejects.toThrow('killed')
    expect(await count()).toEqual({ bills: 20_000, subjects: 20_000, entries: 0 })
    expect(await read(id)).toMatchObject({ state: 'working', bills: 20_000 })
    await app.deliver()
    expect(await read(id)).toMatchObject({ state: 'done', bills: HOMES })
    expect(await count()).toEqual({ bills: HOMES, subjects: HOMES, entries: 1 })
    await app.nest.get(MakeBills).run(ref)
    expect(await count()).toEqual({ bills: HOMES, subjects: HOMES, entries: 1 })
  }, 120_000)

  it('[FIN-01] worked at by two servers and three times over makes each bill once', async () => {
    await homes(500)
    const replica = await app.replica()
    const { id } = (
      await start([
        (await fee()).id,
        (await desk.charge({ name: '清运费', basis: 'unit' }, [{ validFrom: '2020-01-01', rate: 10_000 }])).id,
      ])
    ).body as BillRunView
    const ref = { communityId: desk.community.id, runId: id }
    const workers = [app.nest.get(MakeBills), replica.get(MakeBills), app.nest.get(MakeBills)]
    await Promise.all(workers.map((worker) => worker.run(ref)))
    await app.deliver()
    expect(await read(id)).toMatchObject({ state: 'done', bills: 1000 })
    expect(await count()).toEqual({ bills: 1000, subjects: 500, entries: 2 })
  }, 60_000)

  it('[FIN-01] is started once of those who start it together', async () => {
    await homes(50)
    const charge = await fee()
    const answers = await Promise.all(Array.from({ length: 6 }, () => start([charge.id])))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    expect(codeOf(answers.find(({ status }) => status === 409)!)).toBe('RUN_UNDER_WAY')
    await app.deliver()
    expect(await count()).toEqual({ bills: 50, subjects: 50, entries: 1 })
  }, 60_000)

  it('[FIN-01] that cannot post says why, and goes on when it is mended', async () => {
    await homes(5)
    await app.owner.query(`INSERT INTO ledger_books (community_id, closed_through) VALUES ($1, '2099-12-31')`, [
      desk.community.id,
    ])
    const { id } = (await start([(await fee()).id])).body as BillRunView
    await app.deliver()
    expect(await read(id)).toMatchObject({ state: 'stuck', bills: 0, trouble: expect.stringContaining('已经结账') })
    await app.owner.query('UPDATE ledger_books SET closed_through = NULL WHERE community_id = $1', [desk.community.id])
    expect((await desk.clerk.post(`${desk.here}/bill-runs/${id}/resume`)).status).toBe(200)
    await app.deliver()
    expect(await read(id)).toMatchObject({ state: 'done', bills: 5, trouble: null })
  }, 60_000)

  it('[FIN-01] is not taken back whole while a payment holds a bill of it', async () => {
    await homes(3)
    const run = await desk.run(month(), [(await fee()).id])
    const [bill] = await desk.bills()
    await app.owner.query(
      `WITH p AS (INSERT INTO payments (community_id, id, unit_id, way, state, amount_fen, taken_by, taken_by_name, created_at)
         VALUES ($1, uuidv7(), $2, 'cash', 'open', $3, uuidv7(), '收银', now()) RETURNING id)
       INSERT INTO payment_parts (community_id, payment_id, bill_id, amount_fen, holds) SELECT $1, id, $4, $3, true FROM p`,
      [desk.community.id, bill!.unitId, bill!.amountFen, bill!.id],
    )
    const reverse = () => desk.clerk.post(`${desk.here}/bill-runs/${run.id}/reverse`, { reason: '单价有误' })
    expect(codeOf(await reverse())).toBe('RUN_HAS_PAYMENTS')
    await app.owner.query(`UPDATE payment_parts SET holds = false WHERE bill_id = $1`, [bill!.id])
    expect((await reverse()).status).toBe(200)
  })
})
