import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DeliveryRow, InboxMessage, Page, SubscriptionOffer } from '@yinuo/contracts'
import { demonstrationTemplates } from '@yinuo/wechat-sandbox'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { WorkerDatabase, type Act } from '../../platform/database/index.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { Wechat } from '../../wechat/index.ts'
import { tellPeople, type Telling } from './index.ts'
import { deliverMessage } from './jobs/deliver-message.ts'

const PROGRESS = demonstrationTemplates['repair-progress']!
const SEND = '/cgi-bin/message/subscribe/send'
const SMS = '/sms/send'

let app: TestApp
let community: TestCommunity

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
})
afterAll(() => app.close())
beforeEach(() => {
  const { clock, faults, calls } = app.sandbox.world
  clock.advance(app.clock.now().getTime() - clock.now())
  faults.clear()
  calls.clear()
})

let phones = 0
/** Somebody with a WeChat that WeChat knows, who lives in the community. */
async function resident(): Promise<Person & { phone: string }> {
  const phone = `137${String(++phones).padStart(8, '0')}`
  const person = await app.world.resident(community, { phone })
  app.sandbox.world.phones.add({ id: person.openid!, openid: person.openid!, phoneNumber: phone })
  return Object.assign(person, { phone })
}

const tap = (person: Person, times = 1) => {
  for (let time = 0; time < times; time++) app.sandbox.world.grants.answer(person.openid!, PROGRESS, 'accept', false)
}
const report = (person: Person, askId: string = randomUUID()) =>
  person.post('/me/subscriptions', { askId, answers: [{ templateId: PROGRESS, answer: 'accept' }] })
/** Taps accept, and the phone tells us so. */
async function accept(person: Person, times = 1): Promise<void> {
  tap(person, times)
  for (let time = 0; time < times; time++) await report(person).expect(200)
}
const grantsLeft = async (person: Person) =>
  ((await person.get('/me/subscriptions').expect(200)).body as SubscriptionOffer[]).find(
    ({ template }) => template === 'repair-progress',
  )!.grantsLeft

function act(): Act {
  return {
    actor: { kind: 'system', id: null, name: '系统' },
    reach: { communities: [community.id], companies: [] },
    now: app.clock.now(),
    traceId: 'test',
    address: null,
    idempotency: null,
  }
}

function tellAccepted(recipients: readonly Person[], more: Partial<Telling> = {}): Promise<number> {
  return app.nest.get(WorkerDatabase).transaction((tx) =>
    tellPeople(tx, act(), {
      communityId: community.id,
      kind: 'repair.accepted',
      businessKey: `repair:${randomUUID()}:accepted`,
      recipients: recipients.map(({ name, accountId, staffId }) => ({ name, accountId, staffId })),
      title: '报修已接单',
      body: '张建国已接单，预计半小时内到达。',
      values: { number: 'YN20261121-0001', place: '1号楼1单元101', at: act().now.toISOString() },
      caseId: null,
      ...more,
    }),
  )
}

/** Everything there is to do now; `ahead` also what would be tried again later. */
async function settle({ ahead = false } = {}): Promise<void> {
  const relay = app.nest.get(OutboxRelay)
  const jobs = app.nest.get(Jobs)
  for (let done = -1; done !== 0;) done = (await relay.deliverDue()) + (await jobs.runDueJobs({ ahead }))
}

const order = (endpoint: string, fault: object, times = 1) => app.sandbox.world.faults.order({ endpoint, times, ...fault })
const pushes = (person: Person) => app.sandbox.world.inboxes.of(person.openid!).filter(({ kind }) => kind === 'push')
const texts = (person: Person & { phone: string }) =>
  app.sandbox.world.textMessages.all().filter(({ phoneNumber }) => phoneNumber === person.phone)
const callsOf = (endpoint: string) => app.sandbox.world.calls.all().filter((call) => call.endpoint === endpoint).length
const inboxOf = async (person: Person) => ((await person.get('/me/messages').expect(200)).body as Page<InboxMessage>).items

async function channelsOf(person: Person): Promise<Record<string, { state: string; attempts: number; reason: string | null }>> {
  const { rows } = await app.owner.query<{ channel: string; state: string; attempts: number; reason: string | null }>(
    `SELECT channel, state, d.attempts, reason FROM deliveries d JOIN messages m ON m.id = d.message_id
     WHERE m.account_id = $1 OR m.staff_id = $2`,
    [person.accountId, person.staffId],
  )
  return Object.fromEntries(rows.map(({ channel, ...rest }) => [channel, rest]))
}

