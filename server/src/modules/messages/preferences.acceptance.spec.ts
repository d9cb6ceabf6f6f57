import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { InboxMessage, MessagePreferences, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { codeIn, Messaging } from '../../../test/messaging.ts'
import type { Person } from '../../../test/person.ts'
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
beforeEach(() => {
  app.clock.set('2026-11-21T12:00:00+08:00')
  messaging.calm()
})

const mine = async (person: Person) => (await person.get('/me/message-preferences').expect(200)).body as MessagePreferences

describe('what somebody chooses', () => {
  it('[MSG-01] holds from the next message on, for its group of kinds only', async () => {
    const lin = await messaging.resident()
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    await messaging.choose(lin, [])
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    expect(await messaging.inboxOf(lin)).toHaveLength(2)
    await messaging.tell([lin], { kind: 'residence.approved' })
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(2)
    await messaging.choose(lin, ['sms'])
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(3)
  })

  it('[MSG-01] switches nothing off that is urgent or about their safety', async () => {
    const lin = await messaging.resident()
    const groups = [
      { group: 'repairs', channels: [] },
      { group: 'safety', channels: [] },
    ]
    const answer = await lin.put('/me/message-preferences', { groups, quiet: { from: '00:00', until: '23:59' } }).expect(200)
    const { groups: shown } = answer.body as MessagePreferences
    expect(shown.find(({ group }) => group === 'safety')).toMatchObject({
      channels: ['subscribe', 'sms', 'email'],
      isFixed: true,
    })
    await messaging.tell([lin], { urgent: true })
    await messaging.tell([lin], { kind: 'account.stolen' })
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(2)
  })

  it('[MSG-01] is asked of staff as of residents', async () => {
    const zhang = await app.world.staff(community)
    await messaging.choose(zhang, [])
    await messaging.tell([zhang], { kind: 'repair.assigned' })
    await messaging.settle()
    expect(await messaging.channelsOf(zhang)).toMatchObject({
      subscribe: { state: 'skipped', reason: '本人选择不用这个渠道接收' },
    })
  })
})

describe('quiet hours', () => {
  it('[MSG-01] put off and never drop; what is urgent passes', async () => {
    const lin = await messaging.resident()
    await messaging.choose(lin, ['sms'], { from: '22:00', until: '07:30' })
    app.clock.set('2026-11-21T23:00:00+08:00')
    messaging.calm()
    await messaging.tell([lin])
    await messaging.settle({ ahead: true })
    expect(messaging.texts(lin)).toHaveLength(0)
    expect(await messaging.inboxOf(lin)).toHaveLength(1)
    await messaging.tell([lin], { urgent: true })
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    app.clock.set('2026-11-22T07:29:00+08:00')
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(1)
    app.clock.set('2026-11-22T07:30:01+08:00')
    messaging.calm()
    await messaging.settle()
    expect(messaging.texts(lin)).toHaveLength(2)
  })

  it('[MSG-01] have a beginning and another end', async () => {
    const lin = await messaging.resident()
    await lin.put('/me/message-preferences', { groups: [], quiet: { from: '22:00', until: '22:00' } }).expect(400)
    await lin.put('/me/message-preferences', { groups: [], quiet: { from: '25:00', until: '22:00' } }).expect(400)
  })
})

describe('a mail address', () => {
  it('[MSG-01] is used only once its owner has confirmed it', async () => {
    const lin = await messaging.resident()
    await messaging.choose(lin, ['email'])
    await lin.post('/me/message-preferences/email', { email: 'lin@example.com' }).expect(200)
    await messaging.tell([lin])
    await messaging.settle()
    expect(messaging.mails('lin@example.com')).toHaveLength(1)
    expect(await messaging.channelsOf(lin)).toMatchObject({ email: { state: 'skipped', reason: '没有确认过的邮箱' } })
    expect(await mine(lin)).toMatchObject({ email: null, emailWanted: 'lin@example.com', isEmailOffered: true })
    const code = codeIn(messaging.mails('lin@example.com')[0]!.raw)
    const other = await messaging.resident()
    await other.post('/me/message-preferences/email/confirm', { code }).expect(422)
    await lin.post('/me/message-preferences/email/confirm', { code }).expect(200)
    await lin.post('/me/message-preferences/email/confirm', { code }).expect(422)
    expect(await mine(lin)).toMatchObject({ email: 'lin@example.com', emailWanted: null })
    await lin.delete('/me/message-preferences/email').expect(200)
    expect(await mine(lin)).toMatchObject({ email: null })
  })

  it('[MSG-01] is confirmed within a quarter of an hour and five tries, and asked for once a minute', async () => {
    const lin = await messaging.resident()
    await lin.post('/me/message-preferences/email', { email: 'tries@example.com' }).expect(200)
    await lin.post('/me/message-preferences/email', { email: 'other@example.com' }).expect(429)
    const code = codeIn(messaging.mails('tries@example.com')[0]!.raw)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let time = 0; time < 5; time++) await lin.post('/me/message-preferences/email/confirm', { code: wrong }).expect(422)
    await lin.post('/me/message-preferences/email/confirm', { code }).expect(422)
    app.clock.advance({ minutes: 2 })
    await lin.post('/me/message-preferences/email', { email: 'tries@example.com' }).expect(200)
    const second = codeIn(messaging.mails('tries@example.com')[1]!.raw)
    app.clock.advance({ minutes: 16 })
    await lin.post('/me/message-preferences/email/confirm', { code: second }).expect(422)
  })

  it.each(['a@b.c, d@e.f', 'lin@example.com\r\nBcc: x@y.z', '<lin@example.com>', 'lin'])(
    '[MSG-01] is one address and nothing else: %j',
    async (email) => {
      await (await messaging.resident()).post('/me/message-preferences/email', { email }).expect(400)
    },
  )

  it('[MSG-01] that is not there is told to who typed it', async () => {
    const lin = await messaging.resident()
    const unknown = await lin.post('/me/message-preferences/email', { email: 'unknown@example.com' }).expect(422)
    expect((unknown.body as { detail: string }).detail).toContain('邮箱不存在')
    const other = await messaging.resident()
    await app.sandbox.world.mail.down()
    await other.post('/me/message-preferences/email', { email: 'other@example.com' }).expect(503)
    await app.sandbox.world.mail.up()
  })
})

describe('the inbox', () => {
  it('[MSG-01] is filtered by group and by what is unread', async () => {
    const lin = await messaging.resident()
    await messaging.tell([lin])
    app.clock.advance({ seconds: 1 })
    await messaging.tell([lin], { kind: 'residence.approved', title: '房屋绑定已通过' })
    const titles = async (filter: string) =>
      ((await lin.get(`/me/messages?${filter}`).expect(200)).body as Page<InboxMessage>).items.map(({ title }) => title)
    expect(await titles('group=household')).toEqual(['房屋绑定已通过'])
    const [newest] = await messaging.inboxOf(lin)
    await lin.post(`/me/messages/${newest!.id}/read`).expect(204)
    expect(await titles('unread=true')).toEqual(['报修已接单'])
    await lin.get('/me/messages?group=none').expect(400)
  })
})
