import type { ChildProcess } from 'node:child_process'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { BillRunView } from '@yinuo/contracts'
import { Jobs } from '../../src/platform/jobs/index.ts'
import { startApp, type TestApp } from '../app.ts'
import { billingDesk } from '../billing-desk.ts'
import { eventually } from '../eventually.ts'
import { expectBooksToAgree } from '../money-oracle.ts'
import { startProcess } from '../server-process.ts'

/** Three batches and a bit. */
const HOMES = 60_500
const KILLS = process.env.TEST_LONG ? 20 : 2

const running = new Set<ChildProcess>()
let app: TestApp
beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(async () => {
  running.forEach((child) => child.kill('SIGKILL'))
  await app.close()
})
afterEach(() => expectBooksToAgree(app.owner))

it(
  '[FIN-01] a run whose servers are killed one after the other while they write keeps whole batches, and makes each bill once',
  async () => {
    app.clock.set(new Date().toISOString())
    const desk = await billingDesk(app)
    const { id: communityId, buildingId } = desk.community
    await app.owner.query(
      `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
       SELECT $1, uuidv7(), $2, '1单元', 1, n::text, '房' || n, 'dwelling', 'occupied', 900000 + n FROM generate_series(1, $3::int) n`,
      [communityId, buildingId, HOMES],
    )
    const fee = await desk.charge({}, [{ validFrom: '2020-01-01', rate: 28_500 }])
    const month = app.clock.now().toISOString().slice(0, 7)
    const begun = await desk.clerk.post(`${desk.here}/bill-runs`, { month, chargeIds: [fee.id] })
    const { id: runId } = begun.body as BillRunView
    const standing = async () => {
      const { rows } = await app.owner.query<Record<'bills' | 'subjects' | 'known' | 'entries', number>>(
        `SELECT count(*)::int AS bills, count(DISTINCT subject_id)::int AS subjects,
           (SELECT bills FROM bill_run_charges WHERE community_id = $1 AND run_id = $2) AS known,
           (SELECT count(*)::int FROM ledger_entries WHERE community_id = $1) AS entries
         FROM bills WHERE community_id = $1`,
        [communityId, runId],
      )
      return rows[0]!
    }
    /** Whether some server holds the run, and so is in the middle of a batch. */
    const isWriting = async () => {
      const { rows } = await app.owner.query(
        'SELECT 1 FROM bill_run_charges WHERE community_id = $1 AND run_id = $2 FOR UPDATE SKIP LOCKED',
        [communityId, runId],
      )
      return rows.length === 0
    }
    for (let kill = 0; kill < KILLS; kill++) {
      const worker = await startProcess(app.config, running, 'worker')
      // As soon as a batch is being written, and so not yet kept.
      await eventually(async () => expect(await isWriting()).toBe(true))
      worker.process.kill('SIGKILL')
      await eventually(async () => expect(await isWriting()).toBe(false))
      const { bills, subjects, known, entries } = await standing()
      expect({ bills, subjects, entries }).toEqual({ bills: known, subjects: known, entries: known === HOMES ? 1 : 0 })
      // The queue gives a dead worker's jobs to others after some minutes: those have passed.
      await app.owner.query(`UPDATE pgboss.job SET started_on = started_on - interval '20 minutes' WHERE state = 'active'`)
      await app.owner.query(`UPDATE pgboss.queue SET monitor_on = NULL`)
      await app.nest.get(Jobs).tidy()
      await app.owner.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`)
    }
    const other = await app.replica()
    await Promise.all([app.nest, other].map((server) => server.get(Jobs).runDueJobs()))
    await app.deliver()
    const run = (await desk.clerk.get(`${desk.here}/bill-runs/${runId}`)).body as BillRunView
    expect(run).toMatchObject({ state: 'done', bills: HOMES })
    expect(await standing()).toMatchObject({ bills: HOMES, subjects: HOMES, known: HOMES, entries: 1 })
  },
  KILLS * 120_000,
)
