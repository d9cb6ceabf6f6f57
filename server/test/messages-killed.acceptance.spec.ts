import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Jobs } from '../src/platform/jobs/index.ts'
import { startApp, type TestApp } from './app.ts'
import { Messaging, SEND, SMTP } from './messaging.ts'
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

const SEVERAL_STARTS_MS = 120_000
/** What one worker has in hand at a time. */
const AT_ONCE = 10

it(
  '[MSG-01] two workers, one killed in the middle: each is told once per grant, mail once but for what was in hand, and nothing is lost',
  async () => {
    app.clock.set(new Date().toISOString())
    const messaging = new Messaging(app, await app.world.community())
    const world = app.sandbox.world
    world.settings.smsLimits.perMinute = 1000
    const people = await Promise.all(Array.from({ length: 60 }, () => messaging.resident()))
    const [byWechat, byMail] = [people.slice(0, 30), people.slice(30)]
    for (const person of byWechat) await messaging.accept(person)
    const addressOf = (phone: string) => `r${phone}@example.com`
    for (const person of byMail) {
      await messaging.confirmEmail(person, addressOf(person.phone))
      await messaging.choose(person, ['email'])
    }
    world.faults.order({ endpoint: SEND, kind: 'slow', delayMs: 150, times: 1000 })
    world.faults.order({ endpoint: SMTP, kind: 'slow', delayMs: 150, times: 1000 })
    const workers = [await startProcess(app.config, running, 'worker'), await startProcess(app.config, running, 'worker')]
    await messaging.tell(people)
    const told = () => world.mail.all().filter(({ subject }) => subject.includes('报修')).length
    const pushed = () => byWechat.reduce((sum, person) => sum + messaging.pushes(person).length, 0)
    await until(() => told() + pushed() >= 15)
    workers[0]!.process.kill('SIGKILL')
    await until(() => told() + pushed() >= 45)
    workers[1]!.process.kill('SIGKILL')
    world.faults.clear()
    // The queue gives a dead worker's jobs to others after two minutes: those have passed.
    await app.owner.query(`UPDATE pgboss.job SET started_on = started_on - interval '10 minutes' WHERE state = 'active'`)
    await app.owner.query(`UPDATE pgboss.queue SET monitor_on = NULL`)
    app.clock.set(new Date().toISOString())
    await app.nest.get(Jobs).tidy()
    for (let hour = 0; hour < 2; hour++) {
      await messaging.settle({ ahead: true })
      app.clock.advance({ hours: 1 })
    }
    for (const person of byWechat) {
      const [pushes, texts] = [messaging.pushes(person).length, messaging.texts(person).length]
      expect(pushes).toBeLessThanOrEqual(1)
      expect(pushes + texts).toBeGreaterThanOrEqual(1)
    }
    const mails = byMail.map(({ phone }) => messaging.mails(addressOf(phone)).filter(({ subject }) => subject.includes('报修')))
    expect(mails.filter((each) => each.length === 0)).toEqual([])
    expect(mails.every((each) => new Set(each.map(({ messageId }) => messageId)).size === 1)).toBe(true)
    expect(mails.reduce((sum, each) => sum + each.length, 0)).toBeLessThanOrEqual(30 + 2 * AT_ONCE)
    const open = await app.owner.query(`SELECT 1 FROM deliveries WHERE state = 'pending'`)
    expect(open.rows).toEqual([])
  },
  SEVERAL_STARTS_MS,
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
