import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorTexts } from '../src/wechat-error.ts'
import { WechatWorld, progress } from './wechat-world.ts'

const endpoints = [
  '/sns/jscode2session',
  '/cgi-bin/stable_token',
  '/wxa/business/getuserphonenumber',
  '/wxa/getwxacodeunlimit',
  '/cgi-bin/message/subscribe/send',
  '/wxa/msg_sec_check',
  '/wxa/media_check_async',
]

describe('faults on demand', () => {
  let wechat: WechatWorld
  beforeEach(async () => {
    wechat = await new WechatWorld().open()
    await wechat.signIn()
  })
  afterEach(() => wechat.close())

  const call = (endpoint: string) => (endpoint.startsWith('/sns') ? wechat.ask('GET', endpoint) : wechat.post(endpoint, {}))

  it.each(endpoints)('%s answers every error code once ordered', async (endpoint) => {
    for (const errcode of Object.keys(errorTexts).map(Number)) {
      await wechat.order({ endpoint, errcode })
      const answer = await call(endpoint)
      expect(answer.status).toBe(200)
      expect(answer.json).toEqual({ errcode, errmsg: expect.stringContaining(errorTexts[errcode] as string) })
      expect(answer.json.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
    }
  })

  it('plays a fault as often as ordered, then works again', async () => {
    await wechat.order({ endpoint: '*', errcode: -1, times: 2 })
    const outcomes = []
    for (let n = 0; n < 3; n++) outcomes.push((await wechat.login(await wechat.loginCode('lin'))).json.errcode)
    expect(outcomes).toEqual([-1, -1, undefined])
  })

  it('does not spend a login code on a fault', async () => {
    const code = await wechat.loginCode('lin')
    await wechat.order({ endpoint: '/sns/jscode2session', errcode: -1 })
    await wechat.login(code)
    expect((await wechat.login(code)).json.errcode).toBeUndefined()
  })

  it('answers an HTML page, an empty 500 and a slow answer', async () => {
    await wechat.order({ endpoint: '/cgi-bin/stable_token', kind: 'html' })
    expect(await wechat.askToken()).toMatchObject({
      status: 502,
      type: expect.stringContaining('text/html'),
      text: expect.stringContaining('Bad Gateway'),
    })
    await wechat.order({ endpoint: '/cgi-bin/stable_token', kind: '5xx' })
    expect(await wechat.askToken()).toMatchObject({ status: 500, text: '' })
    await wechat.order({ endpoint: '/cgi-bin/stable_token', kind: 'slow', delayMs: 150 })
    const began = performance.now()
    expect((await wechat.askToken()).json.expires_in).toBeGreaterThan(0)
    expect(performance.now() - began).toBeGreaterThan(140)
  })

  it('cuts the connection before the work, or never answers', async () => {
    await wechat.order({ endpoint: '/cgi-bin/stable_token', kind: 'reset' })
    await expect(wechat.askToken()).rejects.toThrow('fetch failed')
    await wechat.order({ endpoint: '/cgi-bin/stable_token', kind: 'timeout' })
    await expect(
      fetch(`${wechat.url}/cgi-bin/stable_token`, { method: 'POST', body: '{}', signal: AbortSignal.timeout(200) }),
    ).rejects.toThrow('timeout')
  })

  it('loses the answer of a message that was delivered', async () => {
    await wechat.consent('lin', { [progress]: 'accept' })
    await wechat.order({ endpoint: '/cgi-bin/message/subscribe/send', kind: 'lost' })
    await expect(wechat.sendProgress()).rejects.toThrow('fetch failed')
    expect(JSON.parse((await wechat.ask('GET', '/sandbox/phones/lin/inbox')).text)).toHaveLength(1)
    expect((await wechat.sendProgress()).json.errcode).toBe(43101)
  })

  it('lists, removes and refuses orders', async () => {
    await wechat.order({ endpoint: '/sms/send', kind: 'slow', times: 3 })
    await wechat.order({ endpoint: '*', errcode: 45009 })
    const { faults } = (await wechat.ask('GET', '/sandbox/faults')).json as unknown as { faults: { id: number }[] }
    expect(faults).toMatchObject([
      { endpoint: '/sms/send', kind: 'slow', left: 3 },
      { endpoint: '*', kind: 'errcode', errcode: 45009 },
    ])
    await wechat.ask('DELETE', `/sandbox/faults/${faults[0]?.id}`)
    await wechat.ask('DELETE', '/sandbox/faults')
    expect((await wechat.ask('GET', '/sandbox/faults')).json.faults).toEqual([])
    expect((await wechat.order({ endpoint: '*', kind: 'explosion' })).status).toBe(400)
    expect((await wechat.order({ errcode: 1 })).status).toBe(400)
    expect((await wechat.order({ endpoint: '*', errcode: 1, times: 0 })).status).toBe(400)
  })

  it('writes every call down, with what was answered and the fault behind it', async () => {
    await wechat.order({ endpoint: '/wxa/msg_sec_check', errcode: 45009 })
    await call('/wxa/msg_sec_check')
    const calls = JSON.parse((await wechat.ask('GET', '/sandbox/calls?endpoint=/wxa/msg_sec_check')).text) as object[]
    expect(calls).toMatchObject([
      { direction: 'in', endpoint: '/wxa/msg_sec_check', errcode: 45009, fault: 'errcode', status: 200 },
    ])
  })
})
