import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DeliveryRow, NoticeReach, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Crowd } from '../../../test/mass-push.ts'
import { Messaging, SEND } from '../../../test/messaging.ts'
import { WHOLE } from '../../../test/notice-desk.ts'
import type { Person } from '../../../test/person.ts'
import { RepairStory } from '../../../test/repair-story.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { Wechat } from '../../wechat/index.ts'
import { deliverMessage, TOGETHER } from './jobs/delivery-jobs.ts'

const PEOPLE = 3 * TOGETHER
const SECONDS = 90_000

let app: TestApp
let community: TestCommunity
let messaging: Messaging
let manager: Person

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  community = await app.world.community()
  messaging = new Messaging(app, community)
  messaging.calm()
  manager = await app.world.staff(community, { post: 'project-manager' })
})

const failedHere = async () =>
  ((await manager.get(`/communities/${community.id}/deliveries?state=failed&limit=100`).expect(200)).body as Page<DeliveryRow>)
    .items
const reachOf = async (urgent: boolean) =>
  (await manager.post(`/communities/${community.id}/notice-reach`, { audience: WHOLE, urgent }).expect(200)).body as NoticeReach

describe('a notice to many', () => {
  it(
    '[MSG-02] in every kind of trouble at once sends at most one message per grant, loses none, and keeps no repair waiting',
    async () => {
      const told = await RepairStory.begin(app)
      const crowd = await Crowd.gather(app, community, PEOPLE, (number) => 1 + (number % 2))
      const faults = [
        { errcode: 45009 },
        { errcode: -1 },
        { kind: 'html' },
        { kind: '5xx' },
        { kind: 'reset' },
        { kind: 'lost' },
        { errcode: 43101 },
        { errcode: 47003, errmsg: 'argument invalid! data.thing2.value is emtpy' },
      ]
      for (const fault of faults) messaging.order(SEND, fault, 10)
      const notice = await crowd.tell()
      const other = await app.replica()
      const [report] = await Promise.all([
        told.resident.post(told.path, told.leak()),
        messaging.settle({ ahead: true }),
        other.get(Jobs).runDueJobs({ ahead: true }),
      ])
      await messaging.settle({ ahead: true })

      expect(report.status).toBe(201)
      const pushes = crowd.pushes()
      expect(Math.max(...pushes)).toBe(1)
      expect(crowd.spent().filter(({ accepted, sent }) => sent > accepted)).toEqual([])
      const standing = await crowd.standing(notice)
      expect(standing).toMatchObject({ 'inbox sent': PEOPLE })
      expect(standing['subscribe pending'] ?? 0).toBe(0)
      expect((standing['subscribe sent'] ?? 0) + (standing['subscribe failed'] ?? 0)).toBe(PEOPLE)
      // Whom nothing reached is in sight, with the reason.
      const rows = await failedHere()
      expect(pushes.filter((count) => count === 0).length).toBeLessThanOrEqual(rows.length)
      expect(rows.every(({ reason }) => Boolean(reason))).toBe(true)
    },
    SECONDS,
  )

  it('[NTC-01] taken back while it is being sent: only what was in flight goes out, and nothing by the next channel', async () => {
    const crowd = await Crowd.gather(app, community, PEOPLE)
    const notice = await crowd.tell({ urgent: true })
    const wechat = app.nest.get(Wechat)
    const send = wechat.sendSubscribeMessage.bind(wechat)
    const withdrawals: Promise<number>[] = []
    wechat.sendSubscribeMessage = async (message) => {
      const body = { version: 1, reason: '发错了' }
      if (withdrawals.length === 0)
        withdrawals.push(
          manager.post(`/communities/${community.id}/notices/${notice}/withdraw`, body).then(({ status }) => status),
        )
      await withdrawals[0]
      return send(message)
    }
    await messaging.settle({ ahead: true })
    wechat.sendSubscribeMessage = send
    expect(await Promise.all(withdrawals)).toEqual([200])
    expect(crowd.arrived()).toBe(TOGETHER)
    expect(crowd.texts()).toBe(0)
    expect(await crowd.standing(notice)).toEqual({ 'inbox sent': PEOPLE, 'subscribe sent': TOGETHER })
  })

  it('[MSG-01] one message of it that poisons its run is set aside in sight and can be sent again; the others arrive', async () => {
    const crowd = await Crowd.gather(app, community, TOGETHER)
    const notice = await crowd.tell()
    const { openid } = crowd.members[0]!
    const wechat = app.nest.get(Wechat)
    const send = wechat.sendSubscribeMessage.bind(wechat)
    wechat.sendSubscribeMessage = (message) => (message.openid === openid ? Promise.reject(new Error('poison')) : send(message))
    await messaging.settle({ ahead: true })
    wechat.sendSubscribeMessage = send
    expect(crowd.arrived()).toBe(TOGETHER - 1)
    expect(await app.nest.get(Jobs).deadJobs(deliverMessage)).toHaveLength(1)
    const [row, ...others] = await failedHere()
    expect(others).toEqual([])
    expect(row).toMatchObject({ channel: 'subscribe', reason: '处理时多次出错，已停止尝试' })

    await app.owner.query(
      `INSERT INTO message_grants (id, openid, template, client_ask, source, granted_at) VALUES (uuidv7(), $1, 'notice', 'new', 'client', $2)`,
      [openid, app.clock.now()],
    )
    await manager.post(`/communities/${community.id}/deliveries/resend`, { deliveryIds: [row!.id] }).expect(200)
    await messaging.settle({ ahead: true })
    expect(crowd.pushes()).toEqual(Array.from({ length: TOGETHER }, () => 1))
    expect(await crowd.standing(notice)).toMatchObject({ 'subscribe sent': TOGETHER })
  })

  it('[MSG-02] with a title longer than WeChat takes is cut by rule and arrives', async () => {
    const crowd = await Crowd.gather(app, community, 3)
    await crowd.tell({ title: '关于小区东门外市政供水管道抢修期间分时段停水的紧急通知' })
    await messaging.settle()
    expect(crowd.pushes()).toEqual([1, 1, 1])
    const [push] = app.sandbox.world.inboxes.of(crowd.members[0]!.openid)
    const [title] = (push as { lines: { value: string }[] }).lines
    expect([...title!.value]).toHaveLength(20)
    expect(title!.value.endsWith('…')).toBe(true)
  })
})

