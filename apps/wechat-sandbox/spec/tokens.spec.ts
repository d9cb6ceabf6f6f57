import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WechatWorld, appId, appSecret } from './wechat-world.ts'

const probe = '/wxa/msg_sec_check'

describe('stable_token', () => {
  let wechat: WechatWorld
  beforeEach(async () => {
    wechat = await new WechatWorld().open()
  })
  afterEach(() => wechat.close())

  const tokenNow = async () => String((await wechat.askToken()).json.access_token)
  const answerTo = async (token: string) => (await wechat.post(probe, {}, token)).json.errcode

  it('gives everybody the same token, with the time left', async () => {
    const first = await wechat.askToken()
    await wechat.advance(600)
    const second = await wechat.askToken()
    expect(second.json.access_token).toBe(first.json.access_token)
    expect(first.json.expires_in).toBe(7200)
    expect(second.json.expires_in).toBeGreaterThanOrEqual(6570)
    expect(second.json.expires_in).toBeLessThanOrEqual(6600)
  })

  it('renews five minutes before the end while the old one still works', async () => {
    const old = await tokenNow()
    await wechat.advance(6901)
    const renewed = await tokenNow()
    expect(renewed).not.toBe(old)
    expect(await answerTo(old)).not.toBe(40001)
    expect(await answerTo(renewed)).not.toBe(40001)
    await wechat.advance(300)
    expect(await answerTo(old)).toBe(42001)
  })

  it('kills the old token at once in force mode', async () => {
    const old = await tokenNow()
    const forced = String((await wechat.askToken(true)).json.access_token)
    expect(forced).not.toBe(old)
    const refused = await wechat.post(probe, {}, old)
    expect(refused.json.errmsg).toMatch(/^invalid credential, access_token is invalid or not latest, .* rid: [0-9a-f-]{26}$/)
    expect(refused.json.errcode).toBe(40001)
  })

  it('allows force twenty times a day, thirty seconds apart', async () => {
    await wechat.beginDay()
    await wechat.askToken(true)
    expect((await wechat.askToken(true)).json.errcode).toBe(45011)
    for (let n = 1; n < 20; n++) {
      await wechat.advance(30)
      expect((await wechat.askToken(true)).json.errcode).toBeUndefined()
    }
    await wechat.advance(30)
    expect((await wechat.askToken(true)).json.errcode).toBe(45009)
    await wechat.advance(24 * 3600)
    expect((await wechat.askToken(true)).json.errcode).toBeUndefined()
  })

  it('takes a short life for tests and keeps the order of things', async () => {
    await wechat.close()
    wechat = await new WechatWorld().open({ tokenLifeSeconds: 8 })
    const old = await tokenNow()
    await wechat.advance(9)
    expect(await answerTo(old)).toBe(42001)
    expect(await tokenNow()).not.toBe(old)
  })

  it.each([
    ['no appid', 41002, { appid: undefined }],
    ['no secret', 41004, { secret: undefined }],
    ['a foreign appid', 40013, { appid: 'wxother' }],
    ['a wrong secret', 40125, { secret: 'guess' }],
    ['another grant type', 40002, { grant_type: 'authorization_code' }],
  ])('refuses %s with %i', async (_what, errcode, change) => {
    const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret, ...change }
    expect((await wechat.ask('POST', '/cgi-bin/stable_token', asked)).json.errcode).toBe(errcode)
  })

  it('refuses an empty body with 44002, one that is not JSON with 47001 and GET with 43002', async () => {
    expect((await wechat.ask('POST', '/cgi-bin/stable_token', '')).json.errcode).toBe(44002)
    expect((await wechat.ask('POST', '/cgi-bin/stable_token', '{no')).json.errcode).toBe(47001)
    expect((await wechat.ask('GET', '/cgi-bin/stable_token')).json.errcode).toBe(43002)
  })

  it('answers 41001 without a token and 45009 above the quota of the minute', async () => {
    expect((await wechat.ask('POST', probe, {})).json.errcode).toBe(41001)
    await wechat.close()
    wechat = await new WechatWorld().open({ minuteQuotas: { '/cgi-bin/stable_token': 2 } })
    await wechat.beginDay()
    await wechat.askToken()
    await wechat.askToken()
    expect((await wechat.askToken()).json.errcode).toBe(45009)
  })
})