describe('telling people', () => {
  it('[MSG-01] fills the inbox at once and sends one subscribe message on one grant', async () => {
    const lin = await resident()
    await accept(lin)
    expect(await tellAccepted([lin])).toBe(1)
    expect(await inboxOf(lin)).toMatchObject([{ kind: 'repair.accepted', title: '报修已接单', readAt: null, repairId: null }])
    await settle()
    expect(pushes(lin)).toMatchObject([{ kind: 'push', page: 'pages/messages/index' }])
    expect(texts(lin)).toEqual([])
    expect(await grantsLeft(lin)).toBe(0)
    expect(await channelsOf(lin)).toEqual({
      inbox: { state: 'sent', attempts: 1, reason: null },
      subscribe: { state: 'sent', attempts: 1, reason: null },
    })
  })

  it('[MSG-01] happens once under its business key, also from two replicas at once', async () => {
    const lin = await resident()
    await accept(lin, 3)
    const once = { businessKey: `repair:${randomUUID()}:accepted` }
    const told = await Promise.all(Array.from({ length: 6 }, () => tellAccepted([lin], once)))
    expect(told.reduce((sum, count) => sum + count)).toBe(1)
    await settle()
    expect(pushes(lin)).toHaveLength(1)
    expect(await inboxOf(lin)).toHaveLength(1)
  })

  it('[MSG-01] sends a text message to who allowed no subscribe message', async () => {
    const lin = await resident()
    await tellAccepted([lin])
    await settle()
    expect(texts(lin)).toMatchObject([{ text: '【一诺物业】报修已接单：张建国已接单，预计半小时内到达。' }])
    expect(await channelsOf(lin)).toMatchObject({
      subscribe: { state: 'skipped', reason: '没有可用的订阅授权' },
      sms: { state: 'sent' },
    })
  })

  it('[MSG-01] reaches staff by the WeChat and phone of their staff record', async () => {
    const zhang = await app.world.staff(community)
    app.sandbox.world.phones.add({ id: zhang.openid!, openid: zhang.openid!, phoneNumber: '13900000000' })
    const assigned = { kind: 'repair.assigned', title: '新工单待接单', body: '1号楼1单元101 厨房漏水', urgent: true } as const
    await tellAccepted([zhang], assigned)
    await settle()
    expect(await channelsOf(zhang)).toMatchObject({
      inbox: { state: 'sent' },
      subscribe: { state: 'skipped' },
      sms: { state: 'sent' },
    })
    expect(await inboxOf(zhang)).toMatchObject([{ kind: 'repair.assigned' }])
  })

  it('[MSG-01] sends what is urgent on both channels', async () => {
    const lin = await resident()
    await accept(lin)
    await tellAccepted([lin], { urgent: true })
    await settle()
    expect(pushes(lin)).toHaveLength(1)
    expect(texts(lin)).toHaveLength(1)
  })

  it('[MSG-01] says in the office what became of every message', async () => {
    const manager = await app.world.staff(community, { post: 'project-manager' })
    const lin = await resident()
    order(SMS, { errcode: 'isv.MOBILE_NUMBER_ILLEGAL' })
    await tellAccepted([lin])
    await settle()
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
    const lin = await resident()
    for (const title of ['第一条', '第二条', '第三条']) {
      app.clock.advance({ seconds: 1 })
      await tellAccepted([lin], { title })
    }
    const first = (await lin.get('/me/messages?limit=2').expect(200)).body as Page<InboxMessage>
    expect(first.items.map(({ title }) => title)).toEqual(['第三条', '第二条'])
    const second = (await lin.get(`/me/messages?limit=2&cursor=${first.nextCursor}`).expect(200)).body as Page<InboxMessage>
    expect(second).toMatchObject({ items: [{ title: '第一条' }], nextCursor: null })
    await lin.post(`/me/messages/${first.items[0]!.id}/read`).expect(204)
    expect((await inboxOf(lin)).map(({ readAt }) => readAt !== null)).toEqual([true, false, false])
    await lin.post('/me/messages/read-all').expect(204)
    expect((await inboxOf(lin)).every(({ readAt }) => readAt !== null)).toBe(true)
  })

  it('[MSG-01] is nobody else’s', async () => {
    const lin = await resident()
    const other = await resident()
    await tellAccepted([lin])
    const [message] = await inboxOf(lin)
    expect(await inboxOf(other)).toEqual([])
    await other.post(`/me/messages/${message!.id}/read`).expect(404)
  })

  it('[MSG-01] refuses a page position it did not give', async () => {
    const lin = await resident()
    for (const cursor of ['x', Buffer.from('["1"]').toString('base64url'), Buffer.from('{}').toString('base64url')])
      await lin.get(`/me/messages?cursor=${cursor}`).expect(400)
  })
})

