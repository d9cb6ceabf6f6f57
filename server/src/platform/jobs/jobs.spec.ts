import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Logger } from '@nestjs/common'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { eventually } from '../../../test/eventually.ts'
import type { Config } from '../config/index.ts'
import { TryAgainLater, type JobHandler, type JobQueue } from './job-queue.ts'
import { Jobs } from './jobs.ts'

const letters: JobQueue<{ to: string }> = {
  name: 'letters',
  retries: 3,
  delaySeconds: 60,
  longestDelaySeconds: 600,
  lostAfterSeconds: 60,
}

let database: TestDatabase
let source: DataSource
const replicas: Jobs[] = []

function replica(handler: JobHandler<{ to: string }>): Jobs {
  const jobs = new Jobs({ WORKER_DATABASE_URL: database.workerUrl } as Config)
  jobs.handle(letters, handler)
  replicas.push(jobs)
  return jobs
}

const letter = (to: string) => [{ businessKey: to, payload: { to } }]

beforeAll(async () => {
  Logger.overrideLogger(false)
  database = await openTestDatabase()
  source = await new DataSource({ type: 'postgres', driver: pg, url: database.workerUrl }).initialize()
})
afterAll(async () => {
  for (const jobs of replicas) await jobs.beforeApplicationShutdown()
  await source.destroy()
  await database.close()
})

describe('jobs', () => {
  it('are done after the transaction that wanted them, once under their business key', async () => {
    const sent: string[] = []
    const jobs = replica(async ({ to }) => void sent.push(to))
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('lin')))
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('lin')))
    await jobs.runDueJobs()
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('lin')))
    await jobs.runDueJobs()
    expect(sent).toEqual(['lin'])
  })

  it('do not exist when the transaction is rolled back', async () => {
    const sent: string[] = []
    const jobs = replica(async ({ to }) => void sent.push(to))
    const undone = source.transaction(async (tx) => {
      await jobs.enqueue(tx, letters, letter('nobody'))
      throw new Error('changed our mind')
    })
    await expect(undone).rejects.toThrow('changed our mind')
    expect(await jobs.runDueJobs()).toBe(0)
    expect(sent).toEqual([])
  })

  it('wait before they are tried again', async () => {
    let tries = 0
    const jobs = replica(async () => {
      if (++tries === 1) throw new TryAgainLater('the post office is closed')
    })
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('zhou')))
    await jobs.runDueJobs()
    expect(tries).toBe(1)
    await jobs.runDueJobs({ ahead: true })
    expect(tries).toBe(2)
  })

  it('that poison their handler are given up in sight, and the others go on', async () => {
    const sent: string[] = []
    const jobs = replica(async ({ to }) => {
      if (to === 'poison') throw new Error('cannot be read')
      sent.push(to)
    })
    await source.transaction((tx) => jobs.enqueue(tx, letters, [...letter('poison'), ...letter('wang'), ...letter('chen')]))
    await jobs.runDueJobs({ ahead: true })
    expect(sent.sort()).toEqual(['chen', 'wang'])
    expect(await jobs.deadJobs(letters)).toEqual([{ payload: { to: 'poison' }, because: 'cannot be read' }])
    expect(await jobs.runDueJobs({ ahead: true })).toBe(0)
  })

  it('are shared by replicas without one being done twice', async () => {
    const sent: string[] = []
    const one = replica(async ({ to }) => void sent.push(to))
    const other = replica(async ({ to }) => void sent.push(to))
    const many = Array.from({ length: 200 }, (_, index) => `unit ${index}`)
    await source.transaction((tx) => one.enqueue(tx, letters, many.flatMap(letter)))
    await Promise.all([one.runDueJobs(), other.runDueJobs()])
    expect(sent.length).toBe(200)
    expect(new Set(sent).size).toBe(200)
  })

  it('of a worker that died are taken back and done by another', async () => {
    const sent: string[] = []
    const jobs = replica(async ({ to }) => void sent.push(to))
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('left behind')))
    await source.query(
      `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '2 minutes' WHERE data ->> 'to' = 'left behind'`,
    )
    expect(await jobs.runDueJobs({ ahead: true })).toBe(0)
    await jobs.tidy()
    await jobs.runDueJobs({ ahead: true })
    expect(sent).toEqual(['left behind'])
  })

  it('are done by a started worker, which ends what it has in hand before it stops', async () => {
    const done: string[] = []
    let begun: () => void
    let goOn: () => void
    const hasBegun = new Promise<void>((resolve) => (begun = resolve))
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
    const jobs = replica(async ({ to }) => {
      begun()
      await mayGoOn
      done.push(to)
    })
    jobs.start()
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('in hand')))
    await hasBegun
    const stopped = jobs.beforeApplicationShutdown()
    goOn!()
    await stopped
    expect(done).toEqual(['in hand'])
    const [job] = (await source.query(`SELECT state FROM pgboss.job WHERE data ->> 'to' = 'in hand'`)) as [{ state: string }]
    expect(job.state).toBe('completed')
  })

  it('of one queue do not wait for a long one of another', async () => {
    const parcels: JobQueue<{ to: string }> = { ...letters, name: 'parcels' }
    const sent: string[] = []
    const underway: (() => void)[] = []
    const jobs = replica(() => new Promise<void>((arrive) => underway.push(arrive)))
    jobs.handle(parcels, async ({ to }) => void sent.push(to))
    jobs.start()
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('a long way')))
    await eventually(() => expect(underway.length).toBe(1))
    await source.transaction((tx) => jobs.enqueue(tx, parcels, letter('next door')))
    await eventually(() => expect(sent).toEqual(['next door']))
    underway[0]!()
    await jobs.beforeApplicationShutdown()
  })

  it('go on by themselves after the database was away', async () => {
    const done: string[] = []
    const jobs = replica(async ({ to }) => void done.push(to))
    jobs.start()
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('before')))
    await eventually(() => expect(done).toEqual(['before']))
    const owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yinuo-jobs'`)
    await owner.end()
    await source.transaction((tx) => jobs.enqueue(tx, letters, letter('after')))
    await eventually(() => expect(done).toEqual(['before', 'after']))
    await jobs.beforeApplicationShutdown()
  })

  it('are the worker’s only: the application’s role cannot touch them', async () => {
    const app = new pg.Client(database.appUrl)
    await app.connect()
    await expect(app.query('SELECT * FROM pgboss.job')).rejects.toThrow('permission denied')
    await app.end()
  })
})