describe('what the console counts before it is sent', () => {
  it.each([false, true])('[NTC-01] is what is then sent, channel by channel (urgent: %s)', async (urgent) => {
    const crowd = await Crowd.gather(app, community, 12, (number) => (number < 6 ? 1 : 0))
    const accountOf = '(SELECT id FROM accounts WHERE openid = $1)'
    const set = async (number: number, what: string, ...values: unknown[]) =>
      app.owner.query(what, [crowd.members[number]!.openid, ...values])
    const prefer = (number: number, choices: object, email: string | null) =>
      set(number, `INSERT INTO message_preferences (person_id, choices, email) VALUES (${accountOf}, $2, $3)`, JSON.stringify(choices), email) // prettier-ignore
    await prefer(0, { others: [] }, null)
    await prefer(1, { others: ['email'] }, 'one@example.com')
    await prefer(6, {}, 'six@example.com')
    await prefer(7, { others: ['sms'] }, 'seven@example.com')
    await set(8, `UPDATE residents SET phone = '' WHERE account_id = ${accountOf}`)
    await set(9, `UPDATE residents SET account_id = NULL WHERE account_id = ${accountOf}`)
    const counted = await reachOf(urgent)
    const notice = await crowd.tell({ urgent })
    await messaging.settle({ ahead: true })
    const sent = await crowd.standing(notice)
    expect({
      inbox: sent['inbox sent'] ?? 0,
      subscribe: sent['subscribe sent'] ?? 0,
      sms: sent['sms sent'] ?? 0,
      email: sent['email sent'] ?? 0,
    }).toEqual({ inbox: counted.inbox, subscribe: counted.subscribe, sms: counted.sms, email: counted.email })
    expect(counted).toMatchObject({ people: 12, inbox: 11, unreachable: 1, subscribe: urgent ? 6 : 4 })
    expect(counted.email).toBeGreaterThan(0)
  })
})

describe('an outbox nobody carries on for an hour', () => {
  it('[MSG-01] keeps what was told meanwhile, takes reports all the while, and tells each once afterwards', async () => {
    const told = await RepairStory.begin(app)
    const reports = 12
    for (let count = 0; count < reports; count++) {
      await told.resident.post(told.path, told.leak()).expect(201)
      app.clock.advance({ minutes: 5 })
    }
    const other = await app.replica()
    await Promise.all([app.nest.get(OutboxRelay).deliverDue(), other.get(OutboxRelay).deliverDue()])
    await app.deliver()
    const { rows } = await app.owner.query<{ told: number }>(
      `SELECT (SELECT count(*)::int FROM messages m WHERE m.community_id = c.community_id AND m.case_id = c.id
         AND m.kind = 'repair.assigned') AS told
       FROM cases c WHERE c.community_id = $1`,
      [told.community.id],
    )
    expect(rows).toEqual(Array.from({ length: reports }, () => ({ told: 1 })))
    const left = await app.owner.query('SELECT 1 FROM outbox WHERE community_id = $1', [told.community.id])
    expect(left.rows).toEqual([])
  })
})
