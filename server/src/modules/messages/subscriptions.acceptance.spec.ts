import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Messaging, PROGRESS } from '../../../test/messaging.ts'
import type { Person } from '../../../test/person.ts'
import { eventually } from '../../../test/eventually.ts'

let app: TestApp
let messaging: Messaging

beforeAll(async () => {
  app = await startApp()
  messaging = new Messaging(app, await app.world.community())
})
afterAll(() => app.close())
beforeEach(() => messaging.calm())

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
    const lin = await messaging.resident()
    const askId = randomUUID()
    await messaging.report(lin, askId).expect(200)
    await popup(lin)
    await popup(lin)
    await messaging.report(lin, askId).expect(200)
    expect(await messaging.grantsLeft(lin)).toBe(1)
    const wang = await messaging.resident()
    await popup(wang)
    await messaging.report(wang).expect(200)
    expect(await messaging.grantsLeft(wang)).toBe(1)
  })

  it('[MSG-02] is one grant when both tell of it at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => messaging.resident()))
    await Promise.all(
      people.flatMap((person) => {
        const askId = randomUUID()
        return [messaging.report(person, askId), popup(person), messaging.report(person, askId), popup(person)].map((telling) =>
          telling.then(),
        )
      }),
    )
    for (const person of people) expect(await messaging.grantsLeft(person)).toBe(1)
  })

  it('[MSG-02] is one grant when either half is lost', async () => {
    const lin = await messaging.resident()
    const wang = await messaging.resident()
    await messaging.report(lin).expect(200)
    await popup(wang)
    expect([await messaging.grantsLeft(lin), await messaging.grantsLeft(wang)]).toEqual([1, 1])
  })

  it('[MSG-02] is one grant through the sandbox’s own consent sheet and push', async () => {
    const lin = await messaging.resident()
    const consent = `${app.sandboxUrl}/sandbox/phones/${lin.openid}/subscriptions`
    await request(consent)
      .post('')
      .send({ answers: { [PROGRESS]: 'accept' } })
      .expect(200)
    await eventually(async () => expect(await messaging.grantsLeft(lin)).toBe(1))
    await messaging.report(lin).expect(200)
    expect(await messaging.grantsLeft(lin)).toBe(1)
  })

  it('[MSG-02] is void once the person switches the message off', async () => {
    const lin = await messaging.resident()
    await messaging.report(lin).expect(200)
    await event('subscribe_msg_change_event', lin.openid!, { List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } })
    expect(await messaging.grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] counts only if it was one', async () => {
    const lin = await messaging.resident()
    const answers = ['reject', 'ban', 'filter'].map((answer) => ({ templateId: PROGRESS, answer }))
    for (const answer of answers) await lin.post('/me/subscriptions', { askId: randomUUID(), answers: [answer] }).expect(200)
    await lin
      .post('/me/subscriptions', { askId: randomUUID(), answers: [{ templateId: 'unknown', answer: 'accept' }] })
      .expect(200)
    expect(await messaging.grantsLeft(lin)).toBe(0)
    await lin.post('/me/subscriptions', { askId: randomUUID(), answers: [{ templateId: PROGRESS, answer: 'maybe' }] }).expect(400)
  })

  it('[MSG-02] told without WeChat’s signature is not heard', async () => {
    const lin = await messaging.resident()
    const body = { MsgType: 'event', Event: 'subscribe_msg_popup_event', FromUserName: lin.openid, CreateTime: 1, List: [] }
    await request(app.url).post('/api/wechat/events').send(body).expect(403)
    await request(app.url).post('/api/wechat/events?signature=0&timestamp=1&nonce=1').send(body).expect(403)
    expect(await messaging.grantsLeft(lin)).toBe(0)
  })

  it('[MSG-02] a message that failed on its way is followed by a text message', async () => {
    const lin = await messaging.resident()
    await messaging.accept(lin)
    await messaging.tell([lin])
    await messaging.settle()
    const [push] = messaging.pushes(lin) as { messageId: string }[]
    const failed = { List: { TemplateId: PROGRESS, MsgID: push!.messageId, ErrorCode: '1', ErrorStatus: 'user block' } }
    expect((await event('subscribe_msg_sent_event', lin.openid!, failed)).status).toBe(200)
    expect((await event('subscribe_msg_sent_event', lin.openid!, failed)).status).toBe(200)
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    expect(await messaging.channelsOf(lin)).toMatchObject({ subscribe: { state: 'failed' }, sms: { state: 'sent' } })
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
