import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DeliveryRow, InboxMessage, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Messaging, SMS } from '../../../test/messaging.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let messaging: Messaging

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  messaging = new Messaging(app, community)
})
afterAll(() => app.close())
beforeEach(() => messaging.calm())

describe('telling people', () => {
  it('[MSG-01] fills the inbox at once and sends one subscribe message on one grant', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    expect(await messaging.tell([lin])).toBe(1)
    expect(await messaging.inboxOf(lin)).toMatchObject([
      { kind: 'repair.accepted', title: '报修已接单', readAt: null, caseId: null },
    ])
    await messaging.settle()
    expect(messaging.pushes(lin)).toMatchObject([{ kind: 'push', page: 'pages/messages/index' }])
    expect(messaging.texts(lin)).toEqual([])
    expect(await messaging.grantsLeft(lin)).toBe(0)
    expect(await messaging.channelsOf(lin)).toEqual({
      inbox: { state: 'sent', attempts: 1, reason: null },
      subscribe: { state: 'sent', attempts: 1, reason: null },
    })
  })

  it('[MSG-01] happens once under its business key, also from two replicas at once', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin, 3)
    const once = { businessKey: `repair:${randomUUID()}:accepted` }
    const told = await Promise.all(Array.from({ length: 6 }, () => messaging.tell([lin], once)))
    expect(told.reduce((sum, count) => sum + count)).toBe(1)
    await messaging.settle()
    expect(messaging.pushes(lin)).toHaveLength(1)
    expect(await messaging.inboxOf(lin)).toHaveLength(1)
  })

  it('[MSG-01] sends a text message to who allowed no subscribe message', async () => {
    const lin = await messaging.resident()
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.texts(lin)).toMatchObject([{ text: '【一诺物业】报修已接单：张建国已接单，预计半小时内到达。' }])
    expect(await messaging.channelsOf(lin)).toMatchObject({
      subscribe: { state: 'skipped', reason: '没有可用的订阅授权' },
      sms: { state: 'sent' },
    })
  })

  it('[MSG-01] reaches staff by the WeChat and phone of their staff record', async () => {
    const zhang = await app.world.staff(community)
    app.sandbox.world.phones.add({ id: zhang.openid!, openid: zhang.openid!, phoneNumber: '13900000000' })
    const assigned = { kind: 'repair.assigned', title: '新工单待接单', body: '1号楼1单元101 厨房漏水', urgent: true } as const
    await messaging.tell([zhang], assigned)
    await messaging.settle()
    expect(await messaging.channelsOf(zhang)).toMatchObject({
      inbox: { state: 'sent' },
      subscribe: { state: 'skipped' },
      sms: { state: 'sent' },
    })
    expect(await messaging.inboxOf(zhang)).toMatchObject([{ kind: 'repair.assigned' }])
  })

  it('[MSG-01] sends what is urgent on both channels', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    await messaging.tell([lin], { urgent: true })
    await messaging.settle()
    expect(messaging.pushes(lin)).toHaveLength(1)
    expect(messaging.texts(lin)).toHaveLength(1)
  })

  it('[MSG-01] says in the office what became of every message', async () => {
    const manager = await app.world.staff(community, { post: 'project-manager' })
    const lin = await messaging.resident()
    messaging.order(SMS, { errcode: 'isv.MOBILE_NUMBER_ILLEGAL' })
    await messaging.tell([lin])
    await messaging.settle()
    const answer = await manager.get(`/communities/${community.id}/deliveries?state=failed`).expect(200)
    expect((answer.body as Page<DeliveryRow>).items[0]).toMatchObject({
      recipientName: lin.name,
      channel: 'sms',
      state: 'failed',
      attempts: 1,
      reason: '手机号码不正确',
    })
    await lin.get(`/communities/${community.id}/deliveries`).expect(403)
  })
})

describe('the inbox', () => {
  it('[MSG-01] is read page by page, newest first, and marked as read', async () => {
    const lin = await messaging.resident()
    for (const title of ['第一条', '第二条', '第三条']) {
      app.clock.advance({ seconds: 1 })
      await messaging.tell([lin], { title })
    }
    const first = (await lin.get('/me/messages?limit=2').expect(200)).body as Page<InboxMessage>
    expect(first.items.map(({ title }) => title)).toEqual(['第三条', '第二条'])
    const second = (await lin.get(`/me/messages?limit=2&cursor=${first.nextCursor}`).expect(200)).body as Page<InboxMessage>
    expect(second).toMatchObject({ items: [{ title: '第一条' }], nextCursor: null })
    await lin.post(`/me/messages/${first.items[0]!.id}/read`).expect(204)
    expect((await messaging.inboxOf(lin)).map(({ readAt }) => readAt !== null)).toEqual([true, false, false])
    await lin.post('/me/messages/read-all').expect(204)
    expect((await messaging.inboxOf(lin)).every(({ readAt }) => readAt !== null)).toBe(true)
  })

  it('[MSG-01] is nobody else’s', async () => {
    const lin = await messaging.resident()
    const other = await messaging.resident()
    await messaging.tell([lin])
    const [message] = await messaging.inboxOf(lin)
    expect(await messaging.inboxOf(other)).toEqual([])
    await other.post(`/me/messages/${message!.id}/read`).expect(404)
  })

  it('[MSG-01] refuses a page position it did not give', async () => {
    const lin = await messaging.resident()
    for (const cursor of ['x', Buffer.from('["1"]').toString('base64url'), Buffer.from('{}').toString('base64url')])
      await lin.get(`/me/messages?cursor=${cursor}`).expect(400)
  })
})
