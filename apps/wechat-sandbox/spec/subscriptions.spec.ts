import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { EventListener, WechatWorld, finished, lin, messageToken, progress, progressValues, until } from './wechat-world.ts'

describe('subscribe messages', () => {
  let wechat: WechatWorld
  let server: EventListener
  beforeEach(async () => {
    server = await new EventListener().open()
    wechat = await new WechatWorld().open({ serverUrl: server.url })
    await wechat.signIn()
  })
  afterEach(async () => {
    await wechat.close()
    await server.close()
  })

  it('sells one message for one acceptance', async () => {
    await wechat.consent('lin', { [progress]: 'accept' })
    const sent = await wechat.sendProgress()
    expect(sent.json).toMatchObject({ errcode: 0, errmsg: 'ok' })
    const again = await wechat.sendProgress()
    expect(again.json.errcode).toBe(43101)
    expect(again.json.errmsg).toMatch(/^user refuse to accept the msg rid: /)
  })

  it('counts every acceptance and no refusal', async () => {
    for (const answer of ['accept', 'acceptWithAlert', 'acceptWithAudio', 'acceptWithForcePush', 'reject', 'ban', 'filter']) {
      await wechat.consent('lin', { [progress]: answer })
    }
    const outcomes = []
    for (let n = 0; n < 5; n++) outcomes.push((await wechat.sendProgress()).json.errcode)
    expect(outcomes).toEqual([0, 0, 0, 0, 43101])
  })

  it('keeps a grant for years but not for another template', async () => {
    await wechat.consent('lin', { [finished]: 'accept' })
    await wechat.advance(3 * 365 * 24 * 3600)
    await wechat.signIn()
    expect((await wechat.sendProgress()).json.errcode).toBe(43101)
  })

  it('sells a grant once to twenty senders at the same time', async () => {
    await wechat.consent('lin', { [progress]: 'accept' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => wechat.sendProgress()))
    expect(answers.filter(({ json }) => json.errcode === 0)).toHaveLength(1)
  })

  it('does not consume the grant of a message it refuses', async () => {
    await wechat.consent('lin', { [progress]: 'accept' })
    await wechat.sendProgress({ ...progressValues, thing4: { value: '' } })
    expect((await wechat.sendProgress()).json.errcode).toBe(0)
  })

  it.each([
    ['an unknown person', 40003, { touser: 'oNobody' }],
    ['an unknown template', 40037, { template_id: 'nothing' }],
    ['an unknown page', 41030, { page: 'pages/nowhere/index' }],
    ['a page with a leading slash', 41030, { page: '/pages/repair/index' }],
    ['missing fields', 47003, { data: {} }],
  ])('refuses %s with %i', async (_what, errcode, change) => {
    await wechat.consent('lin', { [progress]: 'accept' })
    expect((await wechat.sendProgress(progressValues, change)).json.errcode).toBe(errcode)
  })

  it('names the field it refuses in the words of WeChat', async () => {
    const empty = await wechat.sendProgress({ ...progressValues, thing4: { value: '' } })
    expect(empty.json.errmsg).toMatch(/^argument invalid! data\.thing4\.value is emtpy rid: [0-9a-f-]{26}$/)
    const invalid = await wechat.sendProgress({ ...progressValues, phrase3: { value: 'accepted' } })
    expect(invalid.json.errmsg).toMatch(/^argument invalid! data\.phrase3\.value invalid rid: /)
  })

  it('writes the message id as a number too long for JavaScript', async () => {
    await wechat.consent('lin', { [progress]: 'accept' })
    const { text } = await wechat.sendProgress()
    expect(text).toMatch(/"msgid":\d{19}}$/)
    const calls = (await wechat.ask('GET', '/sandbox/calls?endpoint=/cgi-bin/message/subscribe/send')).text
    expect(calls).toContain(`"msgid":"${/\d{19}/.exec(text)?.[0]}"`)
  })

  it('shows the message on the phone, with the labels of the template', async () => {
    await wechat.consent('lin', { [progress]: 'accept' })
    await wechat.sendProgress()
    const inbox = JSON.parse((await wechat.ask('GET', '/sandbox/phones/lin/inbox')).text) as object[]
    expect(inbox).toMatchObject([
      {
        kind: 'push',
        title: '报修进度通知',
        page: 'pages/repair/index?communityId=1&id=2',
        lines: expect.arrayContaining([{ label: '当前进度', value: '已接单' }]),
      },
    ])
  })

  it('pushes the answers of the sheet and the result of the message, signed', async () => {
    await wechat.consent('lin', { [progress]: 'accept', [finished]: 'reject' })
    const sent = await wechat.sendProgress()
    await until(() => server.pushed.length === 2)
    const [popup, result] = server.pushed
    expect(popup?.event).toEqual({
      ToUserName: expect.stringMatching(/^gh_/),
      FromUserName: lin.openid,
      CreateTime: expect.stringMatching(/^\d{10}$/),
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: [
        { TemplateId: progress, SubscribeStatusString: 'accept', PopupScene: '0' },
        { TemplateId: finished, SubscribeStatusString: 'reject', PopupScene: '0' },
      ],
    })
    const messageId = /"msgid":(\d+)/.exec(sent.text)?.[1]
    expect(result?.event.List).toEqual({ TemplateId: progress, MsgID: messageId, ErrorCode: '0', ErrorStatus: 'success' })
    const query = popup?.query ?? new URLSearchParams()
    const expected = createHash('sha1')
      .update([messageToken, query.get('timestamp'), query.get('nonce')].sort().join(''))
      .digest('hex')
    expect(query.get('signature')).toBe(expected)
  })

  it('pushes to the place that echoes, when the server serves under another path', async () => {
    server.path = '/api/wechat/events'
    await wechat.consent('lin', { [progress]: 'accept' })
    await until(() => server.pushed.length === 1)
    expect(server.pushed[0]?.event.Event).toBe('subscribe_msg_popup_event')
  })

  it('cancels grants in the settings and pushes only the refusal', async () => {
    await wechat.consent('lin', { [progress]: 'accept' })
    await wechat.ask('PUT', '/sandbox/phones/lin/subscriptions/settings', { templateId: progress, on: false })
    await wechat.ask('PUT', '/sandbox/phones/lin/subscriptions/settings', { templateId: progress, on: true })
    expect((await wechat.sendProgress()).json.errcode).toBe(43101)
    await until(() => server.named('subscribe_msg_change_event').length === 1)
    expect(server.named('subscribe_msg_change_event')[0]?.event.List).toEqual({
      TemplateId: progress,
      SubscribeStatusString: 'reject',
    })
  })

  it('remembers the choice that is always to be kept', async () => {
    await wechat.consent('lin', { [progress]: 'accept' }, true)
    const sheet = JSON.parse(
      (await wechat.ask('GET', `/sandbox/phones/lin/subscriptions?tmplIds=${progress},${finished}`)).text,
    ) as object[]
    expect(sheet).toMatchObject([
      { id: progress, title: '报修进度通知', always: 'accept' },
      { id: finished, always: null },
    ])
  })

  it('asks for at most five templates, and only for known ones', async () => {
    const six = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`t${n}`, 'accept']))
    expect((await wechat.consent('lin', six)).json.errCode).toBe(20003)
    expect((await wechat.consent('lin', { nothing: 'accept' })).json.errCode).toBe(20001)
    expect((await wechat.consent('lin', {})).json.errCode).toBe(10001)
  })

  it('tries a push three times, drops or doubles it on demand, and signs it badly on demand', async () => {
    server.answerStatus = 500
    await wechat.consent('lin', { [progress]: 'accept' })
    await until(() => server.pushed.length === 3)
    server.answerStatus = 200
    await wechat.order({ endpoint: 'event/subscribe_msg_popup_event', kind: 'drop' })
    await wechat.consent('lin', { [progress]: 'accept' })
    await wechat.order({ endpoint: 'event/subscribe_msg_popup_event', kind: 'twice' })
    await wechat.consent('lin', { [progress]: 'accept' })
    await until(() => server.pushed.length === 5)
    await wechat.order({ endpoint: 'event/signature', kind: 'errcode', errcode: 1 })
    await wechat.consent('lin', { [progress]: 'accept' })
    await until(() => server.pushed.length === 6)
    expect(server.pushed.at(-1)?.query.get('signature')).toBe('0'.repeat(40))
  })
})