describe('one acceptance', () => {
  const event = async (name: string, openid: string, content: object, at: Date = app.clock.now()) => {
    const timestamp = String(Math.floor(app.clock.now().getTime() / 1000))
    const signature = createHash('sha1').update(['sandbox-message-token', timestamp, '7'].sort().join('')).digest('hex')
    return request(app.url)
      .post(`/api/wechat/events?signature=${signature}&timestamp=${timestamp}&nonce=7&openid=${openid}`)
      .send({ MsgType: 'event', Event: name, FromUserName: openid, CreateTime: Math.floor(at.getTime() / 1000), ...content })
  }
  const popup = (person: Person, at?: Date) =>
    event('subscribe_msg_popup_event', person.openid!, { List: [{ TemplateId: PROGRESS, SubscribeStatusString: 'accept' }] }, at)

  it('[MSG-02] is one grant when phone and WeChat both tell of it, in any order, however often', async () => {
    const lin = await resident()
    const askId = randomUUID()
    await report(lin, askId).expect(200)
    await popup(lin)
    await popup(lin)
    await report(lin, askId).expect(200)
    expect(await grantsLeft(lin)).toBe(1)
    const wang = await resident()
    await popup(wang)
    await report(wang).expect(200)
    expect(await grantsLeft(wang)).toBe(1)
  })

  it('[MSG-02] is one grant when both tell of it at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, resident))
    await Promise.all(
      people.flatMap((person) => {
        const askId = randomUUID()
        return [report(person, askId), popup(person), report(person, askId), popup(person)].map((telling) => telling.then())
      }),
    )
    for (const person of people) expect(await grantsLeft(person)).toBe(1)
  })

  it('[MSG-02] is one grant when either half is lost', async () => {
    const lin = await resident()
    const wang = await resident()
    await report(lin).expect(200)
    await popup(wang)
    expect([await grantsLeft(lin), await grantsLeft(wang)]).toEqual([1, 1])
  })

  it('[MSG-02] is one grant through the sandbox’s own consent sheet and push', async () => {
    const lin = await resident()
    const consent = `${app.sandboxUrl}/sandbox/phones/${lin.openid}/subscriptions`
    await request(consent)
      .post('')
      .send({ answers: { [PROGRESS]: 'accept' } })
      .expect(200)
    await eventually(async () => expect(await grantsLeft(lin)).toBe(1))
    await report(lin).expect(200)
    expect(await grantsLeft(lin)).toBe(1)
  })

  it('[MSG-02] is void once the person switches the message off', async () => {
    const lin = await resident()
    await report(lin).expect(200)
    await event('subscribe_msg_change_event', lin.openid!, { List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } })
    expect(await grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] counts only if it was one', async () => {
    const lin = await resident()
    const answers = ['reject', 'ban', 'filter'].map((answer) => ({ templateId: PROGRESS, answer }))
    for (const answer of answers) await lin.post('/me/subscriptions', { askId: randomUUID(), answers: [answer] }).expect(200)
    await lin
      .post('/me/subscriptions', { askId: randomUUID(), answers: [{ templateId: 'unknown', answer: 'accept' }] })
      .expect(200)
    expect(await grantsLeft(lin)).toBe(0)
    await lin.post('/me/subscriptions', { askId: randomUUID(), answers: [{ templateId: PROGRESS, answer: 'maybe' }] }).expect(400)
  })

  it('[MSG-02] told without WeChat’s signature is not heard', async () => {
    const lin = await resident()
    const body = { MsgType: 'event', Event: 'subscribe_msg_popup_event', FromUserName: lin.openid, CreateTime: 1, List: [] }
    await request(app.url).post('/api/wechat/events').send(body).expect(403)
    await request(app.url).post('/api/wechat/events?signature=0&timestamp=1&nonce=1').send(body).expect(403)
    expect(await grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] a message that failed on its way is followed by a text message', async () => {
    const lin = await resident()
    await accept(lin)
    await tellAccepted([lin])
    await settle()
    const [push] = pushes(lin) as { messageId: string }[]
    const failed = { List: { TemplateId: PROGRESS, MsgID: push!.messageId, ErrorCode: '1', ErrorStatus: 'user block' } }
    expect((await event('subscribe_msg_sent_event', lin.openid!, failed)).status).toBe(200)
    expect((await event('subscribe_msg_sent_event', lin.openid!, failed)).status).toBe(200)
    await settle()
    expect(texts(lin)).toHaveLength(1)
    expect(await channelsOf(lin)).toMatchObject({ subscribe: { state: 'failed' }, sms: { state: 'sent' } })
  })

  it('[MSG-02] confirms the address to WeChat', async () => {
    const timestamp = String(Math.floor(app.clock.now().getTime() / 1000))
    const signature = createHash('sha1').update(['sandbox-message-token', timestamp, '7'].sort().join('')).digest('hex')
    const answer = await request(app.url)
      .get('/api/wechat/events')
      .query({ signature, timestamp, nonce: '7', echostr: '<b>4711</b>' })
    expect(answer.text).toBe('<b>4711</b>')
    expect(answer.headers['content-type']).toMatch(/^text\/plain/)
  })
})

