import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WechatWorld, appId, lin } from './wechat-world.ts'

describe('login', () => {
  let wechat: WechatWorld
  beforeEach(async () => {
    wechat = await new WechatWorld().open()
  })
  afterEach(() => wechat.close())

  it('exchanges a code for the openid of the phone', async () => {
    const answer = await wechat.login(await wechat.loginCode('lin'))
    expect(answer).toMatchObject({ status: 200, json: { openid: lin.openid } })
    expect(Object.keys(answer.json).sort()).toEqual(['openid', 'session_key'])
    expect(Buffer.from(String(answer.json.session_key), 'base64')).toHaveLength(16)
  })

  it('answers as text/plain, refusals too, and with HTTP 200', async () => {
    const answer = await wechat.login('0nonsense')
    expect(answer.type).toContain('text/plain')
    expect(answer.status).toBe(200)
  })

  it('refuses the second use with 40163 and its real sentence', async () => {
    const code = await wechat.loginCode('lin')
    await wechat.login(code)
    const again = await wechat.login(code)
    expect(again.json.errcode).toBe(40163)
    expect(again.json.errmsg).toMatch(/^code been used, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  it('lets a code live for five minutes', async () => {
    const early = await wechat.loginCode('lin')
    const late = await wechat.loginCode('lin')
    await wechat.advance(280)
    expect((await wechat.login(early)).json.openid).toBe(lin.openid)
    await wechat.advance(20)
    expect((await wechat.login(late)).json.errcode).toBe(40029)
  })

  it.each([
    ['a code nobody issued', 40029, { js_code: '0123' }],
    ['no code', 41008, { js_code: '' }],
    ['no appid', 41002, { appid: '' }],
    ['a foreign appid', 40013, { appid: 'wxother' }],
    ['no secret', 41004, { secret: '' }],
    ['a wrong secret', 40125, { secret: 'guess' }],
    ['another grant type', 40002, { grant_type: 'password' }],
  ])('refuses %s with %i', async (_what, errcode, change) => {
    expect((await wechat.login(await wechat.loginCode('lin'), change)).json.errcode).toBe(errcode)
  })

  it('keeps the code when the secret was wrong', async () => {
    const code = await wechat.loginCode('lin')
    await wechat.login(code, { secret: 'guess' })
    expect((await wechat.login(code)).json.openid).toBe(lin.openid)
  })

  it('refuses a person of high risk with 40226', async () => {
    await wechat.ask('PUT', '/sandbox/phones/lin/blocked', { blocked: true })
    expect((await wechat.login(await wechat.loginCode('lin'))).json).toMatchObject({ errcode: 40226 })
  })

  it('lets one person sign in a hundred times a minute', async () => {
    await wechat.beginDay()
    for (let n = 0; n < 100; n++) expect((await wechat.login(await wechat.loginCode('lin'))).json.openid).toBe(lin.openid)
    expect((await wechat.login(await wechat.loginCode('lin'))).json.errcode).toBe(45011)
    expect((await wechat.login(await wechat.loginCode('zhang'))).json.errcode).toBeUndefined()
    await wechat.advance(60)
    expect((await wechat.login(await wechat.loginCode('lin'))).json.openid).toBe(lin.openid)
  })

  it('refuses POST with 43001', async () => {
    expect((await wechat.ask('POST', '/sns/jscode2session', {})).json.errcode).toBe(43001)
  })

  it('masks the secret and the session key in the list of calls', async () => {
    const { json } = await wechat.login(await wechat.loginCode('lin'))
    const calls = (await wechat.ask('GET', '/sandbox/calls')).text
    expect(calls).toContain(appId)
    expect(calls).not.toContain('f00dfeedf00dfeed')
    expect(calls).not.toContain(String(json.session_key))
  })
})
