import type { ChildProcess } from 'node:child_process'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { Jobs } from '../src/platform/jobs/index.ts'
import { startApp, type TestApp } from './app.ts'
import { Crowd } from './mass-push.ts'
import { Messaging, SEND } from './messaging.ts'
import { startProcess } from './server-process.ts'

const isLong = Boolean(process.env['TEST_LONG'])
const PEOPLE = isLong ? 10_000 : 400
const LONGEST_MS = isLong ? 1_800_000 : 120_000

const running = new Set<ChildProcess>()
let app: TestApp
beforeEach(async () => {
  app = await startApp()
}, LONGEST_MS)
afterEach(async () => {
  running.forEach((child) => child.kill('SIGKILL'))
  await app.close()
})

it.each([2, 5])(
  `[MSG-01] a notice to ${PEOPLE} by %i workers, each killed in the middle: at most one message per grant, none lost`,
  async (workers) => {
    app.clock.set(new Date().toISOString())
    const community = await app.world.community()
    // Every fourth allowed two: a second one of the same notice would find a grant, and WeChat would take it.
    const crowd = await Crowd.gather(app, community, PEOPLE, (number) => (number % 4 === 0 ? 2 : 1))
    app.sandbox.world.faults.order({ endpoint: SEND, kind: 'slow', delayMs: 100, times: PEOPLE * 10 })
    const processes = await Promise.all(Array.from({ length: workers }, () => startProcess(app.config, running, 'worker')))
    const notice = await crowd.tell()
    const atKill: number[] = []
    for (const [number, { process }] of processes.entries()) {
      const share = ((number + 1) * 0.8) / (workers + 1)
      await until(() => crowd.arrived() >= PEOPLE * share)
      atKill.push(crowd.arrived())
      process.kill('SIGKILL')
    }
    app.sandbox.world.faults.clear()
    // The queue gives a dead worker's jobs to others after some minutes: those have passed.
    await app.owner.query(`UPDATE pgboss.job SET started_on = started_on - interval '20 minutes' WHERE state = 'active'`)
    await app.owner.query(`UPDATE pgboss.queue SET monitor_on = NULL`)
    app.clock.set(new Date().toISOString())
    await app.nest.get(Jobs).tidy()
    const messaging = new Messaging(app, community)
    await messaging.settle({ ahead: true })

    // So many workers together may have everything in hand before the last of them dies; not before the first.
    expect(atKill[0]).toBeLessThan(PEOPLE)
    const pushes = crowd.pushes()
    expect(pushes.filter((count) => count > 1)).toEqual([])
    expect(crowd.spent().filter(({ accepted, sent }) => sent > accepted)).toEqual([])
    // Who allowed one message has it. Who allowed two has it, or the office sees that nobody can say so, and may send it again.
    const once = crowd.members.map(({ accepted }, number) => ({ accepted, count: pushes[number] }))
    expect(once.filter(({ accepted, count }) => accepted === 1 && count !== 1)).toEqual([])
    const standing = await crowd.standing(notice)
    expect(standing).toMatchObject({ 'inbox sent': PEOPLE })
    expect(standing['subscribe pending'] ?? 0).toBe(0)
    expect(once.filter(({ count }) => count === 0).length).toBeLessThanOrEqual(standing['subscribe failed'] ?? 0)
    expect((standing['subscribe sent'] ?? 0) + (standing['subscribe failed'] ?? 0)).toBe(PEOPLE)
    expect(standing['subscribe sent'] ?? 0).toBeLessThanOrEqual(crowd.arrived())
  },
  LONGEST_MS,
)

function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (!condition()) return
      clearInterval(look)
      resolve()
    }, 10)
    look.unref()
  })
}
