import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DeliveryCounts, DeliveryRow, MessageChannelsView, MessageView, Page } from '@yinuo/contracts'
import { demonstrationRobotKey } from '@yinuo/wechat-sandbox'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Messaging, ROBOT, SMS, SMTP, type Reachable } from '../../../test/messaging.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { DeliveryWatch } from './jobs/delivery-watch.ts'

let app: TestApp
let community: TestCommunity
let messaging: Messaging
let manager: Person
let here: string

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  messaging = new Messaging(app, community)
  manager = await app.world.staff(community, { post: 'project-manager' })
  here = `/communities/${community.id}`
})
afterAll(() => app.close())
beforeEach(() => messaging.calm())

let mailboxes = 0
/** Somebody who is told of repairs by mail only. */
async function byMail(): Promise<{ lin: Reachable; address: string }> {
  const lin = await messaging.resident()
  const address = `lin${++mailboxes}@example.com`
  await messaging.confirmEmail(lin, address)
  await messaging.choose(lin, ['email'])
  return { lin, address }
}
const told = (address: string) => messaging.mails(address).filter(({ subject }) => subject.includes('报修'))
/** Time passes for us and for WeChat, minute by minute, and what is due is done. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    app.clock.advance({ minutes: 1 })
    app.sandbox.world.clock.advance(60_000)
    await messaging.settle()
  }
}
const settings = async () => (await manager.get(`${here}/message-channels`).expect(200)).body as MessageChannelsView
const failed = async () => ((await manager.get(`${here}/deliveries?state=failed`).expect(200)).body as Page<DeliveryRow>).items

describe('e-mail', () => {
  it('[MSG-01] carries the text of the message, once, under the id of the message', async () => {
    const { lin, address } = await byMail()
    await messaging.tell([lin], { body: '<b>张建国</b>已接单' })
    await messaging.settle()
    expect(told(address)).toMatchObject([{ subject: expect.stringContaining('报修已接单') }])
    expect(told(address)[0]!.raw).toMatch(/auto-submitted: auto-generated/i)
    expect(await messaging.channelsOf(lin)).toMatchObject({ email: { state: 'sent', attempts: 1 }, sms: { state: 'skipped' } })
  })

  it('[MSG-01] waits for a mail server that is down for an hour, and loses and doubles nothing', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, byMail))
    await app.sandbox.world.mail.down()
    await messaging.tell(people.map(({ lin }) => lin))
    await messaging.settle()
    await pass(60)
    expect(await messaging.channelsOf(people[0]!.lin)).toMatchObject({ email: { state: 'pending' } })
    await app.sandbox.world.mail.up()
    await pass(31)
    for (const { lin, address } of people) {
      expect(told(address)).toHaveLength(1)
      expect(await messaging.channelsOf(lin)).toMatchObject({ email: { state: 'sent' } })
    }
  })

  it('[MSG-01] comes again to who was put off (451)', async () => {
    const { lin, address } = await byMail()
    messaging.order(SMTP, { errcode: 451 }, 2)
    await messaging.tell([lin])
    await messaging.settle()
    expect(told(address)).toHaveLength(0)
    await pass(3)
    expect(told(address)).toHaveLength(1)
    expect(await messaging.channelsOf(lin)).toMatchObject({ email: { state: 'sent', attempts: 3 } })
  })

  it('[MSG-01] to a mailbox that is not there (550) is given up at once', async () => {
    const { lin } = await byMail()
    messaging.order(SMTP, { errcode: 550 })
    await messaging.tell([lin])
    await messaging.settle()
    expect(await messaging.channelsOf(lin)).toMatchObject({ email: { state: 'failed', reason: '邮箱不存在或拒收（550）' } })
  })

  it('[MSG-01] whose answer was lost is sent again under the same Message-ID', async () => {
    const { lin, address } = await byMail()
    messaging.order(SMTP, { kind: 'lost' })
    await messaging.tell([lin])
    await messaging.settle()
    await pass(2)
    expect(new Set(told(address).map(({ messageId }) => messageId)).size).toBe(1)
    expect(told(address).length).toBeLessThanOrEqual(2)
    expect(await messaging.channelsOf(lin)).toMatchObject({ email: { state: 'sent' } })
  })

  it('[MSG-01] from a slow server arrives', async () => {
    const { lin, address } = await byMail()
    messaging.order(SMTP, { kind: 'slow', delayMs: 300 })
    await messaging.tell([lin])
    await messaging.settle()
    expect(told(address)).toHaveLength(1)
  })
})

describe('the group chat of the staff', () => {
  const address = () => `${app.sandboxUrl}/cgi-bin/webhook/send?key=${demonstrationRobotKey}`
  const said = () => app.sandbox.world.groupChats.all()
  const breached = { kind: 'repair.breached', title: '工单已超时', urgent: true } as const

  it('[MSG-01] takes only a robot of WeCom, keeps its key to itself, and is tried by a button', async () => {
    await manager.post(`${here}/message-channels/robot/test`).expect(409)
    await manager
      .put(`${here}/message-channels/robot`, { address: 'https://evil.example/cgi-bin/webhook/send?key=12345678', version: 1 })
      .expect(422)
    const answer = await manager.put(`${here}/message-channels/robot`, { address: address(), version: 1 }).expect(200)
    expect(answer.body).toMatchObject({ version: 2, robotHint: demonstrationRobotKey.slice(-4) })
    expect(answer.text).not.toContain(demonstrationRobotKey)
    await manager.put(`${here}/message-channels/robot`, { address: address(), version: 1 }).expect(409)
    await manager.post(`${here}/message-channels/robot/test`).expect(204)
    expect(said().at(-1)!.text).toContain('试发消息')
    messaging.order(ROBOT, { errcode: 93000 })
    const refused = await manager.post(`${here}/message-channels/robot/test`).expect(422)
    expect((refused.body as { detail: string }).detail).toContain('93000')
    const { rows } = await app.owner.query<{ text: string }>(
      `SELECT before::text || after::text AS text FROM audit_entries WHERE action = 'messages.set-robot'`,
    )
    expect(rows.map(({ text }) => text).join()).not.toContain(demonstrationRobotKey)
    const { rows: kept } = await app.owner.query<{ sealed_robot: string }>('SELECT sealed_robot FROM message_channels')
    expect(kept[0]!.sealed_robot).not.toContain(demonstrationRobotKey)
  })

  it('[MSG-01] is told once of what is told to several of the staff', async () => {
    const staff = await Promise.all([app.world.staff(community), app.world.staff(community)])
    const before = said().length
    await messaging.tell(staff, { ...breached, businessKey: 'repair:1:breached' })
    await messaging.tell(staff, { ...breached, businessKey: 'repair:1:breached' })
    await messaging.settle()
    expect(said().slice(before)).toMatchObject([{ text: expect.stringContaining('工单已超时') }])
  })

  it('[MSG-01] gets a flood at its pace, never more than twenty in a minute, and nothing is lost', async () => {
    await pass(2)
    const staff = await app.world.staff(community)
    const before = said().length
    for (let count = 0; count < 30; count++) await messaging.tell([staff], { ...breached, title: `超时 ${count}` })
    const other = await app.replica()
    await Promise.all([messaging.settle(), other.get(Jobs).runDueJobs()])
    for (let step = 0; step < 12; step++) {
      app.clock.advance({ seconds: 10 })
      app.sandbox.world.clock.advance(10_000)
      await Promise.all([other.get(DeliveryWatch).run(), messaging.settle()])
      await messaging.settle()
    }
    const now = said().slice(before)
    expect(new Set(now.map(({ text }) => text.split('\n')[0])).size).toBe(30)
    expect(now).toHaveLength(30)
    const refusals = app.sandbox.world.calls.all().filter(({ endpoint, errcode }) => endpoint === ROBOT && errcode === 45009)
    expect(refusals).toEqual([])
  })

  it('[MSG-01] that refuses for now (45009) gets it afterwards', async () => {
    await pass(2)
    const staff = await app.world.staff(community)
    const before = said().length
    messaging.order(ROBOT, { errcode: 45009 })
    await messaging.tell([staff], breached)
    await messaging.settle()
    expect(said()).toHaveLength(before)
    await pass(2)
    expect(said()).toHaveLength(before + 1)
  })
})

describe('the policy of a community', () => {
  it('[MSG-01] puts the channels of a kind in order, and is seen by the next message', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    const { version, policies } = await settings()
    expect(policies.find(({ kind }) => kind === 'repair.accepted')).toMatchObject({
      channels: ['subscribe', 'sms', 'email'],
      isUsual: true,
    })
    const wish = { kind: 'repair.accepted', channels: ['sms'], urgent: false, toRobot: false }
    await manager.put(`${here}/message-channels/policy`, { ...wish, version }).expect(200)
    await manager.put(`${here}/message-channels/policy`, { ...wish, version }).expect(409)
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    expect(messaging.pushes(lin)).toHaveLength(0)
    const both = { ...wish, channels: ['sms', 'subscribe'], urgent: true, version: version + 1 }
    await manager.put(`${here}/message-channels/policy`, both).expect(200)
    await messaging.tell([lin])
    await messaging.settle()
    expect([messaging.texts(lin).length, messaging.pushes(lin).length]).toEqual([2, 1])
    const usual = { kind: 'repair.accepted', channels: ['subscribe', 'sms', 'email'], urgent: false, toRobot: false }
    const back = await manager.put(`${here}/message-channels/policy`, { ...usual, version: version + 2 }).expect(200)
    expect((back.body as MessageChannelsView).policies.every(({ isUsual }) => isUsual)).toBe(true)
  })

  it('[MSG-01] is nobody’s who may only read', async () => {
    const reader = await app.world.staff(community, { permissions: ['messages.read'] })
    await reader.get(`${here}/message-channels`).expect(403)
    await reader.post(`${here}/deliveries/resend`, { deliveryIds: [community.id] }).expect(403)
  })
})

describe('what could not be delivered', () => {
  it('[MSG-01] is sent again once, whoever presses how often, and is on record', async () => {
    const lin = await messaging.resident()
    messaging.order(SMS, { errcode: 'isv.MOBILE_NUMBER_ILLEGAL' })
    await messaging.tell([lin])
    await messaging.settle()
    const [row] = (await failed()).filter(({ recipientName }) => recipientName === lin.name)
    const presses = await Promise.all(
      Array.from({ length: 6 }, () => manager.post(`${here}/deliveries/resend`, { deliveryIds: [row!.id] })),
    )
    expect(presses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    const other = await app.replica()
    await Promise.all([other.get(DeliveryWatch).run(), messaging.settle()])
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    const view = (await manager.get(`${here}/messages/${row!.messageId}`).expect(200)).body as MessageView
    expect(view).toMatchObject({ title: '报修已接单', recipientName: lin.name, readAt: null })
    expect(view.deliveries.find(({ channel }) => channel === 'sms')).toMatchObject({ state: 'sent', resent: 1, attempts: 1 })
    const { rows } = await app.owner.query(`SELECT 1 FROM audit_entries WHERE action = 'messages.resend' AND community_id = $1`, [
      community.id,
    ])
    expect(rows).toHaveLength(1)
  })

  it('[MSG-01] many at once, and each leads on to the next channel if it fails again', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => messaging.resident()))
    messaging.order(SMS, { errcode: 'isv.MOBILE_NUMBER_ILLEGAL' }, 9)
    await messaging.tell(people)
    await messaging.settle()
    const ids = (await failed())
      .filter(({ recipientName }) => people.some(({ name }) => name === recipientName))
      .map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(8)
    await manager.post(`${here}/deliveries/resend`, { deliveryIds: ids }).expect(200)
    await messaging.settle()
    expect(people.map((person) => messaging.texts(person).length).reduce((sum, count) => sum + count)).toBe(7)
  })

  it('[MSG-01] is counted by day and channel', async () => {
    const counts = (await manager.get(`${here}/delivery-counts`).expect(200)).body as DeliveryCounts[]
    expect(counts.find(({ channel }) => channel === 'email')).toMatchObject({ sent: expect.any(Number), failed: 1 })
    const rows = (await manager.get(`${here}/deliveries?channel=robot`).expect(200)).body as Page<DeliveryRow>
    expect(rows.items.every(({ channel, recipientName }) => channel === 'robot' && recipientName === '企业微信群')).toBe(true)
    expect(rows.items.length).toBeGreaterThan(0)
  })
})