describe('WeChat in trouble', () => {
  it('[MSG-02] fifty messages beside each other on ten grants are ten subscribe and forty text messages', async () => {
    const lin = await resident()
    app.sandbox.world.settings.smsLimits.perMinute = 1000
    app.sandbox.world.settings.smsLimits.perDay = 1000
    await accept(lin, 10)
    await Promise.all(Array.from({ length: 50 }, () => tellAccepted([lin])))
    const other = await app.replica()
    await settle()
    await Promise.all([settle(), other.get(Jobs).runDueJobs()])
    expect(pushes(lin)).toHaveLength(10)
    expect(texts(lin)).toHaveLength(40)
    expect(await grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] a withdrawn permission (43101) uses up the grant and sends a text message', async () => {
    const lin = await resident()
    await report(lin)
    await tellAccepted([lin])
    await settle()
    expect(callsOf(SEND)).toBe(1)
    expect(await grantsLeft(lin)).toBe(0)
    expect(texts(lin)).toHaveLength(1)
    expect(await channelsOf(lin)).toMatchObject({ subscribe: { state: 'failed', reason: '用户已取消订阅（43101）' } })
  })

  it('[MSG-02] a value WeChat does not like (47003) keeps the grant and sends a text message', async () => {
    const lin = await resident()
    await accept(lin)
    order(SEND, { errcode: 47003, errmsg: 'argument invalid! data.thing4.value is emtpy' })
    await tellAccepted([lin])
    await settle()
    expect(await grantsLeft(lin)).toBe(1)
    expect(texts(lin)).toHaveLength(1)
    expect(await channelsOf(lin)).toMatchObject({ subscribe: { state: 'failed', reason: '内容不被微信接受（47003 thing4）' } })
  })

  it('[MSG-02] a value that cannot fit is not even sent', async () => {
    const lin = await resident()
    await accept(lin)
    await tellAccepted([lin], { values: { number: '工单一' } })
    await settle()
    expect(callsOf(SEND)).toBe(0)
    expect(await grantsLeft(lin)).toBe(1)
    expect(texts(lin)).toHaveLength(1)
  })

  it.each<[string, object]>([
    ['too many calls (45009)', { errcode: 45009 }],
    ['a busy system (-1)', { errcode: -1 }],
    ['an HTML page', { kind: 'html' }],
    ['an empty 500', { kind: '5xx' }],
    ['a broken connection', { kind: 'reset' }],
  ])('[MSG-02] %s is tried again later with the same grant', async (_, fault) => {
    const lin = await resident()
    await accept(lin)
    order(SEND, fault, 4)
    await tellAccepted([lin])
    await settle()
    expect(pushes(lin)).toHaveLength(0)
    expect(texts(lin)).toHaveLength(0)
    await settle({ ahead: true })
    expect(pushes(lin)).toHaveLength(1)
    expect(texts(lin)).toHaveLength(0)
    expect(await grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] trouble that does not end leads to a text message, and the unused grant serves again', async () => {
    const lin = await resident()
    await accept(lin)
    order(SEND, { errcode: 45009 }, 100)
    await tellAccepted([lin])
    await settle({ ahead: true })
    expect(callsOf(SEND)).toBe(5)
    expect(texts(lin)).toHaveLength(1)
    expect(await grantsLeft(lin)).toBe(1)
    expect(await channelsOf(lin)).toMatchObject({ subscribe: { state: 'failed', attempts: 5, reason: '微信调用超限（45009）' } })
  })

  it('[MSG-02] an urgent text message does not wait for WeChat', async () => {
    const lin = await resident()
    await accept(lin)
    order(SEND, { errcode: 45009 }, 2)
    await tellAccepted([lin], { urgent: true })
    await settle()
    expect(texts(lin)).toHaveLength(1)
    await settle({ ahead: true })
    expect(pushes(lin)).toHaveLength(1)
    expect(texts(lin)).toHaveLength(1)
  })

  it('[MSG-02] a lost answer never becomes a second message, whether more grants are left or not', async () => {
    const lin = await resident()
    const wang = await resident()
    await accept(lin, 1)
    await accept(wang, 3)
    order(SEND, { kind: 'lost' }, 2)
    await tellAccepted([lin, wang])
    await settle({ ahead: true })
    expect(pushes(lin)).toHaveLength(1)
    expect(pushes(wang)).toHaveLength(1)
    expect(await grantsLeft(wang)).toBe(2)
    expect([texts(lin).length, texts(wang).length]).toEqual([1, 1])
  })

  it('[MSG-02] a worker killed between call and commit sends at most once per grant and loses nothing', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, resident))
    for (const [index, person] of people.entries()) await accept(person, (index % 2) + 1)
    const wechat = app.nest.get(Wechat)
    const send = wechat.sendSubscribeMessage.bind(wechat)
    wechat.sendSubscribeMessage = async (message) => {
      await send(message)
      throw new Error('killed')
    }
    await tellAccepted(people)
    await settle()
    wechat.sendSubscribeMessage = send
    await settle({ ahead: true })
    for (const [index, person] of people.entries()) {
      expect(pushes(person)).toHaveLength(1)
      expect(texts(person)).toHaveLength(1)
      expect(await grantsLeft(person)).toBe(index % 2)
    }
  })

  it('[MSG-02] a worker killed before the call loses nothing either', async () => {
    const lin = await resident()
    await accept(lin)
    const wechat = app.nest.get(Wechat)
    const send = wechat.sendSubscribeMessage.bind(wechat)
    wechat.sendSubscribeMessage = () => Promise.reject(new Error('killed'))
    await tellAccepted([lin])
    await settle()
    wechat.sendSubscribeMessage = send
    await settle({ ahead: true })
    expect(pushes(lin)).toHaveLength(1)
    expect(texts(lin)).toHaveLength(0)
  })

  it('[MSG-02] every kind of trouble at once, on two replicas, costs no message and no second one per grant', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, resident))
    await Promise.all(people.map((person) => accept(person, 2)))
    for (const fault of [
      { errcode: 45009 },
      { errcode: -1 },
      { kind: 'html' },
      { kind: 'reset' },
      { kind: 'lost' },
      { errcode: 40001 },
    ])
      order(SEND, fault, 10)
    order(SMS, { kind: '5xx' }, 10)
    for (let time = 0; time < 2; time++) await tellAccepted(people)
    const other = await app.replica()
    await Promise.all([settle({ ahead: true }), other.get(Jobs).runDueJobs({ ahead: true })])
    await settle({ ahead: true })
    const { rows } = await app.owner.query<{ reached: boolean }>(
      `SELECT bool_or(d.state = 'sent' AND d.channel <> 'inbox') AS reached
       FROM messages m JOIN deliveries d ON d.message_id = m.id WHERE m.account_id = ANY($1) GROUP BY m.id`,
      [people.map(({ accountId }) => accountId)],
    )
    expect(rows).toHaveLength(80)
    expect(rows.filter(({ reached }) => !reached)).toEqual([])
    for (const person of people) {
      expect(pushes(person).length).toBeLessThanOrEqual(2)
      expect(pushes(person).length + texts(person).length).toBeGreaterThanOrEqual(2)
    }
  }, 60_000)

  it('[MSG-02] both channels down leave the message in the inbox and the failure in sight', async () => {
    const lin = await resident()
    order(SMS, { kind: '5xx' }, 100)
    await tellAccepted([lin])
    await settle({ ahead: true })
    expect(await inboxOf(lin)).toHaveLength(1)
    expect(await channelsOf(lin)).toMatchObject({ sms: { state: 'failed', attempts: 6, reason: '短信网关返回 500' } })
    expect(await app.nest.get(Jobs).deadJobs(deliverMessage)).toEqual([])
  })

  it('[MSG-02] a message that poisons its job is set aside, and the others arrive', async () => {
    const poisoned = await resident()
    const lin = await resident()
    await tellAccepted([poisoned])
    await app.owner.query(`UPDATE messages SET kind = 'repair.accepted', values = 'null' WHERE account_id = $1`, [
      poisoned.accountId,
    ])
    await tellAccepted([lin])
    await settle({ ahead: true })
    expect(texts(lin)).toHaveLength(1)
    expect(await app.nest.get(Jobs).deadJobs(deliverMessage)).toHaveLength(1)
    expect(await inboxOf(poisoned)).toHaveLength(1)
  })
})

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let left = 100; ; left--) {
    try {
      return await check()
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
