import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Messaging, SEND, SMS } from '../../../test/messaging.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { Wechat } from '../../wechat/index.ts'
import { deliverMessage } from './jobs/delivery-jobs.ts'

let app: TestApp
let messaging: Messaging

beforeAll(async () => {
  app = await startApp()
  messaging = new Messaging(app, await app.world.community())
})
afterAll(() => app.close())
beforeEach(() => messaging.calm())

describe('WeChat in trouble', () => {
  it('[MSG-02] fifty messages beside each other on ten grants are ten subscribe and forty text messages', async () => {
    const lin = await messaging.resident()
    app.sandbox.world.settings.smsLimits.perMinute = 1000
    app.sandbox.world.settings.smsLimits.perDay = 1000
    await messaging.accept(lin, 10)
    await Promise.all(Array.from({ length: 50 }, () => messaging.tell([lin])))
    const other = await app.replica()
    await messaging.settle()
    await Promise.all([messaging.settle(), other.get(Jobs).runDueJobs()])
    expect(messaging.pushes(lin)).toHaveLength(10)
    expect(messaging.texts(lin)).toHaveLength(40)
    expect(await messaging.grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] a withdrawn permission (43101) uses up the grant and sends a text message', async () => {
    const lin = await messaging.resident()
    await messaging.report(lin)
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.callsOf(SEND)).toBe(1)
    expect(await messaging.grantsLeft(lin)).toBe(0)
    expect(messaging.texts(lin)).toHaveLength(1)
    expect(await messaging.channelsOf(lin)).toMatchObject({ subscribe: { state: 'failed', reason: '用户已取消订阅（43101）' } })
  })

  it('[MSG-02] a value WeChat does not like (47003) keeps the grant and sends a text message', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    messaging.order(SEND, { errcode: 47003, errmsg: 'argument invalid! data.thing4.value is emtpy' })
    await messaging.tell([lin])
    await messaging.settle()
    expect(await messaging.grantsLeft(lin)).toBe(1)
    expect(messaging.texts(lin)).toHaveLength(1)
    expect(await messaging.channelsOf(lin)).toMatchObject({
      subscribe: { state: 'failed', reason: '内容不被微信接受（47003 thing4）' },
    })
  })

  it('[MSG-02] a value that cannot fit is not even sent', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    await messaging.tell([lin], { values: { number: '工单一' } })
    await messaging.settle()
    expect(messaging.callsOf(SEND)).toBe(0)
    expect(await messaging.grantsLeft(lin)).toBe(1)
    expect(messaging.texts(lin)).toHaveLength(1)
  })

  it.each<[string, object]>([
    ['too many calls (45009)', { errcode: 45009 }],
    ['a busy system (-1)', { errcode: -1 }],
    ['an HTML page', { kind: 'html' }],
    ['an empty 500', { kind: '5xx' }],
    ['a broken connection', { kind: 'reset' }],
  ])('[MSG-02] %s is tried again later with the same grant', async (_, fault) => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    messaging.order(SEND, fault, 4)
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.pushes(lin)).toHaveLength(0)
    expect(messaging.texts(lin)).toHaveLength(0)
    await messaging.settle({ ahead: true })
    expect(messaging.pushes(lin)).toHaveLength(1)
    expect(messaging.texts(lin)).toHaveLength(0)
    expect(await messaging.grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] trouble that does not end leads to a text message, and the unused grant serves again', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    messaging.order(SEND, { errcode: 45009 }, 100)
    await messaging.tell([lin])
    await messaging.settle({ ahead: true })
    expect(messaging.callsOf(SEND)).toBe(5)
    expect(messaging.texts(lin)).toHaveLength(1)
    expect(await messaging.grantsLeft(lin)).toBe(1)
    expect(await messaging.channelsOf(lin)).toMatchObject({
      subscribe: { state: 'failed', attempts: 5, reason: '微信调用超限（45009）' },
    })
  })

  it('[MSG-02] an urgent text message does not wait for WeChat', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    messaging.order(SEND, { errcode: 45009 }, 2)
    await messaging.tell([lin], { urgent: true })
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    await messaging.settle({ ahead: true })
    expect(messaging.pushes(lin)).toHaveLength(1)
    expect(messaging.texts(lin)).toHaveLength(1)
  })

  it('[MSG-02] a lost answer never becomes a second message, whether more grants are left or not', async () => {
    const lin = await messaging.resident()
    const wang = await messaging.resident()
    await messaging.accept(lin, 1)
    await messaging.accept(wang, 3)
    messaging.order(SEND, { kind: 'lost' }, 2)
    await messaging.tell([lin, wang])
    await messaging.settle({ ahead: true })
    expect(messaging.pushes(lin)).toHaveLength(1)
    expect(messaging.pushes(wang)).toHaveLength(1)
    expect(await messaging.grantsLeft(wang)).toBe(2)
    expect([messaging.texts(lin).length, messaging.texts(wang).length]).toEqual([1, 1])
  })

  it('[MSG-02] a worker killed between call and commit sends at most once per grant and loses nothing', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => messaging.resident()))
    for (const [index, person] of people.entries()) await messaging.accept(person, (index % 2) + 1)
    const wechat = app.nest.get(Wechat)
    const send = wechat.sendSubscribeMessage.bind(wechat)
    wechat.sendSubscribeMessage = async (message) => {
      await send(message)
      throw new Error('killed')
    }
    await messaging.tell(people)
    await messaging.settle()
    wechat.sendSubscribeMessage = send
    await messaging.settle({ ahead: true })
    for (const [index, person] of people.entries()) {
      expect(messaging.pushes(person)).toHaveLength(1)
      expect(messaging.texts(person)).toHaveLength(1)
      expect(await messaging.grantsLeft(person)).toBe(index % 2)
    }
  })

  it('[MSG-02] a worker killed before the call loses nothing either', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    const wechat = app.nest.get(Wechat)
    const send = wechat.sendSubscribeMessage.bind(wechat)
    wechat.sendSubscribeMessage = () => Promise.reject(new Error('killed'))
    await messaging.tell([lin])
    await messaging.settle()
    wechat.sendSubscribeMessage = send
    await messaging.settle({ ahead: true })
    expect(messaging.pushes(lin)).toHaveLength(1)
    expect(messaging.texts(lin)).toHaveLength(0)
  })

  it('[MSG-02] every kind of trouble at once, on two replicas, costs no message and no second one per grant', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => messaging.resident()))
    await Promise.all(people.map((person) => messaging.accept(person, 2)))
    for (const fault of [
      { errcode: 45009 },
      { errcode: -1 },
      { kind: 'html' },
      { kind: 'reset' },
      { kind: 'lost' },
      { errcode: 40001 },
    ])
      messaging.order(SEND, fault, 10)
    messaging.order(SMS, { kind: '5xx' }, 10)
    for (let time = 0; time < 2; time++) await messaging.tell(people)
    const other = await app.replica()
    await Promise.all([messaging.settle({ ahead: true }), other.get(Jobs).runDueJobs({ ahead: true })])
    await messaging.settle({ ahead: true })
    const { rows } = await app.owner.query<{ reached: boolean }>(
      `SELECT bool_or(d.state = 'sent' AND d.channel <> 'inbox') AS reached
       FROM messages m JOIN deliveries d ON d.message_id = m.id WHERE m.account_id = ANY($1) GROUP BY m.id`,
      [people.map(({ accountId }) => accountId)],
    )
    expect(rows).toHaveLength(80)
    expect(rows.filter(({ reached }) => !reached)).toEqual([])
    for (const person of people) {
      expect(messaging.pushes(person).length).toBeLessThanOrEqual(2)
      expect(messaging.pushes(person).length + messaging.texts(person).length).toBeGreaterThanOrEqual(2)
    }
  }, 60_000)

  it('[MSG-02] both channels down leave the message in the inbox and the failure in sight', async () => {
    const lin = await messaging.resident()
    messaging.order(SMS, { kind: '5xx' }, 100)
    await messaging.tell([lin])
    await messaging.settle({ ahead: true })
    expect(await messaging.inboxOf(lin)).toHaveLength(1)
    expect(await messaging.channelsOf(lin)).toMatchObject({ sms: { state: 'failed', attempts: 6, reason: '短信网关返回 500' } })
    expect(await app.nest.get(Jobs).deadJobs(deliverMessage)).toEqual([])
  })

  it('[MSG-02] a message that poisons its job is set aside, and the others arrive', async () => {
    const poisoned = await messaging.resident()
    const lin = await messaging.resident()
    await messaging.tell([poisoned])
    await app.owner.query(`UPDATE messages SET kind = 'repair.accepted', values = 'null' WHERE account_id = $1`, [
      poisoned.accountId,
    ])
    await messaging.tell([lin])
    await messaging.settle({ ahead: true })
    expect(messaging.texts(lin)).toHaveLength(1)
    expect(await app.nest.get(Jobs).deadJobs(deliverMessage)).toHaveLength(1)
    expect(await messaging.inboxOf(poisoned)).toHaveLength(1)
  })
})
