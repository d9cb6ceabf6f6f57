import type { ChildProcess } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RepairReceipt } from '@yinuo/contracts'
import { ClockScan } from '../src/modules/cases/index.ts'
import { OutboxRelay } from '../src/platform/outbox/index.ts'
import { startApp, type TestApp } from './app.ts'
import { RepairStory } from './repair-story.ts'
import { startProcess } from './server-process.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** Cases of a community that lack a part of what must be written together with them. */
const TORN = `
  SELECT c.number FROM cases c
  WHERE c.community_id = $1 AND NOT (
    EXISTS (SELECT 1 FROM repairs r WHERE r.community_id = c.community_id AND r.case_id = c.id)
    AND (SELECT count(*) FROM case_clocks k WHERE k.community_id = c.community_id AND k.case_id = c.id) = 4
    AND EXISTS (SELECT 1 FROM case_events e WHERE e.community_id = c.community_id AND e.case_id = c.id AND e.kind = 'opened')
    AND EXISTS (SELECT 1 FROM audit_entries a WHERE a.subject_id = c.id AND a.action = 'repairs.report'))`

const ONCE = `
  SELECT c.number, count(*) FILTER (WHERE e.kind = 'dispatch')::int AS dispatched,
    (SELECT count(*)::int FROM messages m WHERE m.community_id = c.community_id AND m.case_id = c.id AND m.kind = 'repair.assigned') AS told
  FROM cases c JOIN case_events e ON e.community_id = c.community_id AND e.case_id = c.id
  WHERE c.community_id = $1 GROUP BY c.community_id, c.id, c.number`

describe('two servers', () => {
  it('[MSG-01] deliver each event once between them: one dispatch, one message', async () => {
    const told = await RepairStory.begin(app)
    const other = await app.replica()
    const reports = Array.from({ length: 40 }, () => told.resident.post(told.path, told.leak()))
    expect(new Set((await Promise.all(reports)).map((answer) => answer.status))).toEqual(new Set([201]))
    const relays = [app.nest.get(OutboxRelay), other.get(OutboxRelay)]
    await Promise.all([...relays, ...relays].map((relay) => relay.deliverDue()))
    await app.deliver()
    const { rows } = await app.owner.query<{ dispatched: number; told: number }>(ONCE, [told.community.id])
    expect(rows).toHaveLength(40)
    expect(rows.filter((row) => row.dispatched !== 1 || row.told !== 1)).toEqual([])
  })

  it('[REP-04] escalate each clock once, whichever scans first', async () => {
    const told = await RepairStory.begin(app, 'C')
    const other = await app.replica()
    for (let count = 0; count < 20; count++) await told.report({ category: 'lift', urgency: 'emergency' })
    app.clock.advance({ minutes: 6 })
    const scans = [app.nest.get(ClockScan), other.get(ClockScan)]
    await Promise.all([...scans, ...scans].map((scan) => scan.run()))
    const { rows } = await app.owner.query<{ step: string; count: string }>(
      `SELECT content ->> 'step' AS step, count(*) FROM case_events WHERE community_id = $1 AND kind = 'clock-step' GROUP BY step ORDER BY step`,
      [told.community.id],
    )
    expect(rows).toEqual([
      { step: 'supervisor', count: '20' },
      { step: 'warned', count: '20' },
    ])
  })
})

describe('a database that goes away', () => {
  it('loses nothing acknowledged, answers 503 meanwhile, and is found again', async () => {
    const told = await RepairStory.begin(app)
    const acknowledged: string[] = []
    const refusals = new Set<string>()
    let isCutting = true
    const cutter = (async () => {
      for (let cut = 0; cut < 10; cut++) {
        await app.owner.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename IN ('yinuo_app', 'yinuo_identity')`,
        )
        await told.resident.get('/me/repairs')
      }
      isCutting = false
    })()
    const reporter = async () => {
      while (isCutting) {
        const answer = await told.resident.post(told.path, told.leak())
        if (answer.status === 201) acknowledged.push((answer.body as RepairReceipt).id)
        else refusals.add(`${answer.status} ${(answer.body as { code: string }).code}`)
      }
    }
    await Promise.all([cutter, ...Array.from({ length: 8 }, reporter)])
    expect([...refusals].filter((refusal) => refusal !== '503 NOT_READY')).toEqual([])
    await told.resident.post(told.path, told.leak()).expect(201)
    const { rows } = await app.owner.query<{ id: string }>('SELECT id FROM cases WHERE community_id = $1', [told.community.id])
    const kept = new Set(rows.map((row) => row.id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect((await app.owner.query(TORN, [told.community.id])).rows).toEqual([])
  })
})

const SEVERAL_STARTS_MS = 120_000

describe('a server that is killed', () => {
  const running = new Set<ChildProcess>()
  afterAll(() => running.forEach((child) => child.kill('SIGKILL')))

  it(
    'leaves every case whole or absent, and a repeated report ends in one case',
    async () => {
      const told = await RepairStory.begin(app)
      app.clock.set(new Date().toISOString())
      const reports = Array.from({ length: 60 }, () => ({ key: randomUUID(), answer: '' }))
      for (let kill = 0; kill < 3; kill++) {
        const server = await startProcess(app.config, running)
        const attempts = reports.map(async (report) => {
          const answer = await send(server.url, told, report.key)
          if (answer) report.answer = answer
        })
        await Promise.race([Promise.all(attempts), manyAnswers(reports, randomInt(5, 20) * (kill + 1))])
        server.process.kill('SIGKILL')
        await Promise.all(attempts)
      }
      const server = await startProcess(app.config, running)
      for (const report of reports) {
        const answer = await send(server.url, told, report.key)
        expect(answer).not.toBe('')
        if (report.answer) expect(answer).toBe(report.answer)
      }
      server.process.kill('SIGTERM')
      await new Promise((resolve) => server.process.once('exit', resolve))
      const { rows } = await app.owner.query('SELECT 1 FROM cases WHERE community_id = $1', [told.community.id])
      expect(rows).toHaveLength(60)
      expect((await app.owner.query(TORN, [told.community.id])).rows).toEqual([])
      app.clock.set(new Date().toISOString())
      await app.deliver()
      const once = await app.owner.query<{ dispatched: number; told: number }>(ONCE, [told.community.id])
      expect(once.rows.filter((row) => row.dispatched !== 1 || row.told !== 1)).toEqual([])
    },
    SEVERAL_STARTS_MS,
  )
})

/** Answers when so many reports have been answered. */
function manyAnswers(reports: readonly { answer: string }[], count: number): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (reports.filter((report) => report.answer).length < count) return
      clearInterval(look)
      resolve()
    }, 5)
    look.unref()
  })
}

async function send(url: string, told: RepairStory, key: string): Promise<string> {
  try {
    const answer = await fetch(`${url}/api${told.path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${told.resident.token}`, 'idempotency-key': key, 'content-type': 'application/json' },
      body: JSON.stringify(told.leak()),
    })
    const body = await answer.text()
    return answer.status === 201 ? body : ''
  } catch {
    return ''
  }
}
